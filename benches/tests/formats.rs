//! Other formats than JSON carry an order there and back: the same value, by way of
//! texts and bytes alike.

use benches::{LEAD, ORDER, lead, order};
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

/// Writes a document in a format, reads it again, and compares it with what it was.
macro_rules! carry {
    ($type:ty, $document:expr, $value:ident => $write:expr, $written:ident => $read:expr) => {{
        let $value = <$type>::from_json($document)?;
        let $written = $write?;
        let read: $type = $read?;
        assert_eq!(read, $value);
        let values: [Value; 2] = [serde_json::to_value(&read)?, $document.parse()?];
        assert_eq!(values[0], values[1]);
    }};
}

macro_rules! carries {
    ($($name:ident: $value:ident => $write:expr, $written:ident => $read:expr;)*) => {$(
        #[test]
        fn $name() -> Result<(), Failure> {
            carry!(order::Orders, ORDER, $value => $write, $written => $read);
            carry!(lead::LeadOpportunityResponse, LEAD, $value => $write, $written => $read);
            Ok(())
        }
    )*};
}

carries! {
    message_pack: value => rmp_serde::to_vec_named(&value), bytes => rmp_serde::from_slice(&bytes);
    cbor: value => to_cbor(&value), bytes => ciborium::from_reader(&bytes[..]);
    ron: value => ron::to_string(&value), text => ron::from_str(&text);
    bson: value => bson::serialize_to_vec(&value), bytes => bson::deserialize_from_slice(&bytes);
    yaml: value => serde_norway::to_string(&value), text => serde_norway::from_str(&text);
}

/// The lead has nulls, which TOML has not.
#[test]
fn toml() -> Result<(), Failure> {
    carry!(order::Orders, ORDER, value => toml::to_string(&value), text => toml::from_str(&text));
    let value = lead::LeadOpportunityResponse::from_json(LEAD)?;
    assert!(toml::to_string(&value).is_err());
    Ok(())
}

fn to_cbor(value: &impl serde::Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes)?;
    Ok(bytes)
}

//! Constants, written and shown.
use super::*;

impl ::serde::Serialize for Constant {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Not by reference: pasted, it may have no variant.
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::Integer(value) => {
                if let Ok(value) = u64::try_from(value) {
                    serializer.serialize_u64(value)
                } else if let Ok(value) = i64::try_from(value) {
                    serializer.serialize_i64(value)
                } else {
                    serializer.serialize_i128(value)
                }
            }
            Self::Number(text) => match text.parse::<::serde_json::Number>() {
                Ok(number) => ::serde::Serialize::serialize(&number, serializer),
                Err(error) => Err(::serde::ser::Error::custom(error)),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items.iter()),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

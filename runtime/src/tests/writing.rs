//! Texts of values are those that `serde_json` writes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::*;

/// A value that a generated type could be: handed over as its text.
struct Handed<T>(T);

impl<T: Serialize> Serialize for Handed<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serialize_text(&self.0, serializer) {
            Ok(written) => written,
            Err(serializer) => self.0.serialize(serializer),
        }
    }
}

/// Any value is written alike, alone and inside of another one.
fn same<T: Serialize>(value: T) {
    let wanted = serde_json::to_string(&value).map_err(|error| error.to_string());
    if let Some(text) = text_of(&value) {
        assert_eq!(Ok(text), wanted);
    }
    let inside = |wanted: &str| format!("[{wanted},1]");
    let handed = (Handed(value), 1);
    let found = serde_json::to_string(&handed).map_err(|error| error.to_string());
    assert_eq!(found, wanted.map(|wanted| inside(&wanted)));
    let pretty = serde_json::to_string_pretty(&handed.0);
    let plain = serde_json::to_string_pretty(&handed.0.0);
    assert_eq!(pretty.ok(), plain.ok());
}

/// What derived types are written as.
struct Derived(u8);

impl Serialize for Derived {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{SerializeStruct as _, SerializeTupleVariant as _};

        match self.0 {
            0 => serializer.serialize_unit_variant("Form", 0, "Unit"),
            1 => serializer.serialize_newtype_variant("Form", 1, "Held", &1),
            2 => serializer.serialize_bytes(b"ab"),
            3 => serializer.serialize_unit_struct("Nothing"),
            4 => serializer.serialize_newtype_struct("Name", "\u{1}"),
            5 => {
                let mut items = serializer.serialize_tuple_variant("Form", 2, "Pair", 2)?;
                items.serialize_field(&1)?;
                items.serialize_field("b")?;
                items.end()
            }
            6 => Err(serde::ser::Error::custom("not to be written")),
            _ => {
                let mut members = serializer.serialize_struct("Plain", 2)?;
                members.serialize_field("name", "\u{1}")?;
                members.serialize_field("other", &Some('\\'))?;
                members.end()
            }
        }
    }
}

#[test]
fn texts_are_escaped_alike() {
    let mut rng = fastrand::Rng::with_seed(8);
    let letters = [
        'a', 'é', '"', '\\', '\u{7f}', '\u{1f}', '\n', '\t', '\u{2028}', '😀', ' ', '!',
    ];
    for byte in 0..=0x7f_u8 {
        for before in 0..20 {
            let mut text = "x".repeat(before);
            text.push(char::from(byte));
            same(text.clone());
            text.push_str("yyyyyyy");
            same(text);
        }
    }
    for _ in 0..4000 {
        let plain = rng.u8(..8);
        let letter = |rng: &mut fastrand::Rng| match rng.u8(..8) {
            0..=7 if plain < 4 => rng.alphanumeric(),
            _ => letters[rng.usize(..letters.len())],
        };
        let text: String = (0..rng.usize(..40)).map(|_| letter(&mut rng)).collect();
        same(BTreeMap::from([(text.clone(), text)]));
    }
}

#[test]
fn values_are_written_alike() {
    same(());
    same(vec![Some(true), None, Some(false)]);
    same((u64::MAX, i64::MIN, i128::MIN, u128::MAX, -1_i8, 7_u16));
    same((1.0, -0.0, 1e300, 5e-324, 0.1_f32, f64::NAN, f32::INFINITY));
    same(('x', '"', "", "text"));
    same(BTreeMap::from([(1, "a"), (-2, "b")]));
    same(BTreeMap::from([(true, 1)]));
    same(BTreeMap::from([(Some("a"), 1)]));
    same(BTreeMap::from([((1, 2), 1)]));
    same(BTreeMap::from([('"', None::<u8>)]));
    for form in 0..8 {
        same(Derived(form));
        same(BTreeMap::from([("a", (Derived(form), 1))]));
        same(vec![("a", Some(Derived(form)))]);
    }
    same(serde_json::json!({"a": [1.5, {"b\"": null}, []], "": "\u{0}"}));
    same(serde_json::value::to_raw_value(&[1, 2]).unwrap());
    same(BTreeMap::from([(1, serde_json::Number::from_f64(0.5))]));
}

#[test]
fn names_of_members_are_written_alike() {
    struct Named;

    impl Serialize for Named {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut members = serializer.serialize_map(None)?;
            let mut write = |name, value: u8| {
                serde::ser::SerializeMap::serialize_entry(&mut members, &name, &value)
            };
            macro_rules! write {
                ($name:literal, $value:literal) => {
                    write(MemberName($name, concat!(stringify!($name), ":")), $value)?;
                };
            }
            write!("a", 1);
            write!("é😀", 2);
            write!("\"", 3);
            write!("\\\u{1}", 4);
            write!("", 5);
            serde::ser::SerializeMap::end(members)
        }
    }

    same(Named);
    let text = text_of(&Named).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value, serde_json::to_value(Named).unwrap());
}

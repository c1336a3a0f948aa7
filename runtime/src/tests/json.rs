//! Reading and writing as people meet it: paths, bags, what builders say.

use super::*;

/// An object with a list of counts, as it would be generated.
#[derive(Debug, Default)]
pub(super) struct Basket {
    pub(super) lines: Vec<u8>,
    pub(super) more: AdditionalProperties<Basket>,
}

impl Declares for Basket {
    fn declares(name: &str) -> bool {
        name == "lines"
    }
}

impl<'de> Read<'de> for Basket {
    const PLACE: &'static Place = &Place::At("basket.json#/type");

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        tape.record(at, place, &[])
    }

    fn scan_into(scanner: &mut Scanner<'de>, _: &'static Place, slot: &mut Option<Self>) -> bool {
        scanner.record(slot)
    }
}

impl<'de> Record<'de> for Basket {
    fn fill<Once>(slot: &mut Option<Self>, members: &mut MemberAccess<'_, 'de>) -> Option<()> {
        let mut lines = None;
        let mut more = AdditionalProperties::new();
        while let Some(name) = members.next() {
            if name == "lines" {
                members.read(&mut lines, &Place::At("basket.json#/properties/lines"))?;
            } else {
                members.keep(&mut more, &Place::At("basket.json#"))?;
            }
        }
        members.end()?;
        members.kept(&mut more)?;
        let Some(lines) = lines else {
            let lack = &Lack {
                name: "lines",
                declares: |_| false,
            };
            return members.missing("basket.json#/required", lack);
        };
        *slot = Some(Self { lines, more });
        Some(())
    }
}

impl<'de> serde::Deserialize<'de> for Basket {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl serde::Serialize for Basket {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("lines", &self.lines)?;
        for (name, value) in self.more.held() {
            members.serialize_entry(name, value)?;
        }
        members.end()
    }
}

#[test]
fn an_error_in_a_list_says_in_which_item() {
    let text = r#"[{"lines":[1]},{"lines":[true]}]"#;
    let error = Vec::<Basket>::from_json(text).unwrap_err();
    assert_eq!(error.path(), Some("[1].lines[0]"));
    assert_eq!(error.schema(), Some("basket.json#/properties/lines"));
    let error = Vec::<Basket>::from_json_slice(text.as_bytes()).unwrap_err();
    assert_eq!(error.path(), Some("[1].lines[0]"));
    let error = Vec::<Basket>::from_json("[{}]").unwrap_err();
    assert_eq!(error.path(), Some("[0]"));
    assert!(
        Vec::<Basket>::from_json("[")
            .unwrap_err()
            .syntax()
            .is_some()
    );
}

#[test]
fn what_is_read_is_written() {
    for text in [
        r#"[{"lines":[1,2],"b":1.5,"z":[null]}]"#,
        "[]",
        r#"[{"lines":[]}]"#,
    ] {
        let read = Vec::<Basket>::from_json(text).unwrap();
        assert_eq!(read.to_json().unwrap(), text);
    }
    let map = alloc::collections::BTreeMap::<String, Option<bool>>::from_json(r#"{"a":null}"#);
    assert_eq!(map.unwrap().to_json().unwrap(), r#"{"a":null}"#);
}

#[test]
fn a_bag_takes_no_declared_name() {
    let mut bag = AdditionalProperties::<Basket>::new();
    assert_eq!(bag.insert("b", 1.into()).unwrap(), None);
    assert_eq!(bag.insert("b", 2.into()).unwrap(), Some(1.into()));
    let refused = bag.insert("lines", 3.into()).unwrap_err();
    assert_eq!(refused.schema(), None);
    assert!(refused.to_string().contains("has a field of its own"));
    let members = [("a".to_owned(), 1.into()), ("lines".to_owned(), 2.into())];
    assert!(bag.try_extend(members).is_err());
    assert_eq!(bag.len(), 1);
    bag.try_extend([("a".to_owned(), 1.into())]).unwrap();
    assert_eq!(
        bag.keys().map(String::as_str).collect::<Vec<_>>(),
        ["a", "b"]
    );
}

#[test]
fn a_builder_names_every_fault() {
    let mut faults = BuildError::default();
    let count = faults.accept::<One<u8>, _>("count", 300);
    assert_eq!(count, None);
    faults.require("count", false);
    faults.require("name", false);
    let error = faults.finish().unwrap_err();
    assert_eq!(error.missing(), ["name"]);
    let refused: Vec<&str> = error.refused().map(|(member, _)| member).collect();
    assert_eq!(refused, ["count"]);
    assert!(error.whole().is_none());
    assert!(error.to_string().starts_with("name is missing; count: "));
}

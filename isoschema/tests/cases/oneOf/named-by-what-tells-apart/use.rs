//! Lists are named by what a later item always is, by how many items they have, or by what these are; records by
//! two members that no other has together, or beside those of one member by theirs; texts by how they begin or end;
//! definitions of a namespace by their own names.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match RootFilter::from_json(r#"["name","in",["a","b"]]"#)? {
        RootFilter::In(it) => assert_eq!(it.third.len(), 2),
        RootFilter::Eq(it) => panic!("{}", it.third),
        RootFilter::Exists(it) => panic!("{}", it.first),
    }
    match RootPlace::from_json("[1,2.5]")? {
        RootPlace::Pair(it) => assert_eq!(it.second, 2.5),
        RootPlace::Triple(it) => panic!("{}", it.third),
    }
    match RootEntry::from_json(r#"["a",1]"#)? {
        RootEntry::TextIntegerPair(it) => assert_eq!(it.second, 1),
        RootEntry::TextTextPair(it) => panic!("{}", it.second),
    }
    match RootSpan::from_json(r#"{"start":1,"length":2}"#)? {
        RootSpan::WithStartAndLength(it) => assert_eq!(it.start + it.length, 3),
        RootSpan::WithStartAndEnd(_) | RootSpan::WithEndAndLength(_) => panic!(),
    }
    match RootWhen::from_json(r#"{"dateTime":"d","zone":"z"}"#)? {
        RootWhen::Date(date) => panic!("{date}"),
        RootWhen::DateTime(it) => assert_eq!((it.date_time.as_str(), it.zone.as_deref()), ("d", Some("z"))),
    }
    match RootResource::from(Bucket::default()) {
        RootResource::Bucket(it) => assert_eq!(it.to_json(), r#"{"type":"aws::s3::Bucket"}"#),
        RootResource::Queue(_) => panic!(),
    }
    match &*RootSize::from_json(r#""7px""#)? {
        RootSizeForm::Px(size) => assert_eq!(size.as_str(), "7px"),
        RootSizeForm::Text(_) | RootSizeForm::Integer(_) => panic!(),
    }
    assert_eq!(RootFixed::List.to_json(), r#"["a"]"#);
    assert_eq!(RootFixed::Object.to_json(), r#"{"x":1}"#);
    match RootAny::from_json(r#"{"b":"b"}"#)? {
        RootAny::WithA(it) => panic!("{it:?}"),
        RootAny::WithB(it) => assert!(it.as_object().is_some_and(|it| it.b == "b")),
    }
    Ok(())
}

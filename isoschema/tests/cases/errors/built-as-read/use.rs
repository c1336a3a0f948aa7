//! A value that code builds is refused in the words in which it is refused where it is read.

use types::*;

fn same<T>(built: Result<T, impl ToString>, read: Result<T, impl ToString>, words: &str) {
    let (Err(built), Err(read)) = (built, read) else {
        panic!("{words} is expected");
    };
    let (built, read) = (built.to_string(), read.to_string());
    assert_eq!(format!("(root): {built}"), read);
    assert!(built.starts_with(words), "{built}");
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    same(
        RootCode::try_new("abcd"),
        RootCode::from_json(r#""abcd""#),
        r#""abcd" has 4 characters, more than 3"#,
    );
    same(
        "a".parse(),
        RootName::from_json(r#""a""#),
        r#""a" has 1 character, fewer than 2"#,
    );
    same(
        "AB".parse(),
        RootName::from_json(r#""AB""#),
        r#""AB" does not match the pattern ^[a-z]*$"#,
    );
    same(
        RootPort::try_from(0),
        RootPort::from_json("0"),
        "0 is below 1",
    );
    same(
        RootPort::try_from(60_001),
        RootPort::from_json("60001"),
        "60001 is above 60000",
    );
    same(
        RootPort::try_from(70_000),
        RootPort::from_json("70000"),
        "70000 is above 60000",
    );
    same(
        RootPort::try_from(-1),
        RootPort::from_json("-1"),
        "-1 is below 1",
    );
    same(
        RootPositive::try_from(0),
        RootPositive::from_json("0"),
        "0 is not above 0",
    );
    same(
        RootPositive::try_from(-7),
        RootPositive::from_json("-7"),
        "-7 is not above 0",
    );
    same(
        RootHalf::try_from(10),
        RootHalf::from_json("10"),
        "10 is above 9.5",
    );
    same(
        RootRate::try_from(1),
        RootRate::from_json("1"),
        "1 is not below 1",
    );
    same(
        RootTags::try_from_iter(["a"]),
        RootTags::from_json(r#"["a"]"#),
        r#"["a"] has 1 item, fewer than 2"#,
    );
    same(
        RootStock::try_from_iter([("a", 1), ("b", 2)]),
        RootStock::from_json(r#"{"a": 1, "b": 2}"#),
        r#"{"a":1,"b":2} has 2 members, more than 1"#,
    );
    let error = Root::builder()
        .code("abcd")
        .port(0)
        .byte(256)
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "code: \"abcd\" has 4 characters, more than 3 [schema.json#/properties/code/maxLength]; \
         port: 0 is below 1 [schema.json#/properties/port/minimum]; byte: 256 does not fit into u8"
    );
    let error = Root::from_json(r#"{"byte": 256}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "byte: 256 is above 255 [schema.json#/properties/byte/maximum]"
    );
    let error = Root::from_json(r#"{"any": 99999999999999999999}"#).unwrap_err();
    assert_eq!(error.reason(), Some("is an integer beyond 64 bits"));
    Ok(())
}

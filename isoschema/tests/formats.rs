//! Texts of a format as types from elsewhere: what is told of it.

use isoschema::Generator;
use isoschema::config::{Config, Support};

const SCHEMA: &str = r#"{"type": "object", "properties": {
  "id": {"type": "string", "format": "uuid"},
  "more": {"type": "array", "items": {"type": "string", "format": "uuid"}},
  "short": {"type": "string", "format": "uuid", "maxLength": 9},
  "number": {"type": "integer", "format": "uuid"}
}}"#;

fn generator(config: Config) -> Generator {
    Generator::new()
        .text("event.json", SCHEMA)
        .configure(config)
}

#[test]
fn every_place_of_the_format_has_the_type_and_is_listed() {
    let config = Config::parse("isoschema.toml", "[formats]\nuuid = \"uuid::Uuid\"\n");
    let config = config.unwrap_or_else(|problems| panic!("{}", problems.render()));
    let generated = generator(config).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{}", problems.render()));
    for line in [
        "pub id: Option<::uuid::Uuid>,",
        "pub more: Option<Vec<::uuid::Uuid>>,",
        "pub short: Option<EventShort>,",
        "pub number: Option<i64>,",
        "mod support {",
    ] {
        assert!(generated.text.contains(line), "{line}: {}", generated.text);
    }
    assert_eq!(
        generated.text.matches("Read<'_> for ::uuid::Uuid").count(),
        1
    );
    let weakened = &generated.report.weakened;
    for place in ["id", "more/items"] {
        let at = format!("event.json#/properties/{place}");
        let promises = weakened.iter().filter(|it| it.schema == at);
        let promises: Vec<&str> = promises.map(|it| it.promise).collect();
        assert_eq!(promises, ["accept", "lossless", "sound", "derived"], "{at}");
    }
    assert_eq!(weakened.len(), 8);
    assert!(generated.report.roots[0].weakened);
}

#[test]
fn what_cannot_be_is_told() {
    let config = Config::new().format("uuid", "uuid::Uuid");
    let told = generator(config.clone()).support(Support::Crate).generate();
    let told = told.expect_err("the crate cannot read it").to_string();
    assert!(
        told.contains("`uuid::Uuid` cannot be read where `support` is \"crate\""),
        "{told}"
    );
    // One of the own crate can be read in every way.
    let own = Config::new().format("uuid", "crate::Id");
    assert!(generator(own).support(Support::Crate).generate().is_ok());
    let told = Config::parse("isoschema.toml", "[formats]\nuuid = \"Uuid\"\n");
    let told = told.expect_err("no full path").to_string();
    assert!(
        told.contains("isoschema.toml:2:8: `Uuid` is not the full path"),
        "{told}"
    );
}

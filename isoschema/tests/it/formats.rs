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
        assert_eq!(promises, ["accept", "lossless", "derived"], "{at}");
    }
    let reasons: Vec<&str> = weakened.iter().map(|it| it.reason.as_str()).collect();
    assert!(
        reasons[1].starts_with("letters become small"),
        "{reasons:?}"
    );
    assert_eq!(weakened.len(), 6);
    assert!(generated.report.roots[0].weakened);
}

#[test]
fn what_cannot_be_is_told() {
    // How another crate's type is read has to stand in the module.
    let config = Config::new().format("uuid", "ids::Id");
    let generated = generator(config).support(Support::Crate).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{}", problems.render()));
    let told: Vec<String> = generated
        .warnings
        .iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    assert!(
        told[0].contains("\"pasted\" in place of \"crate\": how `ids::Id`"),
        "{told:?}"
    );
    assert!(generated.text.contains("Read<'_> for ::ids::Id") && told.len() == 1);
    // One of the own crate can be read in every way.
    let own = Config::new().format("uuid", "crate::Id");
    assert!(generator(own).support(Support::Crate).generate().is_ok());
    let dates = Config::parse(
        "isoschema.toml",
        "[formats]\ntime = \"time\"\ndate-time = \"time\"",
    );
    let told = dates.expect_err("no type of time's").to_string();
    assert!(told.starts_with("isoschema.toml:2:8: `time` is not") && !told.contains(":3:"));
    for (toml, wanted) in [
        (
            "ip = { parse = \"IpAddr\" }",
            "2:16: `IpAddr` is not the full path",
        ),
        (
            "ip = { parsed = \"std::net::IpAddr\" }",
            "the key `parsed` is not known",
        ),
    ] {
        let told = Config::parse("isoschema.toml", &format!("[formats]\n{toml}\n"));
        let told = told.expect_err(wanted).to_string();
        assert!(told.contains(wanted), "{told}");
    }
    let told = Config::parse("isoschema.toml", "[formats]\nuuid = \"Uuid\"\n");
    let told = told.expect_err("no full path").to_string();
    assert!(
        told.contains("isoschema.toml:2:8: `Uuid` is not the full path"),
        "{told}"
    );
}

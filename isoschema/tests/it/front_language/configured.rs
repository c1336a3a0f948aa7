//! The configuration reaches the places that it names, and its mistakes are said.

use isoschema::config::Config;
use isoschema::front::rules;
use isoschema::keywords::format::Format;
use isoschema::resolve::Draft;

use super::{property, root, texts};

#[test]
fn configuration_reaches_its_places() {
    let source = texts(&[(
        "order.json",
        r#"{"properties": {"code": {"enum": ["a"]}, "day": {"format": "date"}}}"#,
    )]);
    let config = Config::parse(
        "isoschema.toml",
        "[names]\n\"order#/properties/code\" = \"Code\"\n[open-enums]\n\
         \"order#/properties/code\" = \"grows\"\n[formats]\nassert = [\"date\"]\n",
    )
    .unwrap();
    let (_, held, _) = rules(&source, &config).unwrap();
    let order = root(&held, "order");
    let code = property(&held, order, "code");
    let name = code
        .rust_name
        .as_ref()
        .map(isoschema::names::name::Name::as_str);
    assert_eq!((name, code.is_open()), (Some("Code"), true));
    assert_eq!(
        property(&held, order, "day")
            .get::<Format>()
            .map(|it| it.0.name),
        Some("date")
    );

    let config = Config::new()
        .name("order#/properties/cod", "Code")
        .name("ordr", "Order")
        .name("order", "order")
        .open_enum("order#/properties/day", "no enum")
        .default_draft(Draft::Draft7);
    let diagnostics = rules(&source, &config).unwrap_err();
    assert_eq!(diagnostics.len(), 4, "{diagnostics}");
    let text = diagnostics.to_string();
    assert!(text.contains("did you mean `/properties/code`?"), "{text}");
    assert!(text.contains("did you mean `order`?"), "{text}");
}

#[test]
fn configuration_mistakes_are_said_at_once() {
    let text = "[nams]\n[names]\na = 1\n[formats]\nassert = 3\n[generate]\ndefault-draft = \"5\"\n";
    let diagnostics = Config::parse("isoschema.toml", text).unwrap_err();
    let lines: Vec<_> = diagnostics.iter().map(|d| d.line).collect();
    assert_eq!(lines, [1, 3, 5, 7], "{diagnostics}");
    let text = "[names]\na = \"A\"\na = \"B\"\n[[x]\n";
    let diagnostics = Config::parse("isoschema.toml", text).unwrap_err();
    assert!(diagnostics.len() >= 2, "{diagnostics}");
}

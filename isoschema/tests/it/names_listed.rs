//! The names that are listed, given back as a configuration.

use isoschema::Generator;
use isoschema::config::{Config, Support};

use crate::common::cases;

/// The types, without what is implemented for them: where a schema has no name of
/// its own, errors call an arm of a union by the one that it is given.
fn types(text: &str) -> Vec<&str> {
    let types = text.split("// What is implemented").next();
    types.unwrap_or_default().lines().collect()
}

#[test]
fn as_they_stand_they_change_nothing() -> Result<(), Box<dyn std::error::Error>> {
    let mut tried = 0;
    for case in cases()? {
        let schema = case.join("schema.json");
        if !schema.exists() || case.join("isoschema.toml").exists() {
            continue;
        }
        let generator = Generator::new().schema(&schema).support(Support::Crate);
        // A case of several files is looked up in its folder.
        let Ok(generated) = generator.generate() else {
            continue;
        };
        let names = Config::parse("names.toml", &generated.names_to_toml())?;
        let again = generator.configure(names).generate()?;
        tried += 1;
        let (before, after) = (types(&generated.text), types(&again.text));
        let differing = before.iter().zip(&after).find(|(old, new)| old != new);
        assert_eq!(differing, None, "{}", case.display());
        assert_eq!(before.len(), after.len(), "{}", case.display());
    }
    assert!(tried > 150, "{tried}");
    Ok(())
}

#[test]
fn what_is_edited_there_is_the_name() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"type": "object", "properties": {"state": {"enum": ["NEW", "OLD"]}}}"#;
    let generator = Generator::new().text("order.json", text);
    let names = generator.generate()?.names_to_toml();
    let edited = names.replace("\"OrderState\"", "\"State\"");
    assert_ne!(names, edited);
    let config = Config::parse("names.toml", &edited)?;
    let generated = generator.configure(config).generate()?;
    assert!(generated.text.contains("pub enum State {"));
    assert_eq!(generated.names_to_toml(), edited);
    Ok(())
}

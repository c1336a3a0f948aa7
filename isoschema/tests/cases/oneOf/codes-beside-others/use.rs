//! Codes beside other forms are variants, as one constant is; what has a name stays a type.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder()
        .choice(RootChoice::Auto)
        .width(RootWidth::try_from("max")?)
        .mode(RootModePreset::Night)
        .level(Level::Low)
        .build()?;
    assert_eq!(root.to_json(), r#"{"choice":"auto","width":"max","mode":"night","level":"low"}"#);
    match root.choice.as_ref().ok_or("no choice")? {
        RootChoice::None | RootChoice::Auto => {}
        RootChoice::Object(named) => return Err(named.name.clone().into()),
    }
    assert!(matches!(root.mode, Some(RootMode::Preset(RootModePreset::Night))));
    assert!(Root::from_json(r#"{"choice":"any"}"#).unwrap_err().to_string().contains("none"));
    Ok(())
}

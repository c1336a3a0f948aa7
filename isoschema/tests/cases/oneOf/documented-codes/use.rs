//! Alternatives that list codes are one plain enum.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"phase": "waning"}"#)?;
    let phase = root.phase;
    assert_eq!((phase, root.phase.as_str()), (Phase::Waning, "waning"));
    assert_eq!("full".parse::<Phase>()?, Phase::Full);
    assert!("gibbous".parse::<Phase>().is_err());
    assert_eq!(Phase::ALL.len(), 5);
    Ok(())
}

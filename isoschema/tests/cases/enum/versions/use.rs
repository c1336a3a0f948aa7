//! `_` keeps the numbers of versions and of dates apart.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"api":"1.1","factor":1.5}"#)?;
    assert_eq!((root.api, root.factor), (Some(RootApi::V1_1), Some(RootFactor::N1_5)));
    assert_eq!(RootApi::V11.as_str(), "11");
    assert_eq!(RootApi::V2026_01_31.as_str(), "2026-01-31");
    assert_eq!(RootApi::V2_1Beta.as_str(), "v2.1-beta");
    Ok(())
}

//! A long name is shortened from the middle, unless that is another type's whole name; where a definition has the
//! whole name, the kind stands behind it.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(RootClassification::Link.as_str(), "link");
    let inner = RootMeasurementOfTheWholeCollectionClassification::Endpoint;
    assert_eq!(inner.as_str(), "endpoint");
    assert!(RootLines::try_new(3).is_ok());
    let lines: RootLinesList = serde_json::from_str("[4]")?;
    assert_eq!(lines.len(), 1);
    Ok(())
}

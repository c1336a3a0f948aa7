//! Variants have the names that the schema gives, and integers convert.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"size": 10, "mark": "B-", "old": "y"}"#)?;
    assert_eq!((root.size, root.mark), (RootSize::Large, RootMark::BMinus));
    assert_eq!(root.old, Some(RootOld::Up));
    assert_eq!(i64::from(RootSize::Small), -1);
    assert_eq!(RootSize::try_from(0)?, RootSize::Medium);
    let error = RootSize::try_from(2).unwrap_err().to_string();
    assert!(error.contains("-1, 0, 10"), "{error}");
    Ok(())
}

//! Variants are named by what the arms' own member lists, or spells out in a pattern.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"scale":{"kind":"band","padding":1},"step":{"task":"Copy.Files","inputs":"a"}}"#)?;
    let Some(RootScale::Band(band)) = &root.scale else {
        return Err("no band".into());
    };
    assert_eq!(band.padding, Some(1));
    let Some(RootStep::CopyFiles(step)) = &root.step else {
        return Err("another step".into());
    };
    assert_eq!(step.inputs.as_deref(), Some("a"));
    let root = Root::from_json(r#"{"scale":{"domain":"a"},"step":{"task":"tar","inputs":true}}"#)?;
    assert!(matches!(root.scale, Some(RootScale::WithDomain(_))));
    assert!(matches!(root.step, Some(RootStep::ZipOrTar(_))));
    Ok(())
}

//! Alternatives that are told by many values are called by what these have in common.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Root::V2_9To3_1(current) = Root::from_json(
        r#"{ "version": "3.1", "steps": [{ "do": "link", "path": "a" }, { "do": "wait", "seconds": 1 }] }"#,
    )?
    else {
        return Err("another version".into());
    };
    let paths: Vec<&str> = current
        .steps
        .iter()
        .filter_map(Step::as_copy_and_others)
        .map(|step: &StepCopyAndOthers| step.path.as_str())
        .collect();
    assert_eq!(paths, ["a"]);
    let old: Root = serde_json::from_str(r#"{ "version": "1.0", "script": "run", "by": { "name": "Ada" } }"#)?;
    let old = old.as_v0_1to1_1().ok_or("another version")?;
    assert_eq!(old.additional_properties["by"]["name"], "Ada");
    Ok(())
}

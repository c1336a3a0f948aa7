//! Positions are called by their titles, or by the definitions that they are, where each has another one.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"point":[1,2.5],"rule":[2,"always"],"same":[1,"a"]}"#)?;
    let point = root.point.as_ref().ok_or("no point")?;
    assert!(point.longitude == 1 && point.latitude == 2.5 && point.height.is_none());
    let rule = root.rule.as_ref().ok_or("no rule")?;
    assert_eq!((rule.level.get(), rule.when), (2, When::Always));
    assert_eq!(root.same.as_ref().map(|it| it.first), Some(1));
    Ok(())
}

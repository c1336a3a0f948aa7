//! An object that one pattern alone tells of reads like a map, and is made as one.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let size = |width: i64| Size::builder().width(width).build();
    let mut sizes = RootSizes::try_from([("small", size(1)?), ("large", size(2)?)])?;
    assert!(RootSizes::try_from([("Small", size(1)?)]).is_err());
    assert_eq!((sizes.len(), sizes["small"].width, sizes.get("medium")), (2, 1, None));
    sizes.insert("medium", size(3)?)?;
    assert!(sizes.insert("Medium", size(3)?).is_err());
    let mut widths = Vec::new();
    for (name, size) in &sizes {
        widths.push((name.as_str(), size.width));
    }
    assert_eq!(widths, [("large", 2), ("medium", 3), ("small", 1)]);
    assert_eq!(sizes.keys().next().map(String::as_str), Some("large"));
    let root = Root::builder().sizes(sizes).build()?;
    let root = Root::from_json(&root.to_json())?;
    assert_eq!(root.sizes.into_iter().map(|(_, size)| size.width).sum::<i64>(), 6);

    let root = Root::from_json(r#"{"sizes":{},"some":{"x-a":"b"}}"#)?;
    assert_eq!(root.some.ok_or("nothing")?["x-a"], "b");
    let root = Root::builder().sizes([("small", Size::builder().width(1))]);
    assert!(root.build()?.sizes.contains_key("small"));
    Ok(())
}

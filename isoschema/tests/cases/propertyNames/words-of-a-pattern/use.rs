//! Names that a pattern spells out are codes, as those that an `enum` lists.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder()
        .sort([(RootSortKey::Name, RootSortValue::Desc)])
        .build()?;
    assert_eq!(root.to_json(), r#"{"sort":{"name":"desc"}}"#);
    let sort = root.sort.ok_or("no sort")?;
    assert_eq!(sort[&RootSortKey::Name], RootSortValue::Desc);
    assert_eq!(sort.get(&RootSortKey::Date), None);
    let error = Root::from_json(r#"{"sort":{"size":"asc"}}"#).unwrap_err();
    assert!(error.to_string().contains("size"), "{error}");
    Ok(())
}

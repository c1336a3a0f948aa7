//! A map with limits reads like a map, and grows as far as it may.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::from_json(r#"{"labels": {"a": "b"}, "stock": {"x": 1}}"#)?;
    let label = root.labels.as_ref().and_then(|labels| labels.get("a"));
    assert_eq!(label.map(String::as_str), Some("b"));
    let stock = root.stock.as_mut().ok_or("no stock")?;
    assert_eq!(stock.insert("x", 5u8)?, Some(1));
    assert_eq!(stock.insert("y", 2u8)?, None);
    assert!(stock.insert("z", 3u8).is_err());
    assert_eq!((stock.len(), stock["x"], stock.contains_key("z")), (2, 5, false));
    assert_eq!(stock.values().sum::<u64>(), 7);
    let mut all = String::new();
    for (name, count) in &*stock {
        all.push_str(&format!("{name}{count}"));
    }
    assert_eq!(all, "x5y2");
    assert!(RootStock::try_from_iter::<String, u8>([]).is_err());
    assert_eq!(RootStock::try_from([("x", 5u8), ("y", 2)])?, *stock);
    for (_, count) in root.stock.ok_or("no stock")? {
        assert!(count > 1);
    }
    Ok(())
}

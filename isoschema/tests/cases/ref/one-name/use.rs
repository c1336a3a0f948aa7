//! Places of one name that ask for the same are one type.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"net": {"amount": 1, "currency": "EUR"}}"#)?;
    let net: Price = root.net.ok_or("no price")?;
    let both = Root::builder().gross(net.clone()).paid([net]).build()?;
    assert_eq!(both.gross.as_ref().map(|price| price.amount), Some(1));
    assert_eq!(both.paid.map(|paid| paid.len()), Some(1));
    Ok(())
}

//! What nothing is required of has a `Default`, though conditions keep its members private.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let card = Root::default();
    assert_eq!(card.to_json(), r#"{"kind":"card"}"#);
    assert!(card.to_builder().number("4").build().is_err());
    assert!(Root::default().to_builder().number("4").expiry("12/30").build().is_ok());
    Ok(())
}

//! Conditions on a member make an enum by its values.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Root::from_json(r#"{"by": "card", "number": "1", "amount": 2}"#)? {
        Root::Card(card) => assert!(card.number == "1" && card.amount.is_some()),
        Root::Transfer(_) | Root::Debit(_) | Root::Other(_) => return Err("a card".into()),
    }
    let other = Root::from_json(r#"{"by": "voucher"}"#)?;
    assert!(other.as_other().is_some_and(|other| other.by == RootOtherBy::Voucher));
    assert!(other.into_debit().is_none());
    Ok(())
}

//! Which branch applies is told by a member that the condition asks for and the other branch cannot have.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let by_card = Root::Then(RootThen {
        card: "4242".to_owned(),
        name: None,
        code: 123,
    });
    let by_iban = Root::Else(RootElse {
        iban: "DE02".to_owned(),
    });
    assert_eq!(Root::from_json(&by_card.to_json())?, by_card);
    assert_eq!(Root::from_json(&by_iban.to_json())?, by_iban);
    Ok(())
}

//! What is deep inside is called by where it begins and by what tells it apart, and a number's
//! bounds are constants of its type.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = RootTriggersCalledWorkflowSecretObject::builder().rate(0.5).build()?;
    assert_eq!(secret.to_json(), r#"{"rate":0.5}"#);
    type Rate = RootTriggersCalledWorkflowSecretRate;
    assert_eq!((Rate::MINIMUM, f64::from(Rate::MAXIMUM)), (0.25.try_into()?, 1.0));
    Ok(())
}

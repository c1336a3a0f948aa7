//! What extends a base with conditions has the base's variants, and the types of what stands beside them are
//! the whole's.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"kind":"weapon","name":"Sword","damage":3,"slot":"hand"}"#)?;
    let weapon = root.as_weapon().ok_or("no weapon")?;
    assert_eq!((weapon.damage, weapon.slot, weapon.name.as_str()), (3, RootSlot::Hand, "Sword"));
    let armor = RootArmor::builder().name("Hat").defense(1).slot(RootSlot::Head);
    let armor = Root::from(armor.size(RootSize::builder().width(2)).build()?);
    assert!(armor.to_json().contains(r#""size":{"width":2}"#));
    Ok(())
}

//! Arms with the same members are named by what their values are, one for alternatives by these: no number.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let whole: Root = serde_json::from_str(r#"{"key": {"id": 7}, "pet": {"meow": true}}"#)?;
    let Some(RootKey::WithIntegerId(key)) = &whole.key else {
        return Err("another key".into());
    };
    assert_eq!(key.id, 7);
    let pet = whole.pet.as_ref().ok_or("no pet")?;
    assert!(matches!(**pet, RootPetForm::CatOrDog(_)));
    let shade = r#"{"color": {}, "opacity": {"alias": "a"}}"#;
    let shade = serde_json::from_str::<RootShade>(shade)?;
    assert!(matches!(shade, RootShade::WithAliasOpacity(_)));
    let labels = serde_json::from_str::<RootLabels>(r#"{"all": ["a"]}"#)?;
    assert!(matches!(labels, RootLabels::WithTextListAll(_)));
    Ok(())
}

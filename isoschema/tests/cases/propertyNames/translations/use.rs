//! A map whose names are codes has them as keys.
use std::collections::BTreeMap;

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"names":{"it":"Ciao","pt":"Oi"},"rooms":{"south":["el"]},"choices":{"no":true}}"#;
    let mut root = Root::from_json(text)?;
    assert_eq!((root.names[&Language::It].as_str(), root.names.get(&Language::El)), ("Ciao", None));
    // In the order in which the schema lists them.
    assert_eq!(root.names.keys().copied().collect::<Vec<_>>(), [Language::Pt, Language::It]);
    root.names.insert(Language::El, "Γεια".to_owned());
    let names: BTreeMap<Language, String> = root.names.clone();
    let again = Root::builder().names(names).build()?;
    assert_eq!(serde_json::to_string(&again)?, r#"{"names":{"pt":"Oi","it":"Ciao","el":"Γεια"}}"#);
    assert_eq!(Root::from_json(&serde_json::to_string(&again)?)?, again);

    let rooms = root.rooms.as_mut().ok_or("no rooms")?;
    assert_eq!(rooms[&RootRoomsKey::South], [Language::El]);
    assert_eq!(rooms.insert("north", vec![])?, None);
    assert!(rooms.insert("west", vec![]).is_err() && rooms.len() == 2);
    assert_eq!((rooms.remove(&RootRoomsKey::North)?, rooms.len()), (Some(vec![]), 1));
    assert!(rooms.remove(&RootRoomsKey::South).is_err() && rooms.len() == 1);
    assert!(RootRooms::try_from(BTreeMap::new()).is_err());

    let mut choices: Choices = [(ChoicesKey::Yes, false)].into_iter().collect();
    choices.extend(root.choices.clone().ok_or("no choices")?);
    assert_eq!(choices.into_iter().collect::<Vec<_>>(), [(ChoicesKey::Yes, false), (ChoicesKey::No, true)]);
    let refused = Root::from_json(r#"{"names":{"de":"Hallo"}}"#).unwrap_err().to_string();
    assert!(refused.contains("\"pt\", \"it\", \"el\""), "{refused}");
    Ok(())
}

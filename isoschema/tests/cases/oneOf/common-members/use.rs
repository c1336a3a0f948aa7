//! What every variant has, the enum lends.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"pets":[{"kind":"cat","name":"a","owner":"x"},{"kind":"dog","name":"b","age":1,"tags":["t"]},{"kind":"eel","name":"c"}]}"#;
    let root = Root::from_json(text)?;
    let names: Vec<&str> = root.pets.iter().map(Pet::name).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let owners: Vec<Option<&str>> = root.pets.iter().map(|pet| pet.owner()).collect();
    assert_eq!(owners, [Some("x"), None, None]);
    assert!(root.pets.iter().any(|pet| pet.age().is_some_and(|age| age == 1)));
    assert_eq!(root.pets.iter().filter_map(|pet| pet.tags()).flatten().count(), 1);
    Ok(())
}

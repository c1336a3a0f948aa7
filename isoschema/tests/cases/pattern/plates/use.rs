//! A text with limits reads like a text: it compares, borrows, is looked up, and is made from one.
use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};

use types::*;

fn owner<'a>(owners: &'a HashMap<Plate, String>, plate: &str) -> Option<&'a str> {
    owners.get(plate).map(String::as_str)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let car = Root::from_json(r#"{"plate": "AB 12", "colours": ["red"]}"#)?;
    assert!(car.plate == "AB 12" && "AB 12" == car.plate && car.plate == *"AB 12");
    assert!(car.plate == "AB 12".to_owned() && String::from("AB 12") == car.plate);
    assert!(car.plate != "AB 13" && car.plate.starts_with('A') && car.plate.len() == 5);
    assert_eq!(car.plate, "AB 12");
    assert_eq!("AB 12", car.plate);

    let owners: HashMap<Plate, String> = [(car.plate.clone(), "Ada".to_owned())].into();
    assert_eq!((owner(&owners, "AB 12"), owner(&owners, "AB 13")), (Some("Ada"), None));
    let sorted: BTreeMap<Plate, u8> = [("B 2".parse()?, 2), (Plate::try_new("A 1")?, 1)].into();
    assert_eq!((sorted.get("A 1"), sorted.values().copied().collect::<Vec<_>>()), (Some(&1), vec![1, 2]));
    let (text, borrowed): (&str, &str) = (car.plate.as_ref(), car.plate.borrow());
    assert_eq!((text, borrowed, car.plate.as_str()), ("AB 12", "AB 12", "AB 12"));
    assert_eq!(format!("{:>7}|{}", car.plate, car.plate), "  AB 12|AB 12");

    let refused = Plate::try_new("ab 12").unwrap_err();
    assert!(refused.to_string().contains("^[A-Z]{1,3} [0-9]+$"), "{refused}");
    let refused = "ABC 12345".parse::<Plate>().unwrap_err();
    assert!(refused.to_string().contains('8'), "{refused}");
    assert!(Plate::try_from("A 1".to_owned()).is_ok() && Plate::try_from("A1").is_err());
    assert_eq!(Plate::try_new(String::from("A 1"))?, Plate::try_from("A 1")?);

    let colour = &car.colours.as_deref().unwrap_or_default()[0];
    assert!(colour == "red" && *colour == "red" && colour.eq_ignore_ascii_case("RED"));
    let (one, other): (String, String) = (car.plate.clone().into_inner(), car.plate.into());
    assert_eq!((one.as_str(), other), ("AB 12", one.clone()));
    Ok(())
}

//! A list with limits reads like a slice, is iterated over, and grows as far as it may.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut ship = Root::from_json(r#"{"crew": ["Ada"], "depths": [3], "odd": ["start"]}"#)?;
    ship.crew.push("Bo")?;
    let repeated = ship.crew.push("Ada").unwrap_err();
    assert!(repeated.to_string().contains("equal items"), "{repeated}");
    assert!(ship.crew.push("X").is_err(), "too short a name");
    assert_eq!(ship.crew, ["Ada", "Bo"]);
    assert!(ship.crew.try_extend(["Cy", "Di"]).is_err(), "all of them or none");
    assert_eq!(ship.crew, vec!["Ada", "Bo"]);
    ship.crew.try_extend(vec![Sailor::try_new("Cy")?])?;
    assert!(ship.crew.push("Di".to_owned()).is_err());

    let mut letters = 0;
    for sailor in &ship.crew {
        letters += sailor.len();
    }
    assert_eq!((letters, ship.crew.len(), ship.crew.last().map(|it| it.as_str())), (7, 3, Some("Cy")));
    assert!(ship.crew[0] == "Ada" && ship.crew.contains(&"Bo".parse()?) && ship.crew == ["Ada", "Bo", "Cy"][..]);
    let upper = RootCrew::try_from_iter(ship.crew.iter().map(|it| it.to_uppercase()))?;
    assert_eq!(upper, ["ADA", "BO", "CY"]);
    assert!(RootCrew::try_from(["Ada", "Ada"]).is_err() && RootCrew::try_from([Sailor::try_new("Ada")?]).is_ok());
    assert!(RootCrew::try_from(Vec::new()).is_err());
    let refused = RootCrew::try_new(["Ada", "B"]).unwrap_err();
    assert!(refused.to_string().starts_with("[1]: "), "{refused}");
    let (first, second): (Vec<Sailor>, Vec<Sailor>) = (upper.clone().into(), upper.into_inner());
    assert_eq!(first, second);
    let names: Vec<String> = ship.crew.into_iter().map(Sailor::into_inner).collect();
    assert_eq!(names, ["Ada", "Bo", "Cy"]);

    // A literal is a number of the items' type.
    let depths = ship.depths.as_mut().ok_or("no depths")?;
    depths.push(200)?;
    depths.try_extend([1, 2])?;
    assert!(depths.push(5).is_err() && depths.len() == 4);
    assert_eq!(depths.iter().map(|depth| u32::from(*depth)).sum::<u32>(), 206);

    // Predicates of the whole list are asked, too.
    let odd = ship.odd.as_mut().ok_or("no list")?;
    odd.push("other")?;
    assert_eq!(*odd, ["start", "other"]);
    assert!(RootOdd::try_new(["other"]).is_err());
    Ok(())
}

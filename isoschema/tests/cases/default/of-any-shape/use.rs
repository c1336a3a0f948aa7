//! What is absent has its default whatever its type; what is null stays null.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let absent = Root::default();
    assert_eq!((absent.chance_or_default(), absent.share_or_default()), (0.5.try_into()?, 0.25.try_into()?));
    assert_eq!(absent.towns_or_default().join(" "), "Brest Lyon");
    assert_eq!((absent.hours_or_default().len(), absent.span_or_default()), (2, [0, 24]));
    assert_eq!((absent.wind_or_default().knots, absent.wind_or_default().from.as_ref()), (4, None));
    assert_eq!(absent.wind_or_default().to_json(), r#"{"knots":4,"gusts":[7,9]}"#);
    assert_eq!(absent.labels_or_default()["a"], "b");
    assert_eq!((absent.unit_or_default(), absent.limit_or_default()), (Some("mm"), Some(10)));
    assert_eq!(absent.stations_or_default().as_deref(), Some(&["north".to_owned()][..]));
    assert_eq!(absent.scale_or_default().to_json(), "3");
    assert_eq!(absent.extra_or_default()[1]["a"], serde_json::Value::Null);
    assert_eq!(absent.to_json(), "{}");

    let given = Root::from_json(r#"{"unit":null,"limit":null,"stations":null,"towns":[],"chance":1}"#)?;
    assert_eq!((given.unit_or_default(), given.limit_or_default()), (None, None));
    assert!(given.stations_or_default().is_none() && given.towns_or_default().is_empty());
    assert_eq!(given.chance_or_default(), 1);
    Ok(())
}

//! Objects that a constant tells apart are variants of its name.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Root(Some(event)) = Root::from_json(r#"{"event": "picked_up", "weight": 2}"#)? else {
        return Err("an event".into());
    };
    assert!(event.as_picked_up().is_some_and(|parcel| parcel.weight.is_some()));
    assert!(event.as_lost().is_none());
    let picked_up = event.into_picked_up().ok_or("picked up")?;
    let again = RootValue::from(picked_up);
    assert_eq!(serde_json::to_string(&again)?, r#"{"event":"picked_up","weight":2}"#);
    assert_eq!(serde_json::to_string(&RootValue::Unknown)?, r#""unknown""#);
    let Root(loaded) = Root::from_json(r#"{"event": "loaded", "hub": "LYS"}"#)?;
    let Some(RootValue::LoadedOrUnloaded(loaded)) = loaded else {
        return Err("loaded".into());
    };
    assert_eq!(loaded.hub, "LYS");
    assert_eq!(Root::from_json("null")?, Root(None));
    Ok(())
}

//! Lists of positions come from tuples: by `From` where nothing can be refused.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let step = Step::from((1, "a", Place::default()));
    let (number, name, place): (i64, String, Place) = step.clone().into();
    assert_eq!((number, name.as_str(), place.town), (1, "a", None));
    let track = [step, (2, "b", Place { town: Some("c".to_owned()) }).into()];
    let root = Root::builder().track(track).share(("x", 0.5)).row(("y", 3)).build()?;
    assert_eq!(
        root.to_json(),
        r#"{"track":[[1,"a",{}],[2,"b",{"town":"c"}]],"share":["x",0.5],"row":["y",3]}"#
    );
    let row = RootRow::from(("z", 4));
    assert!(row.rest.is_empty());
    assert!(RootShare::try_from(("x", f64::NAN)).is_err());
    Ok(())
}

//! Maps, lists and positions that no value fits two of are the forms of a plain enum.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"variants":{"a":true},"series":["x"],"call":["put","k",1],"either":{"x":1}}"#)?;
    match root.variants.as_ref().ok_or("no variants")? {
        RootVariants::Switches(all) => assert!(all["a"]),
        RootVariants::Words(_) => return Err("words".into()),
    }
    match root.series.as_ref().ok_or("no series")? {
        RootSeries::TextList(all) => assert_eq!(**all, ["x"]),
        RootSeries::NumberList(_) => return Err("numbers".into()),
    }
    assert!(matches!(root.either, Some(RootEither::Map(_))));
    // An empty list fits both, so that a list is looked at as a whole.
    let open = Root::from_json(r#"{"open":[1]}"#)?.open.ok_or("no list")?;
    assert!(matches!(open.form(), RootOpenForm::NumberList(_)));
    Ok(())
}

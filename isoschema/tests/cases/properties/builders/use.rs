//! Builders take what becomes a member: other builders, lists of anything, null as `None`.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let line = Line::builder().item("nail").count(3u8);
    let root = Root::builder()
        .lines([line.clone(), Line::builder().item("saw").count(1).note(None::<&str>)])
        .first(line.clone())
        .tags(["a", "b"])
        .rows(vec![vec![1i64], vec![2, 3]])
        .kind(Some("rent"))
        .labels([("x", line.clone())])
        .parcel(Parcel::builder().label("outer").inner(Parcel::builder().label("l")))
        .to_builder(true)
        .odd_name(line.clone().build()?)
        .any(1.5)
        .build()?;
    let text = root.to_json();
    assert_eq!(
        text,
        r#"{"lines":[{"item":"nail","count":3},{"item":"saw","count":1,"note":null}],"first":{"item":"nail","count":3},"tags":["a","b"],"rows":[[1],[2,3]],"kind":"rent","labels":{"x":{"item":"nail","count":3}},"parcel":{"inner":{"label":"l"},"label":"outer"},"to_builder":true,"odd name":{"item":"nail","count":3},"any":1.5}"#
    );

    // What was built leads to a builder again.
    let other = root.to_builder().first(None::<Line>).rows(None::<Vec<Vec<i8>>>).kind(None::<RootKind>).build()?;
    assert_eq!((other.first, other.rows, other.kind), (Some(None), Some(None), Some(None)));
    let again = root.to_builder().lines(root.lines.iter().cloned()).kind("sale").rows(Some([[4u8]])).build()?;
    assert_eq!((again.lines == root.lines, again.kind), (true, Some(Some(RootKind::Sale))));
    assert_eq!(root.to_builder().build()?, root);

    // What is missing or refused has its path, however deep, and all of it is told.
    let error = Root::builder()
        .first(Line::builder().count(0))
        .rows([[1i128], [300]])
        .labels([("good", line.clone()), ("not good", Line::builder().item("s").count(1))])
        .parcel(Parcel::builder().label("ok").inner(Parcel::builder().inner(Parcel::builder())))
        .odd_name(Line::builder().count(1))
        .point([1])
        .build()
        .unwrap_err();
    assert_eq!(error.missing(), ["first.item", "[\"odd name\"].item", "lines"]);
    let refused: Vec<&str> = error.refused().map(|(path, _)| path).collect();
    assert_eq!(refused, ["first.count", "rows[1][0]", "labels[\"not good\"].item", "parcel.inner", "point"]);
    let shown = error.to_string();
    assert!(shown.starts_with("first.item is missing; "), "{shown}");
    assert!(shown.contains("; lines is missing; first.count: 0 is below 1"), "{shown}");

    // A later value takes the place of one that was refused.
    let lines = Root::builder().lines([Line::builder()]).lines([line.clone()]).build()?.lines;
    assert_eq!(lines, [line.build()?]);
    let error = Root::builder().lines([Line::builder(), Line::builder().item("x")]).build().unwrap_err();
    assert_eq!(error.missing(), ["lines[0].item", "lines[0].count", "lines[1].count"]);
    Ok(())
}

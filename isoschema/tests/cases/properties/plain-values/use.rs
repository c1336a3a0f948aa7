//! Objects and lists of a few plain values are plain values, and so are enums that hold nothing else.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Position { line: 1, character: 2 };
    let range = Range { start, end: start };
    let copy = range;
    assert_eq!((copy, range.start.line), (range, 1));
    let root = Root::builder().range(range).event(RootEvent::Open).span((1.5, Unit::Em)).build()?;
    let (event, span) = (root.event, root.span);
    assert!(event == root.event && span == root.span);
    let tab: RootTab = root.tab_or_default();
    assert_eq!(tab, RootTab::Auto);
    assert_eq!(root.to_json(), r#"{"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":2}},"event":{"on":"open"},"span":[1.5,"em"]}"#);
    Ok(())
}

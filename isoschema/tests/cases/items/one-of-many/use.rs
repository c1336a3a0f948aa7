//! One of many is called by their singular, where that is plain and nothing else's.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tax = RootLineTax::builder().rate(0.25).build()?;
    let line = RootLine::builder().state(RootLineState::Open).taxes([tax]).build()?;
    let service = RootService::builder().image("x").build()?;
    let root = Root::builder()
        .lines([line])
        .services([("db", service)])
        .notes(vec![RootNote::builder().by("ann").build()?])
        .statuses([RootStatus::New])
        // `data` has no singular, `address` stands beside `addresses`, and there is a definition of the name `rootPart`.
        .data([RootDataItem::builder().at(1).build()?])
        .addresses([RootAddressesItem::builder().city("Oslo").build()?])
        .address(RootAddress::builder().street("a").build()?)
        .parts([RootPartsItem::builder().number("1").build()?])
        .build()?;
    let lines: &[RootLine] = root.lines.as_deref().unwrap_or_default();
    assert_eq!(lines[0].taxes.as_deref().map(<[_]>::len), Some(1));
    // `Box` is what all modules call so.
    let boxes = Boxes::from(vec![BoxesItem::builder().height(2).build()?]);
    assert_eq!(boxes.len(), 1);
    let _: RootPart = RootPart::builder().weight(1).build()?;
    Ok(())
}

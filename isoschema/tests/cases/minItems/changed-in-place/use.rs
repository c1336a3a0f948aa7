//! Where the number of items alone is limited, or names and their number, what is inside is changed in place.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::builder()
        .stops([RootStop::builder().name("b"), RootStop::builder().name("a")])
        .prices([("x", 1), ("y", 2)])
        .by_code([("EUR", 3)])
        .tags(["t"])
        .build()?;
    root.stops.sort_by(|one, other| one.name.cmp(&other.name));
    root.stops[0].name.push('!');
    for stop in &mut root.stops {
        stop.name.push('.');
    }
    assert_eq!(root.stops[0].name, "a!.");
    assert!(root.stops.pop().is_err());

    *root.prices.get_mut("x").ok_or("no price")? = 5;
    for (_, price) in &mut root.prices {
        *price += 1;
    }
    root.prices.values_mut().for_each(|price| *price *= 2);
    assert_eq!((root.prices["x"], root.prices["y"]), (12, 6));
    assert!(root.prices.get_mut("z").is_none());
    for (_, price) in root.by_code.iter_mut() {
        *price = 4;
    }
    assert_eq!(root.by_code["EUR"], 4);

    // Items that must differ are changed by what looks at all of them.
    root.tags.update(|tags| tags[0].push('s'))?;
    assert_eq!(root.tags, ["ts"]);
    Ok(())
}

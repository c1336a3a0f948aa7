//! What stands at a position is called by it, as its field is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let second: RootCallSecond = RootCallSecond::builder().x(1).build()?;
    let root = Root::builder().call((RootCallFirst::Minus, second)).build()?;
    assert_eq!(root.to_json(), r#"{"call":["-",{"x":1}]}"#);
    assert_eq!((root.call.first, root.call.second.x), (RootCallFirst::Minus, 1));
    Ok(())
}

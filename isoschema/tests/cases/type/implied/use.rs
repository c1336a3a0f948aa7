//! With `imply-type`, what has `properties` is a struct, and what has `items` a list.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder()
        .name("Ask")
        .crew([RootCrewItem::builder().age(30).build()?])
        .berth(Berth::builder().pier("A"))
        .build();
    let root = root?;
    assert_eq!(root.to_json(), r#"{"name":"Ask","crew":[{"age":30}],"berth":{"pier":"A"}}"#);
    Ok(())
}

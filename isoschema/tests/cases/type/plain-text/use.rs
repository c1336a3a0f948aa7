//! A name for any text is made from any text.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [one, other, parsed] = [Root::from("a"), Root::new("a"), "a".parse()?];
    assert!(one == "a" && one == other && other == parsed);
    assert_eq!((one.to_string(), other.into_inner(), parsed.as_str()), ("a".to_owned(), "a".to_owned(), "a"));
    Ok(())
}

//! The titles of alternatives name their types, and formats name variants of texts.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let film = Film::builder().minutes(90).director("X").build()?;
    let root = Root::builder().media(film).when(RootWhen::Date("2026-01-31".to_owned())).build()?;
    assert_eq!(root.to_json(), r#"{"media":{"minutes":90,"director":"X"},"when":"2026-01-31"}"#);
    let root = Root::from_json(r#"{"media":{"isbn":"1"}}"#)?;
    let RootMedia::PrintedBook(book) = &root.media else {
        return Err("no book".into());
    };
    let book: &PrintedBook = book;
    assert_eq!(book.isbn, "1");
    Ok(())
}

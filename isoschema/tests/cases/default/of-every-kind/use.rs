//! A default that a type can hold is given where the member is absent, and never written.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::default();
    assert_eq!((root.level_or_default().get(), root.plain_or_default()), (2, -1));
    assert_eq!((root.code_or_default(), root.side_or_default()), ("EUR", RootSide::Right));
    assert_eq!(root.mood_or_default(), &RootMood::Busy);
    assert_eq!((root.words_or_default().len(), root.few_or_default().len()), (0, 0));
    assert!(root.on_or_default());
    assert_eq!(root.to_json(), "{}");
    let root = root.to_builder().level(4).code("USD").mood("odd").few([1]).build()?;
    assert_eq!((root.level_or_default().get(), root.code_or_default()), (4, "USD"));
    assert_eq!((root.mood_or_default().as_str(), root.few_or_default()), ("odd", &[1][..]));
    Ok(())
}

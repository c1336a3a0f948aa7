//! What a report says of places beside their types, each with a word for it.

use isoschema::Report;

/// A place, a word for what is said of it, and what is said.
pub(crate) type Note<'r> = (&'r str, &'static str, String);

/// What is corrected, opened and weakened.
pub(crate) fn notes(report: &Report) -> impl Iterator<Item = Note<'_>> {
    let corrected = report.corrections.iter();
    let corrected = corrected.map(|it| (it.schema.as_str(), "corrected", it.reason.clone()));
    let opened = report.opened.iter().map(|it| {
        let said = format!("{} fit too: {}", it.adds, it.reason);
        (it.schema.as_str(), "opened", said)
    });
    let weakened = report.weakened.iter().map(|it| {
        let said = format!("{}: {}", it.promise, it.reason);
        (it.schema.as_str(), "weakened", said)
    });
    corrected.chain(opened).chain(weakened)
}

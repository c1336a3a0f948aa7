//! `no-type`: schemas that say by their keywords of which kind a value is, and no `type`, so that values of all other kinds
//! fit, too; once of a document.

use super::Finding;
use crate::load::document::Document;
use crate::overlay::implied::implied;

pub(super) fn no_type(document: &Document) -> Option<Finding> {
    let found = implied(document);
    let (place, first) = found.first()?;
    let (keyword, word) = (&first.keyword, first.word);
    let others = match found.len() {
        1 => String::new(),
        2 => "; so it is at another place".to_owned(),
        all => format!("; so it is at {} other places", all - 1),
    };
    Some(Finding {
        suffix: format!("{place}/{keyword}"),
        reason: format!("`{keyword}` without `type`: what is not {word} fits, too{others}"),
        help: "say the `type`; `imply-type = true` below [generate] reads a schema as what its keywords are about"
            .to_owned(),
    })
}

//! `closed-enum`: codes of which one more would break every reader.

use super::{Asked, Finding};
use crate::keywords::enumeration::Enum;
use crate::words::counted;

pub(super) fn closed(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let Some(codes) = asked.rule.get::<Enum>() else {
        return;
    };
    let texts = codes.values.iter().filter(|it| it.as_str().is_some());
    let texts = texts.count();
    // One text is what tells a schema from others.
    if texts > 1 && !asked.rule.is_open() {
        let place = asked.rule.location.place();
        found.push(Finding {
            suffix: "/enum".to_owned(),
            reason: format!(
                "these {} are all that fits: of one more, no document is read",
                counted(texts, "code")
            ),
            help: format!("`{place:?} = \"why\"` below [open-enums] lets others through"),
        });
    }
}

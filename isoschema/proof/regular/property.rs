//! `\p{…}` → the characters that have the property, as the engine that types
//! use knows them.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use regress::Regex;

use super::letters::{LAST, Letters};

/// The characters that an escape such as `\p{Lu}` takes; `None` where there is
/// no such property.
pub(super) fn letters(escape: &str) -> Option<Letters> {
    static KNOWN: OnceLock<Mutex<HashMap<String, Option<Letters>>>> = OnceLock::new();
    let mut known = KNOWN
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if let Some(letters) = known.get(escape) {
        return letters.clone();
    }
    let letters = asked(escape);
    known.insert(escape.to_owned(), letters.clone());
    letters
}

/// One search through all characters, in their order.
fn asked(escape: &str) -> Option<Letters> {
    static ALL: OnceLock<String> = OnceLock::new();
    let all = ALL.get_or_init(|| (0..=LAST).filter_map(char::from_u32).collect());
    let regex = Regex::with_flags(&format!("{escape}+"), "u").ok()?;
    let ranges = regex.find_iter(all).filter_map(|found| {
        let run = all.get(found.range())?;
        Some((run.chars().next()?.into(), run.chars().next_back()?.into()))
    });
    Some(Letters::of(ranges.collect()))
}

//! `foreign-pattern`: a pattern in another syntax than ECMA-262's, which reads it as something else.
//! `slow-pattern`: one that can take exponential time, since no automaton of the types tells it.

use super::{Finding, Schema};
use crate::keywords::properties::Properties;
use crate::load::json::{Json, escape};
use crate::regular;

/// What others write, how ECMA-262 reads it, and what it has for it.
const FOREIGN: [(&str, &str, &str); 5] = [
    (r"\A", "the letter A", "`^`"),
    (r"\Z", "the letter Z", "`$`"),
    (r"\z", "the letter z", "`$`"),
    (r"\h", "the letter h", r"`[ \t]`"),
    ("[[:", "a set of these letters", r"a set such as `[A-Za-z]`"),
];

pub(super) fn foreign(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    for (suffix, pattern) in patterns(schema) {
        for (foreign, read_as, own) in FOREIGN {
            if has(pattern, foreign) {
                found.push(Finding {
                    suffix: suffix.clone(),
                    reason: format!("`{foreign}` in `{pattern}` is {read_as} to ECMA-262"),
                    help: format!("ECMA-262 has {own}"),
                });
            }
        }
    }
}

pub(super) fn slow(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    for (suffix, pattern) in patterns(schema) {
        if regular::is_exponential(pattern) && !is_told_at_once(pattern) {
            found.push(Finding {
                suffix,
                reason: format!(
                    "`{pattern}` reads some texts in very many ways: one that nearly fits can take for ever"
                ),
                help: "let what is repeated begin or end with what tells one time from the next, and \
                       repeat nothing that is a repetition itself"
                    .to_owned(),
            });
        }
    }
}

/// Whether an automaton matches it, which never goes back.
fn is_told_at_once(pattern: &str) -> bool {
    let language = regular::Language::of_pattern(pattern);
    language.is_ok_and(|language| language.table().is_some())
}

/// The patterns of a schema, with what follows its pointer.
fn patterns<'a>(schema: &Schema<'a>) -> impl Iterator<Item = (String, &'a str)> {
    let pattern = schema.json.get("pattern").and_then(Json::as_str);
    let patterns = pattern.map(|it| ("/pattern".to_owned(), it));
    let keys = schema.json.get(Properties::PATTERNS);
    let keys = keys.and_then(Json::as_object);
    let keys = keys.into_iter().flat_map(|it| it.keys());
    let keys = keys.map(|key| {
        (
            format!("/{}/{}", Properties::PATTERNS, escape(key)),
            key.as_str(),
        )
    });
    patterns.into_iter().chain(keys)
}

/// Whether a pattern has a sign that no backslash takes the meaning of.
fn has(pattern: &str, sign: &str) -> bool {
    let mut escaped = false;
    for (at, letter) in pattern.char_indices() {
        if !escaped && pattern[at..].starts_with(sign) {
            return true;
        }
        escaped = letter == '\\' && !escaped;
    }
    false
}

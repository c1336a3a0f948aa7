//! Names for texts that differ in nothing that a name holds: in symbols, or in the case of letters.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::name::Name;
use super::words::spelled_out;

/// Gives those texts other names whose `names` are one, by what tells the texts apart: beside `x86_64`, `x86-64` is
/// `X86Dash64`, and beside `status`, `_status` is `underscore_status`. One that has no symbols keeps its name, best
/// one that is written as its name is, or else the first. What has no text stays, and what has that of another one.
pub(crate) fn tell_apart(names: &mut [Name], texts: &[Option<&str>], call: impl Fn(&str) -> Name) {
    let mut alike: IndexMap<Name, Vec<usize>> = IndexMap::new();
    for (at, name) in names.iter().enumerate() {
        alike.entry(name.clone()).or_default().push(at);
    }
    let mut taken: HashSet<Name> = alike.keys().cloned().collect();
    for (name, same) in alike.into_iter().filter(|(_, same)| same.len() > 1) {
        let is_kept = |at: &&usize| texts[**at].is_none_or(is_plain);
        let is_written = |at: &&usize| texts[**at].is_none_or(|text| text == name.as_str());
        let mut kept = same.iter().filter(is_kept);
        let written = kept.clone().find(is_written);
        let kept = written.or_else(|| kept.next()).or(same.first()).copied();
        let first = kept.and_then(|at| texts[at]);
        let mut seen: HashSet<Option<&str>> = kept.map(|at| texts[at]).into_iter().collect();
        for at in same.into_iter().filter(|at| Some(*at) != kept) {
            let text = texts[at].filter(|text| seen.insert(Some(text)));
            let ways = text.map(|text| ways(text, first)).into_iter().flatten();
            let mut told = ways.map(|text| call(&text));
            if let Some(name) = told.find(|name| taken.insert(name.clone())) {
                names[at] = name;
            }
        }
    }
}

fn is_plain(text: &str) -> bool {
    let is_spelled = |letter: u8| letter.is_ascii_alphanumeric() || letter == b' ';
    text.bytes().all(is_spelled)
}

/// What a text may be called by, from the shortest on: by its case, which `other` does not have, where several symbols
/// are in it.
fn ways(text: &str, other: Option<&str>) -> impl Iterator<Item = String> {
    let (some, all) = (spelled_out(text, false), spelled_out(text, true));
    let case_of = case(text);
    let cased = [text, &some, &all].map(|text| format!("{case_of} {text}"));
    let symbols = text.chars().filter(|it| !it.is_alphanumeric());
    let is_cased = symbols.count() > 1 && other.is_some_and(|other| case(other) != case_of);
    let first = is_cased.then(|| cased[0].clone());
    first.into_iter().chain([some, all]).chain(cased)
}

/// What the letters of a text look like.
fn case(text: &str) -> &'static str {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    let is_upper = |letter: char| letter.is_uppercase();
    match letters.next().map(is_upper) {
        Some(true) if letters.all(is_upper) => "upper",
        Some(true) => "capital",
        _ => "lower",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(texts: &[&str], call: fn(&str) -> Name) -> Vec<String> {
        let mut names: Vec<Name> = texts.iter().map(|text| call(text)).collect();
        let texts: Vec<Option<&str>> = texts.iter().map(|text| Some(*text)).collect();
        tell_apart(&mut names, &texts, call);
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn symbols_are_spelled_out_where_they_tell_texts_apart() {
        let variant = |text: &str| Name::of_variant(text, "V");
        let told = |texts: &[&str]| told(texts, variant);
        assert_eq!(told(&["x86_64", "x86-64"]), ["X86_64", "X86Dash64"]);
        assert_eq!(told(&["a-b", "ab", "a b"]), ["ADashB", "Ab", "AB"]);
        assert_eq!(told(&["not ok", "not ok!"]), ["NotOk", "NotOkNot"]);
        assert_eq!(told(&["a b", "a_b"]), ["AB", "AUnderscoreB"]);
        assert_eq!(told(&["a_b", "a b"]), ["AUnderscoreB", "AB"]);
        assert_eq!(told(&["a.b", "a/b", "a:b"]), ["AB", "ASlashB", "AColonB"]);
    }

    #[test]
    fn case_is_said_where_it_tells_texts_apart() {
        let variant = |text: &str| Name::of_variant(text, "V");
        assert_eq!(told(&["m", "M"], variant), ["LowerM", "M"]);
        assert_eq!(told(&["M", "m"], variant), ["M", "LowerM"]);
        assert_eq!(
            told(&["Id", "ID", "id"], variant),
            ["Id", "UpperId", "LowerId"]
        );
        assert_eq!(told(&["m", "m"], variant), ["M", "M"]);
    }

    #[test]
    fn case_is_said_before_several_symbols_are() {
        let told = |texts: &[&str]| told(texts, Name::of_type);
        assert_eq!(
            told(&["get_ids_schema", "GetIdsSchema"]),
            ["LowerGetIdsSchema", "GetIdsSchema"]
        );
        assert_eq!(told(&["FileDTO", "FileDto"]), ["CapitalFileDto", "FileDto"]);
        assert_eq!(
            told(&["date_range", "dateRange"]),
            ["DateUnderscoreRange", "DateRange"]
        );
    }

    #[test]
    fn members_keep_their_names_where_they_have_no_symbols() {
        assert_eq!(
            told(&["_status", "status"], Name::of_member),
            ["underscore_status", "status"]
        );
        assert_eq!(
            told(&["fooBar", "foo_bar", "foo-bar"], Name::of_member),
            ["foo_bar", "foo_underscore_bar", "foo_dash_bar"]
        );
    }
}

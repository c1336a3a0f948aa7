//! Names for texts that differ in nothing that a name holds: in symbols, or in the case of letters.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::name::Name;
use super::words::spelled_out;

/// Gives those texts other names whose `names` are one, by what tells the texts apart: beside `x86_64`, `x86-64` is
/// `X86Dash64`, and beside `status`, `_status` is `underscore_status`. One that has no symbols keeps its name, or
/// else the first. What has no text stays, and what has that of another one.
pub(crate) fn tell_apart(names: &mut [Name], texts: &[Option<&str>], call: impl Fn(&str) -> Name) {
    let mut alike: IndexMap<Name, Vec<usize>> = IndexMap::new();
    for (at, name) in names.iter().enumerate() {
        alike.entry(name.clone()).or_default().push(at);
    }
    let mut taken: HashSet<Name> = alike.keys().cloned().collect();
    for same in alike.into_values().filter(|same| same.len() > 1) {
        let is_kept = |at: &&usize| texts[**at].is_none_or(is_plain);
        let kept = same.iter().find(is_kept).or(same.first()).copied();
        let mut seen: HashSet<Option<&str>> = kept.map(|at| texts[at]).into_iter().collect();
        for at in same.into_iter().filter(|at| Some(*at) != kept) {
            let text = texts[at].filter(|text| seen.insert(Some(text)));
            let ways = text.map(ways).into_iter().flatten();
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

/// What a text may be called by, from the shortest on.
fn ways(text: &str) -> impl Iterator<Item = String> {
    let (some, all) = (spelled_out(text, false), spelled_out(text, true));
    let case = case(text);
    let cased = [text, &some, &all].map(|text| format!("{case} {text}"));
    [some, all].into_iter().chain(cased)
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
        assert_eq!(told(&["m", "M"], variant), ["M", "UpperM"]);
        assert_eq!(told(&["M", "m"], variant), ["M", "LowerM"]);
        assert_eq!(
            told(&["Id", "ID", "id"], variant),
            ["Id", "UpperId", "LowerId"]
        );
        assert_eq!(told(&["m", "m"], variant), ["M", "M"]);
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

//! Rust identifiers, and the one place that makes them of what schemas say.
//!
//! A [`Name`] is always an identifier: whatever the text, there is one way in,
//! which leaves out what no identifier can hold and escapes what Rust keeps for
//! itself. Names are ASCII, so that no lint asks how letters look, and no two of
//! them are one to the compiler. What code adds to a name goes the same way.

use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

use super::methods;
use super::words::words;

/// Rust's keywords, strict and reserved, over all editions; `r#` spells those
/// that may be escaped.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A Rust identifier.
///
/// It is displayed as it stands in code, raw where it must be.
///
/// ```
/// let generated = isoschema::Generator::new()
///     .text("9-to-5.json", r#"{"type": "object", "properties": {"type": {"type": "string"}}}"#)
///     .generate()
///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
/// assert!(generated.text.contains("pub struct T9To5 {"));
/// assert!(generated.text.contains("pub r#type: Option<String>,"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The one way to a name. `prefix` goes before a digit; `empty` is the name
    /// of nothing at all.
    fn made(text: &str, prefix: &'static str, empty: &'static str) -> Self {
        let text = text.strip_prefix("r#").unwrap_or(text);
        let mut name: String = text
            .chars()
            .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect();
        if name.bytes().all(|letter| letter == b'_') {
            empty.clone_into(&mut name);
        } else if name.starts_with(|first: char| first.is_ascii_digit()) {
            name.insert_str(0, prefix);
        }
        match name.as_str() {
            "Self" => name.push_str("Value"),
            "self" | "crate" | "super" => name.push('_'),
            plain if KEYWORDS.contains(&plain) => name.insert_str(0, "r#"),
            _ => {}
        }
        Self(name)
    }

    /// The name of a type of a JSON name: `lead-status` gives `LeadStatus`.
    pub(crate) fn of_type(name: &str) -> Self {
        Self::of_camel(&camel(name))
    }

    /// The name of a type that is in camel case already, but may begin with
    /// a digit.
    pub(crate) fn of_camel(camel: &str) -> Self {
        Self::made(camel, "T", "Empty")
    }

    /// The name of a variant: `LEAD_OPEN` gives `LeadOpen`. The prefix goes
    /// before a digit. `_` keeps numbers apart: `1.1` gives `V1_1`.
    pub(crate) fn of_variant(name: &str, prefix: &'static str) -> Self {
        let parts: Vec<String> = numbers_apart(name).into_iter().map(camel).collect();
        Self::made(&parts.join("_"), prefix, "Empty")
    }

    /// The name of a field: `dsOwnerEmail` gives `ds_owner_email`.
    pub(crate) fn of_member(name: &str) -> Self {
        Self::made(&words(name).to_snake_case(), "n", "empty")
    }

    /// The name of a module and its file: `lead-status` gives `lead_status`, and
    /// `type` gives `type_`.
    pub(crate) fn of_module(name: &str) -> Self {
        let name = Self::of_member(name);
        if name.is_raw() { name.escaped() } else { name }
    }

    /// Whether a text is the name of a type, as types are written: in upper camel
    /// case, of ASCII letters and digits.
    pub(crate) fn is_type(text: &str) -> bool {
        text.starts_with(|first: char| first.is_ascii_uppercase())
            && text.bytes().all(|letter| letter.is_ascii_alphanumeric())
            && Self::of_camel(text).0 == text
    }

    /// This name with another one's end: `Lead` and `Builder` give `LeadBuilder`.
    pub(crate) fn and(&self, end: &str) -> Self {
        let plain = match end.strip_prefix('_') {
            Some(_) => self.plain().trim_end_matches('_'),
            None => self.plain(),
        };
        Self::made(&format!("{plain}{end}"), "n", "empty")
    }

    /// Whether it begins with the first word of a type's name and ends with a
    /// part's: `OrderDataItem` is the `Item` of an `Order`. Types have no `_` between numbers.
    pub(crate) fn is_part(&self, owner: &Self, part: &Self) -> bool {
        let owner = owner.plain();
        let mut letters = owner.char_indices().skip(1);
        let end = letters.find(|(_, letter)| letter.is_uppercase());
        let first = end.map_or(owner, |(end, _)| &owner[..end]);
        let (name, part) = (self.plain(), part.plain().replace('_', ""));
        name.len() > part.len() && name.starts_with(first) && name.ends_with(&part)
    }

    /// This name as a variant of an enum: without the enum's name in front of it.
    pub(crate) fn within(&self, owner: &Self) -> Self {
        let rest = self.plain().strip_prefix(owner.plain());
        match rest.filter(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase())) {
            Some(rest) => Self::of_camel(rest),
            None => self.clone(),
        }
    }

    /// The words of a name in upper camel case.
    pub(crate) fn words(&self) -> Vec<&str> {
        words_of(self.plain())
    }

    /// This name with a beginning: `field_` and `type` give `field_type`.
    pub(crate) fn behind(&self, beginning: &'static str) -> Self {
        Self::made(&format!("{beginning}{}", self.plain()), "n", "empty")
    }

    /// This name with `_` behind it, which no JSON name has.
    pub(crate) fn escaped(&self) -> Self {
        Self::made(&format!("{}_", self.plain()), "n", "empty")
    }

    /// The name of a method for a member of this name: what the traits' methods
    /// and those of the generated types themselves are called is left to them.
    pub(crate) fn method(&self) -> Self {
        if methods::are_taken(self.plain()) {
            self.escaped()
        } else {
            self.clone()
        }
    }

    /// The name of a builder's method for a member of this name: it takes a value, so that few of a trait's
    /// methods can be meant.
    pub(crate) fn setter(&self) -> Self {
        if methods::are_taken_of_builders(self.plain()) {
            self.escaped()
        } else {
            self.clone()
        }
    }

    /// The name as it stands in code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name without `r#`.
    pub(crate) fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }

    fn is_raw(&self) -> bool {
        self.0.starts_with("r#")
    }

    /// The name as a token.
    pub(crate) fn ident(&self) -> Ident {
        let span = Span::call_site();
        if self.is_raw() {
            Ident::new_raw(self.plain(), span)
        } else {
            Ident::new(&self.0, span)
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The words of a text in upper camel case.
pub(crate) fn words_of(camel: &str) -> Vec<&str> {
    let starts = camel
        .char_indices()
        .filter(|(_, letter)| letter.is_uppercase());
    let mut starts: Vec<usize> = starts.map(|(at, _)| at).filter(|at| *at > 0).collect();
    starts.push(camel.len());
    let mut from = 0;
    let parts = starts.into_iter().map(|to| {
        let part = &camel[from..to];
        from = to;
        part
    });
    parts.collect()
}

/// A JSON name in upper camel case, as the end of another name: it may begin with
/// a digit.
pub(crate) fn camel(name: &str) -> String {
    let camel = words(name).to_upper_camel_case();
    match camel.as_str() {
        "" => "Empty".to_owned(),
        "Self" => "SelfValue".to_owned(),
        // To clippy, that is an acronym.
        _ if camel.len() > 2 && camel.bytes().all(|it| it.is_ascii_uppercase()) => {
            let (first, rest) = camel.split_at(1);
            format!("{first}{}", rest.to_ascii_lowercase())
        }
        _ => camel,
    }
}

/// A text, taken apart where one symbol stands between two digits: a version, a date.
fn numbers_apart(name: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let mut parts = Vec::new();
    let mut begin = 0;
    for three in letters.windows(3) {
        let [(_, before), (at, symbol), (behind, after)] = *three else {
            continue;
        };
        let is_between = before.is_ascii_digit() && after.is_ascii_digit();
        if is_between && matches!(symbol, '.' | '-' | '_' | ',' | ':' | '/' | ' ') {
            parts.push(&name[begin..at]);
            begin = behind;
        }
    }
    parts.push(&name[begin..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_readable_variants() {
        for (code, variant) in [
            ("LEAD_OPEN", "LeadOpen"),
            ("PRTNR_SKILL_&_EXPRT", "PrtnrSkillAndExprt"),
            ("DS Brand -> DS & Migration", "DsBrandToDsAndMigration"),
            ("errors:3dx:invalidRequest", "Errors3dxInvalidRequest"),
            ("A<B|C>", "Abc"),
            ("U-S-D", "Usd"),
            ("HTTP", "Http"),
            ("-1", "Minus1"),
            ("A-", "AMinus"),
            ("A+", "APlus"),
            ("", "Empty"),
            ("<=", "LessEqual"),
            ("Self", "SelfValue"),
            ("2d", "V2d"),
            ("1.10", "V1_10"),
            ("v2.1-beta", "V2_1Beta"),
            ("2026-01-31", "V2026_01_31"),
            ("10-K", "V10K"),
        ] {
            assert_eq!(Name::of_variant(code, "V").as_str(), variant);
        }
    }

    #[test]
    fn members_become_fields() {
        for (member, field) in [
            ("dsOwnerEmail", "ds_owner_email"),
            ("type", "r#type"),
            ("self", "self_"),
            ("_", "underscore"),
            ("", "empty"),
            ("1st", "n1st"),
            ("$ref", "r#ref"),
            ("🦀", "crab"),
            ("größe", "grosse"),
        ] {
            assert_eq!(Name::of_member(member).as_str(), field);
        }
    }

    #[test]
    fn what_is_added_stays_an_identifier() {
        let shown = |name: &Name| name.to_string();
        let own = Name::of_member("self");
        assert_eq!(shown(&own.and("_null")), "self_null");
        let kind = Name::of_member("type");
        assert_eq!(shown(&kind.and("_null")), "type_null");
        assert_eq!(shown(&kind.behind("field_")), "field_type");
        assert_eq!(shown(&Name::of_member("sel").and("f")), "self_");
        assert_eq!(shown(&Name::of_camel("3d").and("Builder")), "T3dBuilder");
        assert_eq!(shown(&Name::of_camel("&")), "Empty");
        assert_eq!(shown(&Name::of_module("type")), "type_");
    }

    #[test]
    fn names_of_methods_are_left_alone() {
        for (member, method) in [
            ("clone", "clone_"),
            ("toString", "to_string_"),
            ("build", "build_"),
            ("type", "r#type"),
            ("next", "next"),
        ] {
            let name = Name::of_member(member);
            assert_eq!(name.method().as_str(), method);
        }
        for (member, setter) in [("from", "from"), ("lt", "lt"), ("clone", "clone_")] {
            assert_eq!(Name::of_member(member).setter().as_str(), setter);
        }
    }

    #[test]
    fn names_of_types_are_told_from_others() {
        for name in ["Lead", "T9", "HTTP"] {
            assert!(Name::is_type(name), "{name}");
        }
        for name in [
            "", "lead", "Self", "9", "Ä", "A_b", "A b", "r#A", "str", "u8",
        ] {
            assert!(!Name::is_type(name), "{name}");
        }
    }
}

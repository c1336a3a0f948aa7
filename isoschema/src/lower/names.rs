//! JSON names → Rust identifiers.

use std::collections::{HashMap, HashSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Rust's keywords, strict and reserved, over all editions; `r#` spells those
/// that may be escaped.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words for the symbols that tell names apart, or that are all there is.
fn word(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '&' => "and",
        '+' => "plus",
        '%' => "percent",
        '@' => "at",
        '#' => "number",
        '*' => "star",
        _ => return None,
    })
}

/// Words for the symbols in a name without letters or digits.
fn symbol(symbol: char) -> &'static str {
    match symbol {
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '-' => "minus",
        '/' => "slash",
        '\\' => "backslash",
        '|' => "bar",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '?' => "question",
        '$' => "dollar",
        '^' => "caret",
        '~' => "tilde",
        '_' => "underscore",
        ' ' => "space",
        '\'' | '"' | '`' => "quote",
        '(' | '[' | '{' => "open",
        ')' | ']' | '}' => "close",
        other => word(other).unwrap_or("symbol"),
    }
}

/// A JSON name as words that Rust identifiers can hold.
fn words(name: &str) -> String {
    let name = &*any_ascii::any_ascii(name);
    let mut out = String::with_capacity(name.len() + 8);
    let plain = name.chars().any(char::is_alphanumeric);
    let mut previous = ' ';
    for (index, letter) in name.chars().enumerate() {
        if unicode_ident::is_xid_continue(letter) && (plain || letter != '_') {
            out.push(letter);
        } else if !plain {
            out.push(' ');
            out.push_str(symbol(letter));
        } else if previous == '-' && letter == '>' {
            out.push_str(" to ");
        } else if letter == '-' && index == 0 {
            out.push_str("minus ");
        } else {
            out.push(' ');
            if let Some(word) = word(letter) {
                out.push_str(word);
                out.push(' ');
            }
        }
        previous = letter;
    }
    out
}

/// A name for a type or a variant: `LEAD_OPEN` becomes `LeadOpen`. A name
/// that begins with a digit gets the prefix.
pub(super) fn upper_camel(name: &str, prefix: &str) -> String {
    let camel = words(name).to_upper_camel_case();
    finish(camel, prefix, "Empty")
}

/// A name for a field or a function: `dsOwnerEmail` becomes `ds_owner_email`.
pub(super) fn snake(name: &str) -> String {
    let snake = words(name).to_snake_case();
    let snake = finish(snake, "n", "empty");
    if KEYWORDS.contains(&snake.as_str()) {
        match snake.as_str() {
            "self" | "crate" | "super" => format!("{snake}_"),
            _ => format!("r#{snake}"),
        }
    } else {
        snake
    }
}

/// A name for a module and its file: `lead-status` becomes `lead_status`,
/// `type` becomes `type_`.
pub(crate) fn module_name(name: &str) -> String {
    let name = snake(name);
    match name.strip_prefix("r#") {
        Some(keyword) => format!("{keyword}_"),
        None => name,
    }
}

fn finish(name: String, prefix: &str, empty: &str) -> String {
    match name.chars().next() {
        None => empty.to_owned(),
        Some('_') if name.len() == 1 => empty.to_owned(),
        Some(first) if unicode_ident::is_xid_start(first) || first == '_' => match name.as_str() {
            "Self" => "SelfValue".to_owned(),
            _ => name,
        },
        Some(_) => format!("{prefix}{name}"),
    }
}

/// Hands out each name once.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Scope {
    /// A scope in which some names are taken beforehand.
    pub(super) fn with(taken: &[&str]) -> Self {
        Self {
            taken: taken.iter().map(|name| (*name).to_owned()).collect(),
            next: HashMap::new(),
        }
    }

    /// The name itself if it is free, else the name with the next number.
    pub(crate) fn claim(&mut self, name: &str) -> String {
        if self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let plain = name
            .strip_prefix("r#")
            .unwrap_or(name)
            .trim_end_matches('_');
        let separator = if plain.starts_with(char::is_lowercase) {
            "_"
        } else {
            ""
        };
        let next = self.next.entry(name.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{plain}{separator}{next}");
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, snake, upper_camel};

    #[test]
    fn codes_become_readable_variants() {
        for (code, variant) in [
            ("LEAD_OPEN", "LeadOpen"),
            ("PRTNR_SKILL_&_EXPRT", "PrtnrSkillAndExprt"),
            ("DS Brand -> DS & Migration", "DsBrandToDsAndMigration"),
            ("errors:3dx:invalidRequest", "Errors3dxInvalidRequest"),
            ("A<B|C>", "ABC"),
            ("-1", "Minus1"),
            ("", "Empty"),
            ("<=", "LessEqual"),
            ("Self", "SelfValue"),
            ("2d", "V2d"),
        ] {
            assert_eq!(upper_camel(code, "V"), variant);
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
            assert_eq!(snake(member), field);
        }
    }

    #[test]
    fn a_name_is_handed_out_once() {
        let mut scope = Scope::default();
        let names: Vec<_> = (0..3).map(|_| scope.claim("a")).collect();
        assert_eq!(names, ["a", "a_2", "a_3"]);
    }
}

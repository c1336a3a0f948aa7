//! Identifiers, pointers, templates and encoded contents.

/// `uuid` (RFC 4122): hexadecimal digits, grouped.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// `json-pointer` (RFC 6901).
pub fn is_json_pointer(text: &str) -> bool {
    let begins = text.is_empty() || text.starts_with('/');
    begins
        && text
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']))
}

/// `relative-json-pointer`.
pub fn is_relative_json_pointer(text: &str) -> bool {
    let rest = text.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let number = &text[..text.len() - rest.len()];
    let canonical = number == "0" || !number.is_empty() && !number.starts_with('0');
    canonical && (rest == "#" || is_json_pointer(rest))
}

/// `uri-template` (RFC 6570).
pub fn is_uri_template(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (literal, expression) = rest.split_at(at);
        let Some((expression, after)) = expression
            .strip_prefix('{')
            .and_then(|expression| expression.split_once('}'))
        else {
            return false;
        };
        if !is_literal(literal) || !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    is_literal(rest)
}

/// The text between a template's expressions.
fn is_literal(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.char_indices().all(|(at, character)| match character {
        '%' => bytes
            .get(at + 1..at + 3)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        other => other > ' ' && !other.is_control(),
    })
}

/// An operator and variables, each with a prefix or an explode mark.
fn is_expression(text: &str) -> bool {
    let variables = text.trim_start_matches(|first: char| "+#./;?&=,!@|".contains(first));
    if text.len() - variables.len() > 1 {
        return false;
    }
    variables.split(',').all(|variable| {
        let name = match variable.split_once(':') {
            Some((name, prefix)) => {
                let length = prefix.parse::<u32>().is_ok_and(|length| length < 10_000);
                if !length || prefix.starts_with(['0', '+']) {
                    return false;
                }
                name
            }
            None => variable.strip_suffix('*').unwrap_or(variable),
        };
        name.split('.').all(|part| {
            let bytes = part.as_bytes();
            !part.is_empty()
                && bytes.iter().enumerate().all(|(at, byte)| match byte {
                    b'%' => bytes
                        .get(at + 1..at + 3)
                        .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
                    other => other.is_ascii_alphanumeric() || *other == b'_',
                })
        })
    })
}

/// Whether bytes are one JSON document (RFC 8259).
pub fn is_json(bytes: &[u8]) -> bool {
    ::serde_json::from_slice::<::serde::de::IgnoredAny>(bytes).is_ok()
}

//! JSON names → words that Rust identifiers can hold.

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

/// A JSON name with words for its symbols; for spaces, too, if `all`.
pub(super) fn spelled_out(name: &str, all: bool) -> String {
    let name = &*any_ascii::any_ascii(name);
    let mut out = String::with_capacity(name.len() + 16);
    for (index, letter) in name.char_indices() {
        let is_between = index > 0 && index + 1 < name.len();
        match letter {
            _ if letter.is_ascii_alphanumeric() => {
                out.push(letter);
                continue;
            }
            ' ' if !all => {
                out.push(' ');
                continue;
            }
            _ => out.push(' '),
        }
        out.push_str(match letter {
            '-' if is_between => "dash",
            _ => symbol(letter),
        });
        out.push(' ');
    }
    out
}

/// Whether a name is a word with a mark before it.
fn is_marked(name: &str) -> bool {
    let rest = name.strip_prefix(['@', '#']);
    rest.is_some_and(|rest| rest.starts_with(|it: char| it.is_alphabetic()))
}

/// A JSON name as words that Rust identifiers can hold.
pub(super) fn words(name: &str) -> String {
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
        } else if letter == '-' && (index == 0 || index + 1 == name.len()) {
            // `-1`, and `A-` beside `A+`.
            out.push_str(" minus ");
        } else {
            out.push(' ');
            // `@type` and `#text` are marked, and not at or a number of something.
            let is_mark = index == 0 && is_marked(name);
            if let Some(word) = word(letter).filter(|_| !is_mark) {
                out.push_str(word);
                out.push(' ');
            }
        }
        previous = letter;
    }
    out
}

//! Pointers and URIs: escaping, and relative references.

use std::fmt::Write as _;

/// A name as a reference token of a JSON Pointer.
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A reference token of a JSON Pointer as a name.
pub fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Undoes percent-encoding.
pub fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text
            .get(at + 1..at + 3)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(code) if bytes[at] == b'%' => {
                out.push(code);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Percent-encodes what a URI fragment cannot hold.
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A reference without fragment against a base (RFC 3986, section 5.2).
pub fn resolve(base: &str, uri: &str) -> String {
    let scheme_end = |text: &str| {
        text.find(':').filter(|at| {
            text[..*at]
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
                && *at > 0
        })
    };
    if scheme_end(uri).is_some() {
        return uri.to_owned();
    }
    let Some(colon) = scheme_end(base) else {
        return uri.to_owned();
    };
    let after = &base[colon + 1..];
    let authority = after
        .strip_prefix("//")
        .map_or(0, |rest| 2 + rest.find('/').unwrap_or(rest.len()));
    let (head, path) = base.split_at(colon + 1 + authority);
    if let Some(rest) = uri.strip_prefix("//") {
        return format!("{}//{rest}", &base[..=colon]);
    }
    if uri.starts_with('/') {
        return format!("{head}{}", dots(uri));
    }
    let folder = path.rfind('/').map_or("/", |at| &path[..=at]);
    format!("{head}{}", dots(&format!("{folder}{uri}")))
}

fn dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                if kept.len() > 1 {
                    kept.pop();
                }
            }
            part => kept.push(part),
        }
    }
    kept.join("/")
}

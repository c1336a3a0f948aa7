//! Names and addresses of the network.

/// `ipv4`: four decimal numbers.
pub fn is_ipv4(text: &str) -> bool {
    text.parse::<::core::net::Ipv4Addr>().is_ok()
}

/// `ipv6`, without a zone (RFC 4291).
pub fn is_ipv6(text: &str) -> bool {
    text.parse::<::core::net::Ipv6Addr>().is_ok()
}

/// A host name (RFC 1123): labels of letters, digits and inner hyphens.
pub fn is_ascii_hostname(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

/// `email` (RFC 5321): a mailbox.
pub fn is_email(text: &str) -> bool {
    text.is_ascii() && is_mailbox(text)
}

/// `idn-email` (RFC 6531): a mailbox whose parts may leave ASCII.
pub fn is_idn_email(text: &str) -> bool {
    is_mailbox(text)
}

fn is_mailbox(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let quoted = local
        .strip_prefix('"')
        .and_then(|local| local.strip_suffix('"'));
    let local = match quoted {
        Some(inside) => is_quoted(inside),
        None => local.split('.').all(|atom| {
            !atom.is_empty()
                && atom.chars().all(|character| {
                    !character.is_ascii()
                        || character.is_ascii_alphanumeric()
                        || "!#$%&'*+-/=?^_`{|}~".contains(character)
                })
        }),
    };
    let literal = domain
        .strip_prefix('[')
        .and_then(|domain| domain.strip_suffix(']'));
    let domain = match literal {
        Some(address) => match address.strip_prefix("IPv6:") {
            Some(address) => is_ipv6(address),
            None => is_ipv4(address),
        },
        None if domain.is_ascii() => is_ascii_hostname(domain),
        None => domain.split(['.', '。']).all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|letter| {
                    !letter.is_ascii() || letter.is_ascii_alphanumeric() || letter == '-'
                })
        }),
    };
    local && domain
}

/// The inside of a quoted local part: quotes and backslashes are escaped.
fn is_quoted(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let allowed = match character {
            '\\' => characters
                .next()
                .is_some_and(|next| matches!(next, ' '..='~')),
            '"' => false,
            other => matches!(other, ' '..='~') || !other.is_ascii(),
        };
        if !allowed {
            return false;
        }
    }
    true
}

/// `uri` (RFC 3986): with a scheme.
pub fn is_uri(text: &str) -> bool {
    is_reference(text, Letters::Ascii, true)
}

/// `uri-reference` (RFC 3986).
pub fn is_uri_reference(text: &str) -> bool {
    is_reference(text, Letters::Ascii, false)
}

/// `iri` (RFC 3987): with a scheme.
pub fn is_iri(text: &str) -> bool {
    is_reference(text, Letters::All, true)
}

/// `iri-reference` (RFC 3987).
pub fn is_iri_reference(text: &str) -> bool {
    is_reference(text, Letters::All, false)
}

/// Which letters an identifier may have.
#[derive(Clone, Copy, PartialEq)]
enum Letters {
    Ascii,
    All,
}

fn is_reference(text: &str, letters: Letters, absolute: bool) -> bool {
    let (text, fragment) = split(text, '#');
    let (text, query) = split(text, '?');
    let scheme = text.find(':').filter(|colon| !text[..*colon].contains('/'));
    let rest = match scheme {
        Some(colon) => {
            let (scheme, rest) = (&text[..colon], &text[colon + 1..]);
            let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
            if !named {
                return false;
            }
            rest
        }
        None if absolute => return false,
        None => text,
    };
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            if !is_authority(authority, letters) {
                return false;
            }
            path
        }
        None => rest,
    };
    is_made_of(path, letters, ":@/")
        && query.is_none_or(|query| is_query(query, letters))
        && fragment.is_none_or(|fragment| is_made_of(fragment, letters, ":@/?"))
}

fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn is_query(text: &str, letters: Letters) -> bool {
    if letters == Letters::Ascii {
        return is_made_of(text, letters, ":@/?");
    }
    // A query, and nothing else, may have private characters.
    let private = |character: char| matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}');
    text.split(private)
        .all(|text| is_made_of(text, letters, ":@/?"))
}

fn is_authority(text: &str, letters: Letters) -> bool {
    let (user, host) = match text.rsplit_once('@') {
        Some((user, host)) => (user, host),
        None => ("", text),
    };
    if !is_made_of(user, letters, ":") {
        return false;
    }
    let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((address, port)) => {
            let future = address
                .strip_prefix(['v', 'V'])
                .and_then(|rest| rest.split_once('.'));
            let fits = match future {
                Some((version, address)) => {
                    !version.is_empty()
                        && version.bytes().all(|byte| byte.is_ascii_hexdigit())
                        && !address.is_empty()
                        && !address.contains('%')
                        && is_made_of(address, Letters::Ascii, ":")
                }
                None => is_ipv6(address),
            };
            if !fits || !(port.is_empty() || port.starts_with(':')) {
                return false;
            }
            ("", port.strip_prefix(':').unwrap_or_default())
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    is_made_of(host, letters, "") && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text has nothing but unreserved characters, delimiters inside a
/// component, percent-encoded bytes and some others.
fn is_made_of(text: &str, letters: Letters, others: &str) -> bool {
    let bytes = text.as_bytes();
    text.char_indices().all(|(at, character)| match character {
        '%' => bytes
            .get(at + 1..at + 3)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit)),
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '\u{a0}'.. => letters == Letters::All && is_beyond_ascii(character),
        other => "-._~!$&'()*+,;=".contains(other) || others.contains(other),
    })
}

/// The `ucschar` of RFC 3987: neither private nor a noncharacter.
fn is_beyond_ascii(character: char) -> bool {
    let code = u32::from(character);
    let noncharacter = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    let private = (0xe000..=0xf8ff).contains(&code) || code >= 0xf_0000;
    let tags = (0xe_0000..0xe_1000).contains(&code);
    !noncharacter && !private && !tags && !(0xfff0..=0xffff).contains(&code)
}

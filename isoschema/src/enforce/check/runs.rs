//! A pattern → the runs of letters that it asks for, where it is that simple.

use proc_macro2::TokenStream;
use quote::quote;

/// So many letters, each from one of these ranges of ASCII.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    ranges: Vec<(u8, u8)>,
    least: usize,
    most: usize,
}

/// The slice of `support::Run` for a pattern such as `^[A-Z]{3}$` or
/// `^\d+-\d+$`; `None` where the pattern says more than that, and where
/// matching it may have to go back in the text.
pub(super) fn tokens(pattern: &str) -> Option<TokenStream> {
    let runs = runs(pattern)?.into_iter().map(|run| {
        let ranges = run.ranges.iter().map(|(first, last)| {
            let (first, last) = (literal(*first), literal(*last));
            quote! { (#first, #last) }
        });
        let least = proc_macro2::Literal::usize_unsuffixed(run.least);
        let most = if run.most == usize::MAX {
            quote! { usize::MAX }
        } else {
            let most = proc_macro2::Literal::usize_unsuffixed(run.most);
            quote! { #most }
        };
        quote! { support::Run { ranges: &[#(#ranges),*], least: #least, most: #most } }
    });
    Some(quote! { &[#(#runs),*] })
}

fn literal(byte: u8) -> proc_macro2::Literal {
    proc_macro2::Literal::byte_character(byte)
}

fn runs(pattern: &str) -> Option<Vec<Run>> {
    let inner = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let mut rest = inner.as_bytes();
    let mut runs = Vec::new();
    while !rest.is_empty() {
        let ranges = atom(&mut rest)?;
        let (least, most) = quantifier(&mut rest)?;
        runs.push(Run {
            ranges,
            least,
            most,
        });
    }
    let never_back = (0..runs.len()).all(|index| takes_all(&runs[index..]));
    never_back.then_some(runs)
}

/// Whether the first run may take all that it can: what may come next in the
/// text cannot be a letter of its own.
fn takes_all(runs: &[Run]) -> bool {
    let Some((first, next)) = runs.split_first() else {
        return true;
    };
    if first.least == first.most {
        return true;
    }
    for run in next {
        let meets = run
            .ranges
            .iter()
            .any(|(a, b)| first.ranges.iter().any(|(c, d)| a <= d && c <= b));
        if meets {
            return false;
        }
        if run.least > 0 {
            return true;
        }
    }
    true
}

fn take(rest: &mut &[u8]) -> Option<u8> {
    let (byte, after) = rest.split_first()?;
    *rest = after;
    Some(*byte)
}

/// A letter, an escape or a class.
fn atom(rest: &mut &[u8]) -> Option<Vec<(u8, u8)>> {
    match take(rest)? {
        b'[' => class(rest),
        b'\\' => escape(rest),
        byte if is_plain(byte) || byte == b'-' => Some(vec![(byte, byte)]),
        _ => None,
    }
}

/// Letters of ASCII that mean themselves everywhere in a pattern.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" _,:;@/#%&=~!\"'<>`".contains(&byte)
}

fn escape(rest: &mut &[u8]) -> Option<Vec<(u8, u8)>> {
    match take(rest)? {
        b'd' => Some(vec![(b'0', b'9')]),
        b'w' => Some(vec![(b'0', b'9'), (b'A', b'Z'), (b'_', b'_'), (b'a', b'z')]),
        byte if b"^$\\.*+?()[]{}|/-".contains(&byte) => Some(vec![(byte, byte)]),
        _ => None,
    }
}

/// What stands behind `[`.
fn class(rest: &mut &[u8]) -> Option<Vec<(u8, u8)>> {
    let mut ranges = Vec::new();
    loop {
        let mut found = match take(rest)? {
            b']' if !ranges.is_empty() => return Some(ranges),
            b'\\' => escape(rest)?,
            // Not a range: it stands at one of the ends.
            b'-' if ranges.is_empty() || rest.first() == Some(&b']') => vec![(b'-', b'-')],
            byte if is_plain(byte) || b".*+?(){}|$".contains(&byte) => vec![(byte, byte)],
            _ => return None,
        };
        if let [b'-', last, ..] = rest
            && *last != b']'
        {
            let [(first, same)] = found[..] else {
                return None;
            };
            let last = *last;
            if first != same || last < first || !is_plain(last) {
                return None;
            }
            *rest = &rest[2..];
            found = vec![(first, last)];
        }
        ranges.append(&mut found);
    }
}

/// How often the atom stands there.
fn quantifier(rest: &mut &[u8]) -> Option<(usize, usize)> {
    let (least, most) = match rest.first() {
        Some(b'?') => (0, 1),
        Some(b'*') => (0, usize::MAX),
        Some(b'+') => (1, usize::MAX),
        Some(b'{') => {
            let end = rest.iter().position(|byte| *byte == b'}')?;
            let inner = std::str::from_utf8(&rest[1..end]).ok()?;
            let number = |text: &str| {
                let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                digits.then(|| text.parse().ok()).flatten()
            };
            let counts = match inner.split_once(',') {
                None => number(inner).map(|count| (count, count)),
                Some((least, "")) => number(least).map(|least| (least, usize::MAX)),
                Some((least, most)) => number(least).zip(number(most)),
            };
            *rest = &rest[end..];
            counts?
        }
        _ => return Some((1, 1)),
    };
    take(rest)?;
    // A `?` behind it asks for as few as possible, which is no letter.
    (least <= most).then_some((least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_patterns() {
        for pattern in [
            "^[A-Z]{3}$",
            r"^\d{4}-\d{2}-\d{2}$",
            "^[a-z0-9_-]+$",
            r"^[\w.]*$",
            "^v?[0-9]+$",
            r"^[A-Z]{2}[0-9]{2,}\.x$",
            "^$",
            "^[0-9a-fA-F]{8,}$",
        ] {
            assert!(runs(pattern).is_some(), "{pattern}");
        }
        let run = Run {
            ranges: vec![(b'A', b'Z'), (b'-', b'-')],
            least: 2,
            most: 3,
        };
        assert_eq!(runs("^[A-Z-]{2,3}$"), Some(vec![run]));
    }

    #[test]
    fn all_others() {
        for pattern in [
            "[A-Z]",
            "^a",
            "a$",
            "^a|b$",
            "^(a)$",
            "^[^a]$",
            "^.$",
            r"^\s$",
            r"^\w+\d$",
            "^a*a$",
            "^a?b*a$",
            "^a+?$",
            "^[]$",
            "^[b-a]$",
            "^[a-\\d]$",
            "^[\\d-z]$",
            "^é$",
            "^a{2,1}$",
            "^a{,1}$",
            "^a{99999999999999999999999}$",
            r"^\$",
            "^a\\",
            "^[a$",
            "^a$$",
        ] {
            assert_eq!(runs(pattern), None, "{pattern}");
        }
    }
}

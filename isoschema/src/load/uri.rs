//! URI references (RFC 3986), with patience for what schemas contain.

use fluent_uri::resolve::Resolver;
use fluent_uri::{Iri, IriRef};

/// The base of the schemas folder: a document's URI is this and its path.
const FOLDER: &str = "isoschema:///";

/// What a reference may leave out of a file's name.
const ENDINGS: [&str; 3] = [".json", ".yaml", ".yml"];

/// Why a reference has no target URI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It climbs out of the schemas folder.
    Outside,
    /// It is not a URI reference, or its base is not a URI.
    Malformed,
}

/// Splits a reference into what stands before and behind the first `#`.
#[must_use]
pub fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The URI of a file in the schemas folder.
#[must_use]
pub fn of_path(path: &str) -> String {
    format!("{FOLDER}{}", encode(path, b"/-._~"))
}

/// The file in the schemas folder that a URI stands for.
#[must_use]
pub fn to_path(uri: &str) -> Option<String> {
    uri.strip_prefix(FOLDER).map(decode)
}

/// The reference from one file of the schemas folder to another.
///
/// ```
/// use isoschema::load::uri::between;
///
/// assert_eq!(between("a/b/x.json", "a/c/y.json"), "../c/y.json");
/// assert_eq!(between("x.json", "y:1.json"), "./y:1.json");
/// ```
#[must_use]
pub fn between(from: &str, to: &str) -> String {
    let folder = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
    let (from, mut common) = (&from[..folder(from)], 0);
    for part in from.split_inclusive('/') {
        if !to[common..].starts_with(part) {
            break;
        }
        common += part.len();
    }
    let up = "../".repeat(from[common..].matches('/').count());
    let down = encode(&to[common..], b"/-._~:$@!");
    // A colon in the first segment would make a scheme of it.
    let here = if up.is_empty() && down.split('/').next().is_some_and(|it| it.contains(':')) {
        "./"
    } else {
        ""
    };
    format!("{here}{up}{down}")
}

/// A JSON Pointer as the fragment of a reference.
pub(crate) fn fragment(pointer: &str) -> String {
    encode(pointer, b"/-._~:$@!*+,;=?'()")
}

/// Resolves a reference without a fragment against a base.
///
/// # Errors
///
/// [`Refusal`], for a reference that leads out of the folder or nowhere.
pub fn resolve(base: &str, reference: &str) -> Result<String, Refusal> {
    let base = Iri::parse(base).map_err(|_| Refusal::Malformed)?;
    let encoded;
    let reference = if let Ok(reference) = IriRef::parse(reference) {
        reference
    } else {
        encoded = encode(reference, b"/-._~:?&=+$,;@!'()*%[]");
        IriRef::parse(encoded.as_str()).map_err(|_| Refusal::Malformed)?
    };
    let inside = base.as_str().starts_with(FOLDER);
    let resolved = Resolver::with_base(base)
        .allow_path_underflow(!inside)
        .resolve(&reference);
    match resolved {
        Ok(uri) => {
            let uri = uri.normalize().into_string();
            if uri.starts_with("isoschema:") && !uri.starts_with(FOLDER) {
                return Err(Refusal::Outside);
            }
            // One spelling a file.
            Ok(to_path(&uri).map_or(uri, |path| of_path(&path)))
        }
        Err(fluent_uri::resolve::ResolveError::PathUnderflow) => Err(Refusal::Outside),
        Err(_) => Err(Refusal::Malformed),
    }
}

/// A target with what may have been left out of its end.
pub(crate) fn completed(target: &str) -> impl Iterator<Item = String> {
    let whole = target.ends_with('/')
        || target.contains('?')
        || ENDINGS.iter().any(|ending| target.ends_with(ending));
    let endings = ENDINGS.iter().filter(move |_| !whole);
    endings.map(move |ending| format!("{target}{ending}"))
}

/// Decodes `%XX`; what is no such escape, or no UTF-8, stays as it is.
#[must_use]
pub fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digit = |at: usize| char::from(*tail.get(at)?).to_digit(16);
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Encodes every ASCII character but letters, digits and those given.
fn encode(text: &str, keep: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !keep.contains(&(c as u8)) {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{:02X}", c as u32);
        } else {
            out.push(c);
        }
    }
    out
}

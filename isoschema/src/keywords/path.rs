//! Where a value stands: as a JSON Pointer, and as people write it.

use crate::load::json::escape;

/// One step into a value.
#[derive(Debug, Clone, Copy)]
pub enum Step<'d> {
    /// An array's item.
    Item(usize),
    /// An object's member.
    Member(&'d str),
}

/// The JSON Pointer of a path (RFC 6901).
#[must_use]
pub fn pointer(path: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in path {
        out.push('/');
        match step {
            Step::Item(index) => out.push_str(&index.to_string()),
            Step::Member(name) => out.push_str(&escape(name)),
        }
    }
    out
}

/// A path as generated readers write it: `data.items[3].price`, `(root)` for
/// the document.
#[must_use]
pub fn shown(path: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Item(index) => {
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
            Step::Member(name) if is_plain(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Step::Member(name) => {
                out.push('[');
                out.push_str(&serde_json::Value::from(*name).to_string());
                out.push(']');
            }
        }
    }
    if out.is_empty() {
        out.push_str("(root)");
    }
    out
}

fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic() || first == '_' || first == '$')
        && name
            .chars()
            .all(|other| other.is_alphanumeric() || matches!(other, '_' | '$' | '-'))
}

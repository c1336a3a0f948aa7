//! Paths in macros → the names that Rust's prelude has, where no type of the module has them.

use std::collections::HashSet;

/// Paths with what they are in the prelude (edition 2021 and later); those that begin others
/// come last.
const PRELUDE: &[(&str, &str)] = &[
    ("::core::result::Result::Ok", "Ok"),
    ("::core::result::Result::Err", "Err"),
    ("::core::option::Option::Some", "Some"),
    ("::core::option::Option::None", "None"),
    ("::core::result::Result", "Result"),
    ("::core::option::Option", "Option"),
    ("::core::convert::From", "From"),
    ("::core::convert::Into", "Into"),
    ("::core::convert::TryFrom", "TryFrom"),
    ("::core::convert::TryInto", "TryInto"),
    ("::core::convert::AsRef", "AsRef"),
    ("::core::default::Default", "Default"),
    ("::core::clone::Clone", "Clone"),
    ("::core::cmp::PartialEq", "PartialEq"),
    ("::core::iter::IntoIterator", "IntoIterator"),
    ("::core::ops::FnOnce", "FnOnce"),
    ("::std::string::String", "String"),
    ("::std::vec::Vec", "Vec"),
    ("::std::boxed::Box", "Box"),
];

/// A line of a macro with short names.
pub(super) fn short(line: &str, taken: &HashSet<&str>) -> String {
    let mut out = line.to_owned();
    for (path, name) in PRELUDE {
        if out.contains(path) && !taken.contains(name) {
            out = replaced(&out, path, name);
        }
    }
    out
}

/// A line with a name in place of a path, where that is not the beginning of a longer word.
fn replaced(line: &str, path: &str, name: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once(path) {
        let goes_on = behind.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        out.push_str(before);
        out.push_str(if goes_on { path } else { name });
        rest = behind;
    }
    out.push_str(rest);
    out
}

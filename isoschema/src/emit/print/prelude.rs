//! What has short names wherever it is used.

use std::collections::HashSet;

/// What Rust's prelude (edition 2021 and later) has under its last name.
const PRELUDE: &[&str] = &[
    "::core::option::Option",
    "::core::result::Result",
    "::core::convert::From",
    "::core::convert::Into",
    "::core::convert::TryFrom",
    "::core::convert::TryInto",
    "::core::convert::AsRef",
    "::core::default::Default",
    "::core::clone::Clone",
    "::core::ops::FnOnce",
    "::std::string::String",
    "::std::vec::Vec",
    "::std::boxed::Box",
];

/// Rust's prelude, as far as a module does not define its names itself.
#[derive(Debug)]
pub(in crate::emit) struct Prelude {
    taken: HashSet<String>,
    /// What the module may import.
    imports: &'static [&'static str],
}

impl Prelude {
    /// For a module that defines these names.
    pub(in crate::emit) fn without<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self {
            taken: names.map(str::to_owned).collect(),
            imports: &[],
        }
    }

    /// With some paths that the module can import.
    pub(in crate::emit) fn importing(mut self, imports: &'static [&'static str]) -> Self {
        self.imports = imports;
        self
    }

    pub(super) fn imports(&self, path: &str) -> bool {
        self.imports.contains(&path)
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name)
    }

    /// Whether the last name of a path means the same without the others.
    pub(super) fn has(&self, path: &str) -> bool {
        let name = path.rsplit("::").next().unwrap_or(path);
        (PRELUDE.contains(&path) || self.imports(path)) && self.is_free(name)
    }

    /// As [`Prelude::has`], of a variant whose enum may be short already.
    pub(super) fn has_variant(&self, path: &str) -> bool {
        let mut names = path.rsplit("::");
        let (name, of) = (names.next().unwrap_or(path), names.next());
        let known = match name {
            "Some" | "None" => "Option",
            "Ok" | "Err" => "Result",
            _ => return false,
        };
        of == Some(known) && self.is_free(name)
    }
}

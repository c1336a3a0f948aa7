//! The runtime that a module brings along: the files of `runtime/`, joined
//! into one module `support`.

use crate::config::{Maps, Visibility};

/// What a module uses of the runtime.
pub(super) struct Uses<'a> {
    /// Whether there are regular expressions.
    pub(super) patterns: bool,
    /// Whether formats are asserted.
    pub(super) formats: bool,
    /// The feature under which schemas are derived.
    pub(super) schemars: Option<&'a str>,
    /// The type of maps.
    pub(super) maps: Maps,
    /// Who sees the module.
    pub(super) visibility: Visibility,
}

/// The files that every module needs, in their order.
const ALWAYS: &[&str] = &[
    include_str!("../../runtime/tape.rs"),
    include_str!("../../runtime/fill.rs"),
    include_str!("../../runtime/scan.rs"),
    include_str!("../../runtime/number.rs"),
    include_str!("../../runtime/fault.rs"),
    include_str!("../../runtime/error.rs"),
    include_str!("../../runtime/path.rs"),
    include_str!("../../runtime/equal.rs"),
    include_str!("../../runtime/constant.rs"),
    include_str!("../../runtime/read.rs"),
    include_str!("../../runtime/take.rs"),
    include_str!("../../runtime/never.rs"),
    include_str!("../../runtime/integer.rs"),
    include_str!("../../runtime/text.rs"),
    include_str!("../../runtime/bag.rs"),
    include_str!("../../runtime/build.rs"),
    include_str!("../../runtime/marks.rs"),
    include_str!("../../runtime/apply.rs"),
];
const HASH_MAP: &str = include_str!("../../runtime/hash_map.rs");
const INDEX_MAP: &str = include_str!("../../runtime/index_map.rs");
const PATTERN: &str = include_str!("../../runtime/pattern.rs");
const FORMATS: &[&str] = &[
    include_str!("../../runtime/format_time.rs"),
    include_str!("../../runtime/format_net.rs"),
    include_str!("../../runtime/format_text.rs"),
];
const HOST_NAMES: &str = include_str!("../../runtime/format_idn.rs");
const SCHEMA: &str = include_str!("../../runtime/schema.rs");

/// The text of the module that [`Generator::support`](crate::Generator::support)
/// names, `pub mod support`, with all that any generated module with maps of this
/// type needs. It needs `serde`, `serde_json` and `regress`, and `schemars`
/// under the feature of this name, if there is one.
#[must_use]
pub fn support(schemars: Option<&str>, maps: Maps) -> String {
    module(&Uses {
        patterns: true,
        formats: true,
        schemars,
        maps,
        visibility: Visibility::Public,
    })
}

/// The text of the module `support`.
pub(super) fn module(uses: &Uses<'_>) -> String {
    let mut out = String::from(
        "/// What the generated types share: errors, the bag of undeclared members, and\n\
         /// the tape from which documents are read.\n\
         // Not every module uses every part.\n\
         #[allow(dead_code)]\n",
    );
    out.push_str(match uses.visibility {
        Visibility::Public => "pub mod support {\n",
        Visibility::Crate => "pub(crate) mod support {\n",
    });
    for file in ALWAYS {
        add(file, &mut out);
    }
    match uses.maps {
        Maps::BTreeMap => {}
        Maps::HashMap => add(HASH_MAP, &mut out),
        Maps::IndexMap => add(INDEX_MAP, &mut out),
    }
    if uses.patterns {
        add(PATTERN, &mut out);
    }
    if uses.formats {
        for file in FORMATS {
            add(file, &mut out);
        }
        if uses.patterns {
            add(HOST_NAMES, &mut out);
        }
    }
    if let Some(feature) = uses.schemars {
        out.push_str("\n    /// Schemas, derived.\n    #[cfg(feature = \"");
        out.push_str(feature);
        out.push_str(
            "\")]\n    pub(super) mod derived {\n        use super::{AdditionalProperties, Integer, Never};\n",
        );
        let mut inner = String::new();
        add(SCHEMA, &mut inner);
        for line in inner.lines() {
            if !line.is_empty() {
                out.push_str("    ");
                out.push_str(&line.replace("pub(super)", "pub(in super::super)"));
            }
            out.push('\n');
        }
        out.push_str("    }\n");
    }
    out.push_str("}\n");
    out
}

/// A file without what only its being a file needs.
fn add(file: &str, out: &mut String) {
    out.push('\n');
    let mut lines = file
        .lines()
        .filter(|line| !line.starts_with("//!") && *line != "use super::*;")
        .skip_while(|line| line.is_empty());
    for line in &mut lines {
        if !line.is_empty() {
            out.push_str("    ");
            out.push_str(line);
        }
        out.push('\n');
    }
}

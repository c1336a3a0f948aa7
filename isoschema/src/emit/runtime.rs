//! The runtime that a module brings along: the files of `runtime/`, joined
//! into one module `support`.

use crate::config::kinds::Dates;
use crate::config::kinds::{Maps, Visibility};
use crate::config::settings::Config;

use super::head::head;
use super::tree::{Module, indent, keyword};

/// What a module uses of the runtime.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each part that may be left out"
)]
pub(super) struct Uses<'a> {
    /// Whether there are regular expressions.
    pub(super) patterns: bool,
    /// Whether there are simple patterns.
    pub(super) runs: bool,
    /// Whether formats are asserted.
    pub(super) formats: bool,
    /// The feature under which schemas are derived.
    pub(super) schemars: Option<&'a str>,
    /// The type of maps.
    pub(super) maps: Maps,
    /// Whether the types have a borrowing form.
    pub(super) borrowed: bool,
    /// Who sees the module.
    pub(super) visibility: Visibility,
    /// What the texts that mean a date convert to.
    pub(super) dates: Dates,
}

/// The files that every module needs, in their order.
const ALWAYS: &[&str] = &[
    include_str!("../../runtime/kinds.rs"),
    include_str!("../../runtime/tape.rs"),
    include_str!("../../runtime/walk.rs"),
    include_str!("../../runtime/fill.rs"),
    include_str!("../../runtime/repeated.rs"),
    include_str!("../../runtime/quotes.rs"),
    include_str!("../../runtime/scan.rs"),
    include_str!("../../runtime/direct.rs"),
    include_str!("../../runtime/record.rs"),
    include_str!("../../runtime/number.rs"),
    include_str!("../../runtime/words.rs"),
    include_str!("../../runtime/fault.rs"),
    include_str!("../../runtime/error.rs"),
    include_str!("../../runtime/path.rs"),
    include_str!("../../runtime/equal.rs"),
    include_str!("../../runtime/constant.rs"),
    include_str!("../../runtime/place.rs"),
    include_str!("../../runtime/read.rs"),
    include_str!("../../runtime/take.rs"),
    include_str!("../../runtime/never.rs"),
    include_str!("../../runtime/integer.rs"),
    include_str!("../../runtime/text.rs"),
    include_str!("../../runtime/bag.rs"),
    include_str!("../../runtime/build.rs"),
    include_str!("../../runtime/marks.rs"),
    include_str!("../../runtime/apply.rs"),
    include_str!("../../runtime/macro_place.rs"),
    include_str!("../../runtime/macro_record.rs"),
    include_str!("../../runtime/macro_builder.rs"),
    include_str!("../../runtime/macro_codes.rs"),
    include_str!("../../runtime/macro_newtype.rs"),
    include_str!("../../runtime/macro_text.rs"),
    include_str!("../../runtime/macro_schema.rs"),
    include_str!("../../runtime/macro_reading.rs"),
    include_str!("../../runtime/macro_accessors.rs"),
];
const HASH_MAP: &str = include_str!("../../runtime/hash_map.rs");
const INDEX_MAP: &str = include_str!("../../runtime/index_map.rs");
const BORROW: &str = include_str!("../../runtime/borrow.rs");
const PATTERN: &str = include_str!("../../runtime/pattern.rs");
const RUNS: &str = include_str!("../../runtime/runs.rs");
const TIMES: &str = include_str!("../../runtime/format_time.rs");
const FORMATS: &[&str] = &[
    include_str!("../../runtime/format_net.rs"),
    include_str!("../../runtime/format_text.rs"),
];
const HOST_NAMES: &str = include_str!("../../runtime/format_idn.rs");
const DATE: &str = include_str!("../../runtime/date.rs");
const JIFF: &str = include_str!("../../runtime/date_jiff.rs");
const CHRONO: &str = include_str!("../../runtime/date_chrono.rs");
const TIME: &str = include_str!("../../runtime/date_time.rs");
const SCHEMA: &str = include_str!("../../runtime/schema.rs");
const SCHEMA_DATE: &str = include_str!("../../runtime/schema_date.rs");

/// The text of the module that [`Generator::support`](crate::Generator::support)
/// names, `pub mod support`, with all that any module needs that is generated
/// under a configuration. It needs `serde`, `serde_json` and `regress`,
/// `schemars` under the feature of this name, if there is one, and the crates
/// that the configuration names for maps and dates.
#[must_use]
pub fn support(schemars: Option<&str>, config: &Config) -> String {
    let module = module(&Uses {
        patterns: true,
        runs: true,
        formats: true,
        borrowed: true,
        schemars,
        maps: config.types.maps,
        visibility: Visibility::Public,
        dates: config.types.dates,
    });
    let around = Module {
        children: vec![module],
        ..Module::default()
    };
    around.text().trim_start().to_owned()
}

/// The module `support`.
pub(super) fn module(uses: &Uses<'_>) -> Module {
    let mut body = String::new();
    for file in ALWAYS {
        add(file, &mut body);
    }
    match uses.maps {
        Maps::BTreeMap => {}
        Maps::HashMap => add(HASH_MAP, &mut body),
        Maps::IndexMap => add(INDEX_MAP, &mut body),
    }
    if uses.borrowed {
        add(BORROW, &mut body);
    }
    if uses.patterns {
        add(PATTERN, &mut body);
    }
    if uses.runs {
        add(RUNS, &mut body);
    }
    if uses.formats || uses.dates != Dates::String {
        add(TIMES, &mut body);
    }
    if uses.formats {
        for file in FORMATS {
            add(file, &mut body);
        }
        if uses.patterns {
            add(HOST_NAMES, &mut body);
        }
    }
    let conversions = conversions(uses.dates);
    if let Some((conversions, _)) = conversions {
        add(DATE, &mut body);
        add(conversions, &mut body);
    }
    if let Some(feature) = uses.schemars {
        body.push_str("\n/// Schemas, derived.\n#[cfg(feature = \"");
        body.push_str(feature);
        body.push_str(
            "\")]\npub(super) mod derived {\n    use super::{AdditionalProperties, Integer, Never};\n",
        );
        let mut inner = String::new();
        add(SCHEMA, &mut inner);
        if let Some((_, names)) = conversions {
            add(SCHEMA_DATE, &mut inner);
            inner.push_str("\ntext_schemas!(");
            inner.push_str(&names.join(" "));
            inner.push_str(");\n");
        }
        indent(
            &inner.replace("pub(super)", "pub(in super::super)"),
            &mut body,
        );
        body.push_str("}\n");
    }
    Module {
        name: "support".to_owned(),
        before: "/// What the generated types share: errors, the bag of undeclared members, and\n\
                 /// the tape from which documents are read.\n\
                 // Not every module uses every part; editions before 2024 have no chains of `let`.\n\
                 #[allow(dead_code, unused_imports, unused_macros, clippy::collapsible_if)]\n"
            .to_owned(),
        visibility: keyword(uses.visibility),
        head: head([]),
        body,
        ..Module::default()
    }
}

/// The conversions of texts that mean a date, and the names of their types.
fn conversions(dates: Dates) -> Option<(&'static str, &'static [&'static str])> {
    match dates {
        Dates::String => None,
        Dates::Jiff => Some((JIFF, &["Date", "DateTime", "Duration"])),
        Dates::Chrono => Some((CHRONO, &["Date", "DateTime"])),
        Dates::Time => Some((TIME, &["Date", "DateTime"])),
    }
}

/// A file without what only its being a file needs.
fn add(file: &str, out: &mut String) {
    out.push('\n');
    let mut lines = file
        .lines()
        .filter(|line| !line.starts_with("//!") && *line != "use super::*;")
        .skip_while(|line| line.is_empty());
    for line in &mut lines {
        out.push_str(line);
        out.push('\n');
    }
}

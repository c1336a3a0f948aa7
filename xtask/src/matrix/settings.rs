//! One configuration: what is drawn for a module, and what the whole program
//! that it is compiled in has for all of its modules.

use std::fmt::Write as _;

use fastrand::Rng;

use super::draw::Set;
use super::meaning::{Meaning, enums};
use super::proof::uri::percent_encode;

/// What all modules of a program have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Common {
    pub(crate) edition: &'static str,
    /// Whether what other crates can turn on in `serde_json` is on.
    pub(crate) extremes: bool,
    pub(crate) dates: &'static str,
    pub(crate) maps: &'static str,
    /// Whether the types have derived schemas.
    pub(crate) schemars: bool,
}

const fn common(
    edition: &'static str,
    extremes: bool,
    dates: &'static str,
    maps: &'static str,
    schemars: bool,
) -> Common {
    Common {
        edition,
        extremes,
        dates,
        maps,
        schemars,
    }
}

/// The programs. The first one holds the default of every set; any two
/// settings meet in one of the others.
pub(crate) const PROGRAMS: [Common; 9] = [
    common("2024", false, "String", "BTreeMap", false),
    common("2021", true, "jiff", "IndexMap", true),
    common("2024", true, "time", "HashMap", false),
    common("2024", false, "chrono", "IndexMap", true),
    common("2021", false, "time", "BTreeMap", true),
    common("2021", false, "jiff", "HashMap", false),
    common("2024", true, "String", "BTreeMap", true),
    common("2021", true, "chrono", "BTreeMap", false),
    common("2024", false, "time", "IndexMap", true),
];

/// The module of a program that its modules share.
const SHARED: &str = "crate::support";

/// What a module is generated with, beside what its program has.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(crate) struct Settings {
    pub(crate) borrowed: bool,
    pub(crate) integers: &'static str,
    pub(crate) layout: &'static str,
    /// Whether schemas have forms for requests and responses beside their own.
    pub(crate) views: bool,
    /// The documents that share a module, whatever the layout.
    pub(crate) together: Vec<String>,
    pub(crate) without_builders: bool,
    pub(crate) in_crate: bool,
    pub(crate) derives: bool,
    /// Where it has what all types share; most share a module.
    pub(crate) support: &'static str,
    pub(crate) meaning: Meaning,
}

impl Settings {
    /// What nobody configured.
    pub(crate) fn default() -> Self {
        Self {
            integers: "i64",
            layout: "file",
            support: SHARED,
            ..<Self as Default>::default()
        }
    }

    /// A configuration for a set.
    pub(crate) fn draw(set: &Set, rng: &mut Rng) -> Self {
        let mut opened = Vec::new();
        if rng.u8(..3) == 0 {
            opened = enums(set);
            rng.shuffle(&mut opened);
            opened.truncate(rng.usize(1..3));
        }
        Self {
            borrowed: rng.bool(),
            integers: ["i64", "wide", "exact"][rng.usize(..3)],
            layout: ["file", "modules", "folders", "tags", "operations"][rng.usize(..5)],
            views: rng.u8(..3) == 0,
            without_builders: rng.u8(..3) == 0,
            in_crate: rng.u8(..3) == 0,
            derives: rng.u8(..3) == 0,
            support: match rng.u8(..6) {
                0 => "pasted",
                1 => "crate",
                _ => SHARED,
            },
            meaning: Meaning {
                formats: rng.u8(..3) == 0,
                opened,
            },
            together: together(set, rng),
        }
    }

    /// It as `isoschema.toml`.
    pub(crate) fn toml(&self, common: &Common) -> String {
        let mut out = format!(
            "[generate]\nintegers = \"{}\"\nviews = {}\n[types]\nborrowed = {}\nbuilders = {}\nlayout = \"{}\"\n\
             visibility = \"{}\"\nsupport = \"{}\"\nmaps = \"{}\"\ndates = \"{}\"\n",
            self.integers,
            self.views,
            self.borrowed,
            !self.without_builders,
            self.layout,
            if self.in_crate { "pub(crate)" } else { "pub" },
            self.support,
            common.maps,
            common.dates,
        );
        if self.derives {
            out.push_str(
                "derives = [\"noop::Noop\"]\nnon-exhaustive = true\n\
                 attributes = [\"#[must_use]\"]\n",
            );
        }
        if !self.together.is_empty() {
            let _ = writeln!(
                out,
                "[types.modules]\nshared = {}",
                serde_json::json!(self.together)
            );
        }
        if self.meaning.formats {
            out.push_str("[formats]\nassert = true\n");
        }
        if !self.meaning.opened.is_empty() {
            out.push_str("[open-enums]\n");
        }
        for place in &self.meaning.opened {
            let (document, pointer) = place.split_once('#').unwrap_or((place, ""));
            // A JSON string is one of TOML.
            let place = serde_json::Value::from(format!("{document}#{}", percent_encode(pointer)));
            let _ = writeln!(out, "{place} = \"more come\"");
        }
        out
    }
}

/// Some of the documents of a set, mostly none.
fn together(set: &Set, rng: &mut Rng) -> Vec<String> {
    if rng.u8(..3) != 0 {
        return Vec::new();
    }
    let documents = set.documents.iter().map(|(name, _)| name.clone());
    documents.filter(|_| rng.bool()).collect()
}

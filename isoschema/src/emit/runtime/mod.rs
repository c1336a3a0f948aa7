//! The runtime as a module brings it along: those items of
//! `isoschema-runtime` that it uses, in one module `support`.

mod arms;
mod calls;
mod joined;
mod known;
mod mentioned;
mod part;
mod parts;
mod pieces;
mod select;
mod short;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::config::kinds::{Dates, Maps, Visibility};
use crate::config::settings::Config;
use crate::formats::ready::MOMENT;

use super::head::head;
use super::tree::{Module, indent, keyword};

use isoschema_runtime::__private::VERSION;
use isoschema_runtime::source::FILES;
use known::{EXPORTED, FRONT, Known, Needed};
use mentioned::Mentioned;
use pieces::{Kind, Piece};

/// What the texts of the runtime become in a module.
pub(super) struct Form<'a> {
    /// The feature under which schemas are derived.
    pub(super) schemars: Option<&'a str>,
    /// What the texts that mean a date convert to.
    pub(super) dates: Dates,
    /// Who sees the module.
    pub(super) visibility: Visibility,
    /// The types of the module around it; none where it is for any.
    pub(super) taken: Option<HashSet<&'a str>>,
}

/// The text of the module that [`Generator::support`](crate::Generator::support)
/// names, `pub mod support`, with all that any module needs that is generated
/// under a configuration. It needs `serde`, `serde_json` and `regress`,
/// `schemars` under the feature of this name, if there is one, and the crates
/// that the configuration names for maps and dates.
#[must_use]
pub fn support(schemars: Option<&str>, config: &Config) -> String {
    let form = Form {
        schemars,
        dates: config.types.dates,
        visibility: Visibility::Public,
        taken: None,
    };
    let mut without = match config.types.maps {
        Maps::BTreeMap => vec!["hash_map", "index_map"],
        Maps::HashMap => vec!["index_map"],
        Maps::IndexMap => vec!["hash_map"],
    };
    if !config.has_foreign(MOMENT) {
        without.push("moment");
    }
    let around = Module {
        children: vec![form.whole(&without)],
        ..Module::default()
    };
    around.text().trim_start().to_owned()
}

/// What a module needs of the crate beside what is always there.
pub(super) struct Wanted {
    pub(super) patterns: bool,
    pub(super) formats: bool,
    pub(super) maps: Maps,
    pub(super) dates: Dates,
}

impl Wanted {
    /// The features of the crate, by their names.
    fn features(&self) -> Vec<&'static str> {
        let of_maps = match self.maps {
            Maps::BTreeMap => "",
            Maps::HashMap => "std",
            Maps::IndexMap => "indexmap",
        };
        let mut features = self.modules();
        features.push(of_maps);
        features.retain(|feature| !feature.is_empty());
        features
    }

    /// Those that have a module of their own, in the order in which they are
    /// inside one another.
    fn modules(&self) -> Vec<&'static str> {
        let of_dates = match self.dates {
            Dates::String => "",
            dates => dates.name(),
        };
        let mut modules = vec![
            if self.patterns { "patterns" } else { "" },
            if self.formats { "formats" } else { "" },
            of_dates,
        ];
        modules.retain(|module| !module.is_empty());
        modules
    }
}

/// The first item of a module whose support is the crate: rustc shows the line
/// where that version, or a feature, is not there, and nothing else then.
pub(super) fn import(wanted: &Wanted, visibility: Visibility) -> String {
    let unused = match visibility {
        Visibility::Public => "",
        Visibility::Crate => "#[allow(unused_imports)]\n",
    };
    let path = [&[VERSION], &*wanted.modules()].concat().join("::");
    let features = wanted.features();
    let with = match features.len() {
        0 => String::new(),
        1 => format!(", feature {}", features[0]),
        _ => format!(", features {}", features.join(", ")),
    };
    let (visibility, version) = (keyword(visibility), env!("CARGO_PKG_VERSION"));
    format!(
        "\n{unused}{visibility}use ::isoschema_runtime::__private::{path} as support; \
         // isoschema-runtime {version}{with}\n"
    )
}

/// What stands before the name of a feature by which types from elsewhere are read.
pub(super) const OF_TYPES: &str = "use ::isoschema_runtime::__private::v1::types::";

/// A line for each crate whose types the runtime reads: rustc shows the one whose feature is
/// not there.
pub(super) fn import_types<'a>(crates: impl Iterator<Item = &'a str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let line = |name| {
        format!(
            "\n#[allow(unused_imports)]\n{OF_TYPES}{name} as _; // isoschema-runtime {version}, feature {name}\n"
        )
    };
    crates.map(line).collect()
}

/// Paths that are long, and what they are in a module that imports their beginnings.
const NEAR: [(&str, &str); 3] = [
    ("::core::fmt::", "fmt::"),
    ("::serde::de::", "de::"),
    ("::serde::ser::", "ser::"),
];

/// What a piece of the runtime begins with that derives schemas.
const SCHEMARS: &str = "#[cfg(feature = \"schemars\")]";

/// The items of each file, which are the same for every module.
static PIECES: LazyLock<Vec<(&str, Vec<Piece<'static>>)>> = LazyLock::new(|| {
    let files = FILES.iter();
    files
        .map(|&(name, text)| (name, pieces::pieces(text)))
        .collect()
});

impl Form<'_> {
    /// The module `support`, with what a module of this text mentions.
    pub(super) fn module(&self, text: &str) -> Module {
        let mut mentioned = Mentioned::default();
        self.holding(&[], |pieces| {
            let known = Known::of(pieces);
            mentioned.module(text, &known);
            select::needed(pieces, &mut mentioned, &known)
        })
    }

    /// The module `support`, with all that there is but for some files.
    fn whole(&self, without: &[&str]) -> Module {
        self.holding(without, |pieces| {
            pieces.iter().copied().map(Needed::all).collect()
        })
    }

    fn holding(
        &self,
        without: &[&str],
        needed: impl FnOnce(&[&'static Piece<'static>]) -> Vec<Needed>,
    ) -> Module {
        let mut pieces = Vec::new();
        let mut derived = usize::MAX;
        for (name, of_file) in PIECES.iter() {
            let is_in = match *name {
                "date" => self.dates != Dates::String,
                "chrono" | "jiff" | "time" => self.dates.name() == *name,
                "derived" => self.schemars.is_some(),
                _ => !without.contains(name),
            };
            if is_in {
                if *name == "derived" {
                    derived = pieces.len();
                }
                pieces.extend(of_file);
            }
        }
        if self.schemars.is_none() {
            pieces.retain(|piece| !piece.text.lines().any(|line| line == SCHEMARS));
        }
        let needed = needed(&pieces);
        let mut body = "use ::core::fmt;\nuse ::serde::{de, ser};\n".to_owned();
        let mut inner = String::new();
        let mut macros = Vec::new();
        for (index, (piece, needed)) in pieces.iter().zip(&needed).enumerate() {
            if let (Kind::Macro(name), true) = (&piece.kind, needed.whole)
                && piece.text.contains(EXPORTED)
            {
                macros.push(*name);
            }
            if index < derived {
                self.add(piece, needed, true, &mut body);
            } else {
                self.add(piece, needed, false, &mut inner);
            }
        }
        if !macros.is_empty() {
            let _ = writeln!(body, "\npub(super) use {{{}}};", macros.join(", "));
        }
        if let Some(feature) = self.schemars.filter(|_| !inner.is_empty()) {
            let _ = write!(
                body,
                "\n/// Schemas, derived.\n#[cfg(feature = \"{feature}\")]\npub(super) mod derived {{\n    \
                 #[allow(unused_imports, clippy::wildcard_imports)]\n    use super::*;\n"
            );
            indent(&inner, &mut body);
            body.push_str("}\n");
        }
        Module {
            name: "support".to_owned(),
            doc: "What the generated types share: errors, the bag of undeclared members, and\n\
                  the tape from which documents are read."
                .to_owned(),
            comment: "What a module does not use is left out, wherever it stands.".to_owned(),
            allowed: vec!["unused", "clippy::all", "clippy::pedantic"],
            is_laid_out: true,
            visibility: keyword(self.visibility),
            head: head([]),
            body: joined::joined(&body),
            ..Module::default()
        }
    }

    /// Adds a piece, as far as it is needed; `outermost` where it is not in a
    /// module of its own.
    fn add(&self, piece: &Piece<'_>, needed: &Needed, outermost: bool, out: &mut String) {
        if !needed.whole {
            return;
        }
        if piece.apart {
            out.push('\n');
        }
        let is_front = match piece.kind {
            Kind::Named(name) | Kind::Impl { for_type: name, .. } => FRONT.contains(&name),
            Kind::Macro(_) => false,
        };
        let cuts: Vec<_> = piece
            .parts
            .iter()
            .zip(&needed.parts)
            .filter(|(_, is_needed)| !**is_needed)
            .map(|(part, _)| part.range.clone())
            .collect();
        let text = parts::without(piece.text, &cuts);
        self.paste(&text, is_front, outermost, out);
    }

    /// Adds a text of the runtime as it is in a module.
    ///
    /// What is hidden there, and what is no item that people meet, is seen
    /// by the module around alone, and has its comments in the crate. Examples
    /// are for those who have the crate.
    fn paste(&self, text: &str, is_front: bool, outermost: bool, out: &mut String) {
        let mut is_hidden = false;
        let mut has_more = false;
        let is_macro = text.contains("macro_rules!");
        let mut code = text.lines().filter(|line| !line.starts_with(['/', '#']));
        let begins = code.next().unwrap_or_default();
        let of_trait = begins.starts_with("pub trait ") || begins.contains(" for ");
        // What is said of the next line of code.
        let mut about = String::new();
        let mut attributes = String::new();
        for line in text.lines() {
            let inner = line.trim_start();
            // What a macro has inside are comments of what it makes.
            if line.starts_with("//") || inner.starts_with("//") {
                // The crate has the rest, and examples.
                has_more |= inner == "///";
                let is_said =
                    inner.starts_with("/// ") && !has_more || inner.starts_with("// ") && is_macro;
                if is_said && !inner.starts_with(parts::ONLY_WITH) {
                    let _ = writeln!(about, "{line}");
                }
                continue;
            }
            has_more = false;
            if inner == "#[doc(hidden)]" {
                is_hidden = true;
                continue;
            }
            if matches!(inner, EXPORTED | "#[inline]" | "#[cold]")
                || !is_macro && inner.starts_with("#[allow(clippy::") && inner.ends_with(")]")
            {
                continue;
            }
            if line == SCHEMARS {
                let feature = self.schemars.unwrap_or_default();
                let _ = writeln!(attributes, "#[cfg(feature = \"{feature}\")]");
                continue;
            }
            let mut line = line
                .replace("pub(crate)", "pub(super)")
                .replace("::alloc::", "::std::");
            if !is_macro {
                for (path, near) in NEAR {
                    line = line.replace(path, near);
                }
            } else if let Some(taken) = &self.taken {
                line = short::short(&line, taken);
            }
            if !is_macro && inner.starts_with("#[") {
                let _ = writeln!(attributes, "{line}");
                continue;
            }
            let is_shown = is_front && !is_hidden || is_macro && line != inner;
            let is_about = is_macro || of_trait || inner.starts_with("pub ");
            if is_shown && is_about {
                out.push_str(&about);
            }
            out.push_str(&attributes);
            about.clear();
            attributes.clear();
            if !is_shown && inner.starts_with("pub ") {
                let seen = if outermost {
                    "super"
                } else {
                    "in super::super"
                };
                out.push_str(&line.replacen("pub ", &format!("pub({seen}) "), 1));
                is_hidden = false;
            } else {
                out.push_str(&line);
            }
            out.push('\n');
        }
    }
}

//! How the generated types look: `[types]`.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::dates::Dates;
use super::read::{Reader, setting, span};
use super::{Config, Setting};
use crate::diagnostics::Span;
use crate::lower::model::Integer;

/// Who sees the generated items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Everyone: `pub`.
    #[default]
    Public,
    /// The crate that they are in: `pub(crate)`.
    Crate,
}

/// The Rust type of an integer without narrower bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Integers {
    /// `i128`: all of `i64` and of `u64`.
    #[default]
    Wide,
    /// A type of any size.
    Exact,
    /// `i64`. Greater ones, valid or not, are refused: the report says where.
    Narrow,
}

/// The Rust type of an object whose members its schema does not name.
///
/// Whatever the type, what is read is written back as an equal document.
/// Undeclared members beside declared ones are not among these: they are kept
/// in a bag of their own, sorted by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Maps {
    /// `std::collections::BTreeMap`: members are written sorted by name.
    #[default]
    BTreeMap,
    /// `std::collections::HashMap`: members are written in no order, another
    /// one each time. What holds such a map has no `Ord` and no `Hash`.
    HashMap,
    /// `indexmap::IndexMap`: members are written in the order in which they
    /// were read or inserted. What holds such a map has no `Ord` and no
    /// `Hash`, and two maps are equal whatever their order. The crate with the
    /// types needs `indexmap`, and `schemars` with the feature `indexmap2`
    /// where types have `JsonSchema`.
    IndexMap,
}

/// The modules that the types are in.
///
/// Wherever a type is, the outermost module has its name too: names are unique
/// over all schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Layout {
    /// One module, one file.
    #[default]
    File,
    /// A module for each schema document, named after it: `lead-status.json`
    /// is `lead_status`. It holds the types of the document's root and of
    /// what stands inside the document.
    Modules,
    /// As [`Layout::Modules`], with the folders of the documents as modules
    /// around them: `api/lead.json` is `api::lead`.
    Folders,
}

/// The settings of `[types]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Types {
    pub(crate) without_builders: bool,
    pub(crate) borrowed: bool,
    pub(crate) visibility: Visibility,
    /// Where the visibility is set, if in a file.
    pub(crate) visibility_at: Option<Span>,
    pub(crate) maps: Maps,
    pub(crate) layout: Layout,
    pub(crate) derives: Vec<String>,
    pub(crate) dates: Dates,
    pub(crate) replaced: IndexMap<String, Setting>,
}

const KNOWN: &[&str] = &[
    "builders",
    "borrowed",
    "visibility",
    "derives",
    "maps",
    "layout",
    "dates",
    "replace",
];

/// What every generated type implements, by derive or in full.
const PRESENT: [&str; 11] = [
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Serialize",
    "Deserialize",
    "JsonSchema",
];

impl Config {
    /// The type of an integer without narrower bounds, in the model.
    pub(crate) fn widest(&self) -> Integer {
        match self.integers {
            Integers::Wide => Integer::I128,
            Integers::Exact => Integer::Any,
            Integers::Narrow => Integer::I64,
        }
    }

    /// The crates that generated code may name since the configuration does, by
    /// their names in Rust code.
    pub(crate) fn crates(&self) -> BTreeSet<String> {
        let replaced = self.types.replaced.values();
        let derives = self.types.derives.iter();
        derives
            .chain(replaced.map(|setting| &setting.value))
            .filter_map(|path| path.trim_start_matches("::").split("::").next())
            .chain(self.package.dependencies.keys().map(String::as_str))
            .chain([self.types.dates.name()])
            .map(|name| name.trim().replace('-', "_"))
            .collect()
    }

    /// Leaves the builders out.
    #[must_use]
    pub fn without_builders(mut self) -> Self {
        self.types.without_builders = true;
        self
    }

    /// Gives every type that holds texts a second form, in the module
    /// `borrowed`, whose texts borrow from the document. The configured
    /// derives are the first form's alone, and so are builders.
    #[must_use]
    pub fn borrowed(mut self) -> Self {
        self.types.borrowed = true;
        self
    }

    /// Who sees the generated items; everyone where it is not set.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.types.visibility = visibility;
        self
    }

    /// The Rust type of an object whose members its schema does not name;
    /// `BTreeMap` where it is not set.
    #[must_use]
    pub fn maps(mut self, maps: Maps) -> Self {
        self.types.maps = maps;
        self
    }

    /// The modules that the types are in; one for all where it is not set.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.types.layout = layout;
        self
    }

    /// Derives one more trait for every type, by the path of its macro:
    /// `zeroize::Zeroize`. What the types consist of has to allow it.
    #[must_use]
    pub fn derive(mut self, path: impl Into<String>) -> Self {
        self.types.derives.push(path.into());
        self
    }

    /// Uses a type from elsewhere in place of the one that would be generated
    /// for a schema: `iso_currency::Currency`, `crate::money::Amount`.
    ///
    /// The type needs `Debug`, `Clone`, `PartialEq`, `Eq`, `Hash`,
    /// `Serialize` and `DeserializeOwned`, and `JsonSchema` where types have
    /// it. What is read has to fit the schema and the type; that the type
    /// takes all that the schema allows, keeps it and writes nothing else, is
    /// up to it, and the report says so ([`Report::weakened`]).
    ///
    /// [`Report::weakened`]: crate::Report::weakened
    #[must_use]
    pub fn replace(mut self, place: impl Into<String>, path: impl Into<String>) -> Self {
        let setting = Setting::made(path.into());
        self.types.replaced.insert(place.into(), setting);
        self
    }
}

impl Reader<'_> {
    /// Reads `[types]`.
    pub(super) fn types(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "builders" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.types.without_builders = !on,
                    _ => self.wanted(value, "`builders` is true or false"),
                },
                "borrowed" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.types.borrowed = *on,
                    _ => self.wanted(value, "`borrowed` is true or false"),
                },
                "visibility" => match self.visibility(value).as_deref() {
                    Some("pub") => self.config.types.visibility = Visibility::Public,
                    Some("pub(crate)") => self.config.types.visibility = Visibility::Crate,
                    Some(_) => self.wanted(value, "visibility is `pub` or `pub(crate)`"),
                    None => {}
                },
                "derives" => self.derives(value),
                "maps" => match self.string(value).as_deref() {
                    Some("BTreeMap") => self.config.types.maps = Maps::BTreeMap,
                    Some("HashMap") => self.config.types.maps = Maps::HashMap,
                    Some("IndexMap" | "indexmap") => self.config.types.maps = Maps::IndexMap,
                    Some(_) => self.wanted(value, "maps are `BTreeMap`, `HashMap` or `IndexMap`"),
                    None => {}
                },
                "layout" => match self.string(value).as_deref() {
                    Some("file") => self.config.types.layout = Layout::File,
                    Some("modules") => self.config.types.layout = Layout::Modules,
                    Some("folders") => self.config.types.layout = Layout::Folders,
                    Some(_) => self.wanted(value, "a layout is `file`, `modules` or `folders`"),
                    None => {}
                },
                "dates" => self.dates(value),
                "replace" => self.replace(value),
                _ => self.unknown(key, KNOWN),
            }
        }
    }

    fn visibility(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        self.config.types.visibility_at = Some(span(value));
        self.string(value)
    }

    fn derives(&mut self, value: &Spanned<DeValue<'_>>) {
        let derives = self.strings(value, "a list of paths of derive macros");
        for path in &derives {
            if let Err(reason) = derive_path(path) {
                self.push(span(value), reason, None);
            }
        }
        self.config.types.derives = derives;
    }

    fn replace(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(section) = value.get_ref() else {
            self.wanted(value, "`replace` is a table");
            return;
        };
        for (key, value) in section {
            let Some(path) = self.string(value) else {
                continue;
            };
            if let Err(reason) = foreign_path(&path) {
                self.push(span(value), reason, None);
                continue;
            }
            let name = key.get_ref().to_string();
            let setting = setting(key, value, path);
            self.config.types.replaced.insert(name, setting);
        }
    }
}

/// The path of a derive macro, as code.
pub(crate) fn derive_path(text: &str) -> Result<syn::Path, String> {
    let path: syn::Path =
        syn::parse_str(text).map_err(|_| format!("`{text}` is not the path of a derive macro"))?;
    let last = path.segments.last().map(|it| it.ident.to_string());
    if last.is_some_and(|last| PRESENT.contains(&last.as_str())) {
        return Err(format!(
            "`{text}` is there already wherever it can be: leave it out"
        ));
    }
    Ok(path)
}

/// The path of a type from elsewhere, as code: from a crate's root.
pub(crate) fn foreign_path(text: &str) -> Result<syn::Path, String> {
    let refused = || {
        Err(format!(
            "`{text}` is not the full path of a type, as `iso_currency::Currency` and \
             `crate::money::Amount` are"
        ))
    };
    let Ok(mut path) = syn::parse_str::<syn::Path>(text) else {
        return refused();
    };
    let first = path.segments.first().map(|it| it.ident.to_string());
    let relative = matches!(first.as_deref(), Some("self" | "super" | "Self"));
    if path.segments.len() < 2 || relative {
        return refused();
    }
    if first.as_deref() != Some("crate") {
        path.leading_colon = Some(syn::token::PathSep::default());
    }
    Ok(path)
}

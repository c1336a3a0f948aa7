//! The choices that there are.

use indexmap::IndexMap;

use crate::diagnostics::text::Span;
use crate::rules::temporal::Temporal;

use super::addition::{Addition, NonExhaustive};
use super::setting::Setting;

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
    /// `i64`. What it does not hold is refused, with the reason.
    #[default]
    I64,
    /// `i128`: all of `i64` and of `u64`. Not every format beside JSON has such integers.
    Wide,
    /// A type of any size.
    Exact,
}

/// The Rust type of a `number`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbers {
    /// The runtime's `Number`: an integer of 64 bits or a double, as it was written.
    #[default]
    Number,
    /// `f64`: an integer is written back as a double, one beyond 2^53 as the nearest; the
    /// report says where.
    F64,
    /// `serde_json::Number`, with every digit where `serde_json` keeps them: by its feature
    /// `arbitrary_precision`.
    Exact,
}

/// What `discriminator` of an OpenAPI document is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Discriminators {
    /// A required constant in each of the schemas that it tells apart; the report lists them
    /// as corrections.
    #[default]
    Constant,
    /// Nothing that is enforced, as OpenAPI has it.
    Annotation,
}

/// What `nullable` of OpenAPI 3.0 is read as, and `x-nullable` of Swagger 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nullable {
    /// What OpenAPI 3.0.3 says: null beside the `type` that stands there, and nothing without one.
    #[default]
    Strict,
    /// What people mean: null, also beside `$ref`, `allOf` and their like, and where `enum` does not
    /// list it; the report lists each place as a correction.
    Meant,
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
    /// One module.
    #[default]
    File,
    /// A module for each schema document, named after it: `lead-status.json`
    /// is `lead_status`. It holds the types of the document's root and of
    /// what stands inside the document.
    Modules,
    /// As [`Layout::Modules`], with the folders of the documents as modules
    /// around them: `api/lead.json` is `api::lead`.
    Folders,
    /// A module for each tag of an OpenAPI document's operations, with the types that only those of
    /// this tag carry, by the first tag of each. What several use, or none, is in the outermost module.
    Tags,
    /// A module for each operation of an OpenAPI document, with the types that only this one carries.
    Operations,
}

/// Where the types have what all generated types share: errors, the bag of
/// undeclared members, what reads a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Support {
    /// In the crate `isoschema-runtime`, which all generated crates share: an
    /// error of one is that of another.
    Crate,
    /// In the module `support` of the generated module, which then needs no
    /// crate of this project: the parts of that crate that it uses.
    Pasted,
    /// In a module of this path, such as `crate::support`, for several modules
    /// in one crate that do without the crate. [`emit::support`] is the text of
    /// that module, which must be called `support`.
    ///
    /// [`emit::support`]: crate::emit::support
    Module(String),
}

/// The modules of single documents.
#[derive(Debug, Clone, Default)]
pub(crate) struct Modules {
    /// By document, the module that its types are in, whatever the layout.
    pub(crate) of: IndexMap<String, Setting>,
    /// By module, what is said of it.
    pub(crate) docs: IndexMap<String, String>,
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
    pub(crate) modules: Modules,
    pub(crate) derives: Vec<Addition>,
    pub(crate) attributes: Vec<Addition>,
    pub(crate) non_exhaustive: Vec<NonExhaustive>,
    pub(crate) dates: Dates,
    pub(crate) replaced: IndexMap<String, Setting>,
    /// By format, the type that its texts are read as.
    pub(crate) formats: IndexMap<String, Setting>,
    /// `None` leaves it to who asks: [`Support::Crate`] in build scripts,
    /// [`Support::Pasted`] elsewhere.
    pub(crate) support: Option<Support>,
}

/// The library whose types the texts that mean a date are converted to.
///
/// The types keep the text, and gain a conversion in both directions:
///
/// | `format` | jiff | chrono | time |
/// |---|---|---|---|
/// | `date-time` | `Timestamp` | `DateTime<FixedOffset>` | `OffsetDateTime` |
/// | `date` | `civil::Date` | `NaiveDate` | `Date` |
/// | `duration` | `Span` | – | – |
///
/// What has no type there, such as `time`, stays a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Dates {
    /// None: they are texts like others.
    #[default]
    String,
    /// `jiff` 1, with its feature `std`.
    Jiff,
    /// `chrono` 0.4, with its feature `std`.
    Chrono,
    /// `time` 0.3, with its features `formatting` and `parsing`.
    Time,
}

impl Dates {
    /// The library's name as a crate.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "std",
            Self::Jiff => "jiff",
            Self::Chrono => "chrono",
            Self::Time => "time",
        }
    }

    /// What a text of a format means, where the library has a type for it.
    pub(crate) fn temporal(self, format: &str) -> Option<Temporal> {
        match (self, format) {
            (Self::String, _) => None,
            (_, "date-time") => Some(Temporal::DateTime),
            (_, "date") => Some(Temporal::Date),
            (Self::Jiff, "duration") => Some(Temporal::Duration),
            _ => None,
        }
    }
}

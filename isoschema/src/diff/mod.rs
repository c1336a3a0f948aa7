//! Two states of a folder of schemas → what changed, and what that means.
//!
//! For every schema, and inside it for every location, the values that the
//! new state accepts are compared with those of the old one, by canonical set
//! subtraction: equal, narrower, wider, both, or unknown. Each difference
//! comes with a document that one side accepts and the other refuses, which
//! the `jsonschema` validator has confirmed. Annotations are compared apart,
//! and so are the Rust types of both states.
//!
//! ```
//! use isoschema::diff::{Audience, Relation, Side, Verdict, diff};
//!
//! let side = |text: &str| Side::texts([("code.json", text)]).unwrap();
//! let old = side(r#"{"type": "string", "maxLength": 3}"#);
//! let new = side(r#"{"type": "string", "maxLength": 5}"#);
//! let found = diff(&old, &new, Audience::Everyone);
//! assert_eq!(found.schemas[0].relation, Relation::Wider);
//! assert_eq!(found.verdict, Verdict::Breaking);
//! assert_eq!(diff(&old, &new, Audience::Writers).verdict, Verdict::Compatible);
//! ```

mod api;
mod api_compare;
mod markdown;
mod meaning;
mod places;
mod question;
mod recursion;
mod relation;
mod revision;
mod schemas;
mod shrink;
pub(crate) mod side;
mod text;

use serde::Serialize;
use serde_json::Value;

pub use question::{About, Audience, Question, Surface};
pub use revision::Revision;
pub use side::Side;

/// How the values that the new schema accepts relate to those of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Relation {
    /// The same values.
    Equal,
    /// Fewer values.
    Narrower,
    /// More values.
    Wider,
    /// Some are gone, some are new.
    Both,
    /// It could not be decided.
    Unknown,
    /// Only the new side has it.
    Added,
    /// Only the old side has it.
    Removed,
}

impl Relation {
    /// What two relations come to, of which one is of a part.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (_, Self::Added | Self::Equal) => self,
            (Self::Equal, Self::Removed) => Self::Narrower,
            (_, Self::Removed) => self.and(Self::Narrower),
            (Self::Equal, _) => other,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            _ if self == other => self,
            _ => Self::Both,
        }
    }

    /// The relation in a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Narrower => "narrower",
            Self::Wider => "wider",
            Self::Both => "narrower and wider",
            Self::Unknown => "unknown",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// What kind of release the change asks for (Semantic Versioning 2.0.0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// No release.
    None,
    /// Only documentation changed, or how the types check what they accept.
    Patch,
    /// Something is new, nothing breaks.
    Minor,
    /// Something breaks.
    Major,
}

/// The outcome as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The same values and the same Rust types; annotations may differ.
    Equal,
    /// There are changes, and none breaks.
    Compatible,
    /// Something breaks.
    Breaking,
    /// Nothing is known to break, but something could not be decided.
    Undecided,
}

impl Verdict {
    /// The exit status of the command: 0 where nothing differs, 1 where
    /// something does or may.
    #[must_use]
    pub fn status(self) -> u8 {
        u8::from(self != Self::Equal)
    }
}

/// Everything that differs between two states.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Diff {
    /// What the old state is called.
    pub old: String,
    /// What the new state is called.
    pub new: String,
    /// Who was asked.
    pub audience: Audience,
    /// What about.
    pub about: About,
    /// The outcome as a whole.
    pub verdict: Verdict,
    /// The release that it asks for; `None` where that could not be decided.
    pub step: Option<Step>,
    /// What could not be decided, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<String>,
    /// Every schema of either side, by name.
    pub schemas: Vec<SchemaDiff>,
    /// The Rust types.
    pub api: ApiDiff,
}

/// One schema on both sides.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SchemaDiff {
    /// Its name.
    pub name: String,
    /// For a schema that is new under this name and accepts the values of one
    /// that is gone: the name of that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// What became of the values that the whole schema accepts, and those of
    /// its definitions that are a surface.
    pub relation: Relation,
    /// Whether that breaks those who read.
    pub breaks_readers: bool,
    /// Whether that breaks those who write.
    pub breaks_writers: bool,
    /// How many locations were compared.
    pub compared: usize,
    /// The locations that differ, in the order of the schema.
    pub locations: Vec<LocationDiff>,
    /// The named definitions that are a surface and differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<DefinitionDiff>,
    /// The annotations that differ.
    pub notes: Vec<Change>,
}

/// A named definition that others may use, and that differs.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DefinitionDiff {
    /// `document#/pointer`.
    pub location: String,
    /// What became of the values that it accepts.
    pub relation: Relation,
    /// Whether that breaks those who read.
    pub breaks_readers: bool,
    /// Whether that breaks those who write.
    pub breaks_writers: bool,
}

/// One location that differs.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocationDiff {
    /// `document#/pointer`.
    pub location: String,
    /// What became of the values that are accepted here.
    pub relation: Relation,
    /// Where the cause stands.
    pub cause: Cause,
    /// The keywords that changed here; schemas inside have their own entry.
    pub changes: Vec<Change>,
    /// What was accepted and is no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Evidence>,
    /// What is accepted and was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<Evidence>,
    /// Why it could not be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

/// Where the cause of a difference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Cause {
    /// Keywords of the location itself.
    Here,
    /// A schema inside the location.
    Inside,
    /// A schema that the location refers to.
    Referred,
}

/// A keyword or an annotation that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Change {
    /// `document#/pointer` of the schema that has it.
    pub location: String,
    /// The keyword.
    pub keyword: String,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
}

/// Values that one side accepts and the other refuses.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evidence {
    /// All of them as a schema, where one can say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Value>,
    /// One of them, confirmed by the validator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
}

/// What became of the Rust types.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ApiDiff {
    /// The changes, in the order of the types' names.
    pub changes: Vec<ApiChange>,
    /// The release that they ask for.
    pub step: Step,
    /// Why the types of a side are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

/// A change of one Rust item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ApiChange {
    /// The item: `Lead`, `Lead::status`.
    pub item: String,
    /// What happened to it.
    pub what: ApiChangeKind,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// The release that it asks for.
    pub step: Step,
    /// The schema location.
    pub location: String,
}

/// What happened to a Rust item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ApiChangeKind {
    /// A type is new.
    TypeAdded,
    /// A type is gone.
    TypeRemoved,
    /// A type has another name.
    TypeRenamed,
    /// A type is of another sort: a struct became an enum.
    TypeReshaped,
    /// A field is new and may be left out.
    FieldAdded,
    /// A field is new and must be given.
    RequiredFieldAdded,
    /// A field is gone.
    FieldRemoved,
    /// A field has another type.
    FieldChanged,
    /// A field has another name.
    FieldRenamed,
    /// An enum has a new variant.
    VariantAdded,
    /// An enum has lost a variant.
    VariantRemoved,
    /// A variant holds something else.
    VariantChanged,
    /// What a newtype holds is of another type.
    InnerChanged,
    /// Fields became private, since a constraint now spans them.
    FieldsHidden,
    /// Fields became public.
    FieldsShown,
    /// A constraint that only values feel is checked, or no more, or another.
    ConstraintChanged,
}

/// Compares two states.
#[must_use]
pub fn diff(old: &Side, new: &Side, question: impl Into<Question>) -> Diff {
    let question = question.into();
    let schemas = match question.about {
        About::Rust => Vec::new(),
        _ => schemas::compare(old, new, question.surface),
    };
    let api = match question.about {
        About::Values => ApiDiff::none(),
        _ => api_compare::compare(old, new),
    };
    let meaning = meaning::of(&schemas, &api, question.audience);
    Diff {
        old: old.label().to_owned(),
        new: new.label().to_owned(),
        audience: question.audience,
        about: question.about,
        verdict: meaning.verdict,
        step: meaning.step,
        undecided: meaning.undecided,
        schemas,
        api,
    }
}

impl ApiDiff {
    fn none() -> Self {
        Self {
            changes: Vec::new(),
            step: Step::None,
            doubt: None,
        }
    }
}

impl Diff {
    /// The text for people, with terminal colours if asked for.
    #[must_use]
    pub fn to_text(&self, colour: bool) -> String {
        text::text(self, colour)
    }

    /// The text for a pull request.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// The whole for programs.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

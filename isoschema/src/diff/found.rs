//! What a comparison finds.

use serde::Serialize;
use serde_json::Value;

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
    pub(super) fn and(self, other: Self) -> Self {
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

/// One schema on both sides.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SchemaDiff {
    /// Its name.
    pub name: String,
    /// Where it stands: `document#/pointer`; of one that is gone, where it stood.
    pub location: String,
    /// For a schema that is new under this name and accepts the values of one
    /// that is gone: the name of that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// How much of what the two say is the same, in percent, where that told
    /// that they are one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub similarity: Option<usize>,
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
    /// Where it was, where that is another place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
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
    /// The place in it that the other side refuses: a JSON Pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why it does, in words that follow the value that stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

impl Evidence {
    /// One document.
    pub(super) fn of(witness: String) -> Self {
        Self {
            schema: None,
            witness: Some(witness),
            place: None,
            refused: None,
        }
    }

    /// Says where the document is refused, and why.
    pub(super) fn tell(&mut self, refused: impl FnOnce(&str) -> Option<(String, String)>) {
        let refused = self.witness.as_deref().and_then(refused);
        (self.place, self.refused) = refused.unzip();
    }
}

/// What seems to have another name or another place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Move {
    /// What it is.
    pub what: Moved,
    /// Where it was: `document#/pointer`.
    pub old: String,
    /// Where it is.
    pub new: String,
    /// How much of what the two schemas say is the same, in percent.
    pub similarity: usize,
    /// How much of their names is the same, in percent.
    pub names: usize,
    /// What became of the values.
    pub relation: Relation,
}

/// What can have another name or another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Moved {
    /// The schema that a document is.
    Schema,
    /// A named definition.
    Definition,
    /// A property of an object.
    Property,
}

/// What became of an operation.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OperationDiff {
    /// Its method and path: `POST /orders`.
    pub operation: String,
    /// Where it stands: `document#/pointer`; of one that is gone, where it stood.
    pub location: String,
    /// What happened to it.
    pub changes: Vec<OperationChange>,
}

/// A change of an operation.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OperationChange {
    /// What it is, in words.
    pub what: String,
    /// Whether it breaks those who read.
    pub breaks_readers: bool,
    /// Whether it breaks those who write.
    pub breaks_writers: bool,
    /// What was accepted and is no more, of a schema that an operation carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Evidence>,
    /// What is accepted and was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<Evidence>,
    /// Why it could not be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

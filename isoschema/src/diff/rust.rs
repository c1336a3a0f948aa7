//! What a comparison finds of the Rust types.

use serde::Serialize;

use super::found::Step;

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

impl ApiDiff {
    /// Where types were not asked about.
    pub(super) fn none() -> Self {
        Self {
            changes: Vec::new(),
            step: Step::None,
            doubt: None,
        }
    }
}

//! The names of methods that no member's own method takes.
//!
//! An inherent method hides a trait's one of the same name: with an accessor
//! `clone`, `value.clone()` would be a text, and `max` could not be called at
//! all, since `Ord::max` takes its value and is found first. One list holds for all
//! types, whatever each of them implements, so that a method's name does not
//! change with what stands beside it.

/// What generated types have themselves.
const OWN: &[&str] = &[
    "build",
    "builder",
    "from_json",
    "from_json_slice",
    "into_owned",
    "new",
    "to_builder",
    "to_json",
    "update",
];

/// What the traits have that generated types implement, by derive, by hand or
/// since `std` does so for every type, and their companions that stand in the
/// prelude or are often imported.
const OF_TRAITS: &[&str] = &[
    // Clone, ToOwned
    "clone",
    "clone_from",
    "clone_into",
    "to_owned",
    // Default
    "default",
    // From, Into, TryFrom, TryInto, FromStr, FromIterator, IntoIterator
    "from",
    "from_iter",
    "from_str",
    "into",
    "into_iter",
    "try_from",
    "try_into",
    // AsRef, AsMut, Borrow, BorrowMut, Deref, DerefMut
    "as_mut",
    "as_ref",
    "borrow",
    "borrow_mut",
    "deref",
    "deref_mut",
    // Debug, Display, ToString
    "fmt",
    "to_string",
    // PartialEq, PartialOrd, Ord, Hash
    "clamp",
    "cmp",
    "eq",
    "ge",
    "gt",
    "hash",
    "hash_slice",
    "le",
    "lt",
    "max",
    "min",
    "ne",
    "partial_cmp",
    // Serialize, Deserialize
    "deserialize",
    "deserialize_in_place",
    "serialize",
    // JsonSchema
    "inline_schema",
    "json_schema",
    "schema_id",
    "schema_name",
    // support::Declares
    "declares",
];

/// What people call on a builder, and the builder itself has.
const OF_BUILDERS: &[&str] = &["build", "clone", "into", "to_owned", "try_into"];

/// Whether the name of a builder's method is left to it or to traits.
pub(crate) fn are_taken_of_builders(name: &str) -> bool {
    OF_BUILDERS.contains(&name)
}

/// Whether a method's name is left to generated types or traits.
pub(crate) fn are_taken(name: &str) -> bool {
    OWN.contains(&name) || OF_TRAITS.contains(&name)
}

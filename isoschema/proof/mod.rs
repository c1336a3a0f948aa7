//! The proof kit: judges generated types by oracles that share nothing with
//! the generator.
//!
//! A [`Subject`] is one generated type, [`Sources`] are the schemas that it
//! was generated from. Five checks ask whether the one fits the other:
//!
//! - [`comparison`]: the schema that schemars derives from the type accepts
//!   the same values as the source schema, by set subtraction in both
//!   directions;
//! - [`accept()`]: on drawn documents, valid ones and ones with a fault, the
//!   type says what the `jsonschema` validator says;
//! - [`round_trip()`]: a valid document is written back as an equal JSON value,
//!   numbers compared by their tokens in the text;
//! - [`duplicates()`]: a document that names a member twice is refused;
//! - [`payload()`]: one given document gets the validator's verdict and, where
//!   valid, survives.
//!
//! Everything is deterministic: the same seed draws the same documents.

#![allow(dead_code, unused_imports, unreachable_pub, clippy::must_use_candidate)]

pub mod accept;
pub mod asserted;
pub mod bundle;
pub mod comparison;
pub mod coverage;
pub mod draw;
pub mod duplicates;
pub mod edge;
pub mod fault;
pub mod fault_arms;
pub mod fault_values;
pub mod forms;
pub mod graph;
pub mod inline;
pub mod inlined;
pub mod kind;
pub mod leaf;
pub mod list;
pub mod modern;
pub mod number;
pub mod object;
pub mod pattern;
pub mod payload;
pub mod regular;
pub mod round_trip;
pub mod scalar;
pub mod site;
pub mod spoken;
pub mod stack;
pub mod strings;
pub mod subject;
pub mod text;
pub mod uri;
pub mod valid;

pub use accept::accept;
pub use asserted::{Asserted, Formats};
pub use comparison::{Comparison, compare};
pub use duplicates::duplicates;
pub use payload::payload;
pub use round_trip::round_trip;
pub use stack::on_large_stack;
pub use subject::{Sources, Subject};

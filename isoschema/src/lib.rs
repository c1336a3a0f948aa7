//! <!-- The README is the documentation, so that its code is tested. -->
#![doc = include_str!("../README.md")]
//!
//! # The stages
//!
//! In the order in which a [`Generator`] goes through them; all problems of
//! one are told at once, before the next begins:
//!
//! 1. load: files, folders, OpenAPI documents → `Documents`
//! 2. overlay: `Documents` and corrections → `Documents`
//! 3. resolve: `Documents` → `Graph`, in which every reference has a target
//! 4. translate: `Graph` → `Rules`, what a schema means in any draft
//! 5. plan: `Rules` → `Model`, what Rust becomes of it, with all names
//! 6. shape: `Model` → items as typify makes them
//! 7. enforce: these items and the `Model` → items that hold what the schema says
//! 8. emit: items → text, formatted
//! 9. write: text → disk, where it has changed
//!
//! [`build`] is all of them for a build script. What stands beside them takes
//! what they give: [`Report`] tells what became of each schema.

#![warn(clippy::disallowed_methods)]
#![cfg_attr(test, allow(clippy::disallowed_methods))]

pub mod build;
pub mod config;
pub mod diagnostics;
#[cfg(feature = "compare")]
pub mod diff;
pub mod emit;
pub mod lint;
pub mod load;
pub mod overlay;
#[cfg(feature = "compare")]
pub mod payload;
pub mod read;
#[cfg(feature = "refresh")]
pub mod refresh;
pub mod resolve;
#[cfg(feature = "compare")]
pub mod samples;
pub mod write;

// Stands with the proof kit, which has it too and knows nothing of this crate.
#[cfg(feature = "compare")]
pub use kit::regular;
#[cfg(not(feature = "compare"))]
#[path = "../proof/regular/mod.rs"]
pub mod regular;

// The stages, and what they speak: for the tests and commands of this
// repository. They change without notice.
#[doc(hidden)]
pub mod enforce;
#[doc(hidden)]
pub mod evaluate;
#[doc(hidden)]
pub mod formats;
#[doc(hidden)]
pub mod front;
#[cfg(feature = "compare")]
#[doc(hidden)]
pub mod judge;
#[doc(hidden)]
pub mod keywords;
#[doc(hidden)]
pub mod names;
#[doc(hidden)]
pub mod plan;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod shape;
#[doc(hidden)]
pub mod translate;
#[doc(hidden)]
pub mod words;

mod components;
mod generated;
mod generator;
#[cfg(feature = "compare")]
mod kit;
mod report;
mod stack;

pub use emit::operations::OperationEntry;
pub use generated::Generated;
pub use generator::{Generator, SchemarsFeature};
pub use keywords::own::CustomKeyword;
pub use report::{
    AssumedEntry, CorrectionEntry, LocationEntry, OpenedEntry, RepeatedEntry, Report, RootEntry,
    ValueEntry, WeakenedEntry,
};

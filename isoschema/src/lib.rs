//! Exact Rust types from JSON Schemas, at build time.

#![warn(clippy::disallowed_methods)]
#![cfg_attr(test, allow(clippy::disallowed_methods))]

pub mod build;
pub mod config;
pub mod diagnostics;
#[cfg(feature = "compare")]
pub mod diff;
pub mod emit;
pub mod enforce;
#[cfg(feature = "compare")]
pub mod judge;
pub mod load;
pub mod lower;
pub mod overlay;
#[cfg(feature = "compare")]
pub mod payload;
pub mod read;
#[cfg(feature = "refresh")]
pub mod refresh;
pub mod resolve;
pub mod shape;
pub mod words;
pub mod write;

mod generated;
mod generator;
#[cfg(feature = "compare")]
mod kit;
mod report;
mod stack;

pub use generated::Generated;
pub use generator::{Generator, SchemarsFeature};
pub use report::{
    AssumedEntry, CorrectionEntry, LocationEntry, OpenedEntry, RepeatedEntry, Report, RootEntry,
    ValueEntry, WeakenedEntry,
};

//! Exact Rust types from JSON Schemas, at build time.

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
#[cfg(feature = "refresh")]
pub mod refresh;
pub mod resolve;
pub mod shape;
pub mod write;

mod generator;
#[cfg(feature = "compare")]
mod kit;
mod report;

pub use generator::{Generated, Generator, SchemarsFeature};
pub use report::{
    AssumedEntry, CorrectionEntry, LocationEntry, RepeatedEntry, Report, RootEntry, ValueEntry,
    WeakenedEntry,
};

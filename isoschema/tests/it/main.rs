//! The tests of the engine, one program: what each file is about stands at its top.

mod common;
mod conditions;
#[path = "../../proof/mod.rs"]
mod proof;

mod added;
mod borrowed;
#[cfg(feature = "compare")]
mod bounds;
mod build_script;
mod crates;
#[cfg(feature = "compare")]
mod custom;
mod dates;
#[cfg(feature = "compare")]
mod diff;
mod discriminators;
mod documents;
mod emit;
mod formats;
mod formatted;
mod front_bad;
mod front_json;
mod front_language;
mod front_meant;
mod front_references;
mod front_suites;
mod front_wild;
#[cfg(all(feature = "compare", feature = "refresh"))]
mod getting_started;
mod growth;
mod imports;
mod integers;
#[cfg(feature = "compare")]
mod judge;
mod keyword_files;
mod layouts;
mod lints;
mod maps;
mod names;
mod names_listed;
mod openapi;
mod opened;
mod options;
mod overlay;
mod packages;
mod pasted;
#[cfg(feature = "compare")]
mod payload;
mod proof_asserted;
mod proof_odd;
mod proof_on_schemas;
mod public;
mod ready;
mod recipe;
mod regular;
mod root_name;
mod runtime;
mod same;
mod seeded_faults;
mod shaped;
mod shared;
mod views;
mod warned;
mod widths;
#[cfg(feature = "compare")]
mod words;

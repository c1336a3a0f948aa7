//! Generated modules → compiled programs → what they say of documents.
//!
//! `compile` has cargo build them and says what the compiler says of each
//! module, `ask` gives documents to a program that [`RUNNER`] is a part of.

pub(crate) mod ask;
pub(crate) mod compile;
pub(crate) mod parallel;
pub(crate) mod progress;

/// What reads documents and answers, beside a function `tried` with an arm for
/// each module.
pub(crate) const RUNNER: &str = include_str!("runner.rs.txt");

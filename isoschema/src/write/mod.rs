//! Text → disk, and only what changed.
//!
//! A file that already holds its text is left alone, so that its time stamp
//! does not make cargo build again. What is written is first written beside
//! the target and then renamed: whoever reads sees the old text or the new
//! one, never a part. A whole folder changes in one step, too ([`write_tree`]).
//!
//! Nothing is written over or through what is no regular file, and nothing is
//! removed that an earlier run has not made.

#![expect(
    clippy::disallowed_methods,
    reason = "this is what the others are to use"
)]

mod exchange;
pub(crate) mod file;
mod output;
pub(crate) mod stage;
mod stale;
pub(crate) mod tree;

pub use crate::emit::head::MARK;
pub use file::write_if_changed;
pub use output::write_output;
pub use stale::remove_stale;
pub use tree::{TreeChange, write_tree};

#[cfg(test)]
mod tests;

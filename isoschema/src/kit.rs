//! The proof kit, as the engine itself uses it: bundling, inlining, drawing
//! of documents. The kit stands alone, since it goes into emitted crates.

#[path = "../proof/mod.rs"]
mod proof;

pub(crate) use proof::*;

//! The proof kit, as the engine itself uses it: bundling, inlining, drawing
//! of documents. The kit stands alone, since it goes into emitted crates.

#[path = "../proof/mod.rs"]
#[expect(
    clippy::pedantic,
    reason = "its items are documented for those who read the kit"
)]
mod proof;

pub(crate) use proof::*;

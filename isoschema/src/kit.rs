//! The proof kit, as the engine itself uses it: bundling, inlining, drawing
//! of documents. The kit stands alone, since it goes into emitted crates.

#[expect(
    clippy::disallowed_methods,
    reason = "what tests alone read, without the engine"
)]
#[path = "../proof/mod.rs"]
mod proof;

pub use proof::regular;
pub(crate) use proof::*;

//! Items → text: a module, or a whole crate around it.

pub mod krate;
mod manifest;
pub mod module;
mod proof;
mod runtime;
mod shorten;
mod whole;

pub use manifest::NameError;
pub use runtime::support;
pub use whole::Crate;

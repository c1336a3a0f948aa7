//! Items → text: a module, or a whole crate around it.

pub mod krate;
mod manifest;
mod proof;

pub use manifest::NameError;

//! Items → text: a module, or a whole crate around it.

pub mod krate;
mod manifest;
pub mod module;
mod proof;
mod runtime;
mod schema;
mod shorten;
mod whole;

pub use manifest::NameError;
pub use runtime::support;
pub use schema::schema_text;
pub use whole::Crate;

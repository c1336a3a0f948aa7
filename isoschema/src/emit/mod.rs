//! Items → text: a module, or a whole crate around it.

mod changelog;
pub mod krate;
mod licence;
mod manifest;
pub mod module;
mod narrower;
mod proof;
mod runtime;
mod schema;
mod shorten;
mod whole;

pub use manifest::NameError;
pub use runtime::support;
pub use schema::schema_text;
pub use whole::Crate;

//! Items → text: a module, or a whole crate around it.

mod apart;
mod borrowed;
mod changelog;
mod complexity;
mod groups;
pub(crate) mod head;
mod import;
mod items;
pub mod krate;
mod layout;
mod licence;
mod lifetimes;
mod manifest;
pub(crate) mod module;
mod names;
pub(crate) mod operations;
mod parts;
mod print;
mod proof;
mod runtime;
mod schema;
pub(crate) mod tree;
mod uses;
mod whole;

pub use manifest::NameError;
pub use runtime::support;
pub use schema::schema_text;
pub use tree::Link;
pub use whole::Crate;

//! Files, folders and OpenAPI documents → [`Documents`].
//!
//! Knows the text, the line and the column of every JSON Pointer. Nothing is
//! fetched: what a reference may reach is a file of the schemas folder, a file
//! of a folder that stands for a URL, or a meta-schema that is built in.

pub(crate) mod document;
mod folder;
pub(crate) mod format;
pub(crate) mod json;
pub(crate) mod loader;
mod meta;
mod misread;
pub(crate) mod number;
pub(crate) mod parse;
pub(crate) mod places;
pub(crate) mod repeated;
pub(crate) mod source;
mod text;
mod unread;
pub mod uri;
#[cfg(feature = "yaml")]
pub(crate) mod yaml;

pub use document::{Document, Documents, Format, Origin, is_listed};
pub use json::{Json, JsonKind, escape, unescape};
pub use loader::{Fetched, Loader};
pub use number::{Decimal, Edge, same as same_number};
pub use parse::{NESTING, parse_text};
pub use repeated::RepeatedMembers;
pub use source::Source;

pub use crate::diagnostics::Span;

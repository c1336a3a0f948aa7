//! Files, folders and OpenAPI documents → [`Documents`].
//!
//! Knows the text, the line and the column of every JSON Pointer. Nothing is
//! fetched: what a reference may reach is a file of the schemas folder, a file
//! of a folder that stands for a URL, or a meta-schema that is built in.

mod document;
mod folder;
mod json;
mod loader;
mod meta;
mod number;
mod parse;
mod repeated;
mod source;
mod text;
mod unread;

pub use document::{Document, Documents, Format, Origin};
pub use json::{Json, JsonKind, escape, unescape};
pub use loader::{Fetched, Loader};
pub use number::{Decimal, Edge, same as same_number};
#[cfg(feature = "refresh")]
pub(crate) use parse::parse_schema;
pub use parse::{NESTING, parse_text};
pub use repeated::RepeatedMembers;
pub use source::Source;

pub use crate::diagnostics::Span;

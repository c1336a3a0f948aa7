//! The names of generated items: identifiers, and none of them twice.

pub(crate) mod apart;
pub(crate) mod methods;
pub mod name;
pub mod nearest;
pub(crate) mod scope;
pub(crate) mod singular;
mod words;

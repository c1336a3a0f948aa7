//! What schemas say, drafts and files gone: rules, and what they are made of.

pub(crate) mod apart;
pub mod id;
pub mod kinds;
pub mod location;
pub mod notes;
pub mod number;
mod only;
pub mod operation;
pub mod rule;
pub mod standing;
pub mod temporal;
pub(crate) mod together;

//! `Graph` → `Rules` → `Model`: drafts disappear, shapes and names appear.

mod aliases;
mod arms;
mod arrays;
mod atoms;
pub mod components;
mod cycles;
mod decide;
mod definitions;
mod depth;
mod desugar;
mod evaluated;
mod foreign;
mod given;
pub mod keywords;
mod kinds;
mod loops;
pub mod model;
mod names;
pub mod number;
mod objects;
mod plan;
pub mod render;
pub mod rule;
mod scalars;
mod shape;
mod temporal;
mod undecided;
mod unions;
mod uses;
mod values;

pub use desugar::desugar;
pub(crate) use names::{Scope, module_name};
pub use plan::plan;
pub use undecided::undecided;

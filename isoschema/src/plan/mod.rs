//! `Rules` → `Model`: which Rust type each schema becomes.

mod aliases;
mod arms;
mod arrays;
mod atoms;
mod bounds;
mod check;
mod contradiction;
mod cycles;
mod definitions;
mod depth;
mod desugar;
mod evaluated;
mod fits;
mod foreign;
mod found;
mod given;
pub(crate) mod inhabited;
mod key;
mod kinds;
mod listing;
mod loops;
pub mod model;
mod native;
mod objects;
mod place;
mod planner;
pub mod render;
mod scalars;
mod shape;
mod undecided;
mod unions;
mod uses;
mod values;

pub use desugar::desugar;
pub use planner::plan;
pub use undecided::undecided;

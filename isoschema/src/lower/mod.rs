//! `Graph` → `Rules` → `Model`: drafts disappear, shapes and names appear.

mod aliases;
mod arms;
mod arrays;
mod atoms;
mod cycles;
mod decide;
mod definitions;
mod evaluated;
mod given;
pub mod keywords;
mod kinds;
mod loops;
pub mod model;
mod names;
pub mod number;
mod objects;
mod plan;
mod presence;
pub mod render;
pub mod rule;
mod scalars;
mod shape;
mod undecided;
mod unions;
mod values;

pub use plan::plan;
pub use presence::make_conditional;
pub use undecided::undecided;

//! Rules + a value → whether it fits, and why not.
//!
//! The one evaluator: planning asks it about null, the booleans and the values
//! of `enum` and `const`; `judge` about documents.

pub mod condition;
pub mod ground;
pub mod numbers;
pub mod run;

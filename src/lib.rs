//! <!-- What an integrator reads first stands beside; its code is tested. -->
#![doc = include_str!("guide.md")]

#[cfg(feature = "generate")]
include!(concat!(env!("OUT_DIR"), "/types.rs"));

#[cfg(not(feature = "generate"))]
include!("generated/types.rs");

mod answer;
mod failed;
mod failure;
pub mod operations;
mod unexpected;

pub use answer::{Answer, Answered};
pub use failed::Failed;
pub use failure::Failure;
pub use unexpected::Unexpected;

/// The code of the README is tested, too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

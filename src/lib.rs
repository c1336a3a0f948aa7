//! <!-- The README is the documentation, so that its code is tested. -->
#![doc = include_str!("../README.md")]

#[cfg(feature = "generate")]
include!(concat!(env!("OUT_DIR"), "/types.rs"));

#[cfg(not(feature = "generate"))]
include!("generated/types.rs");

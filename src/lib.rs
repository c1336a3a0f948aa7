//! <!-- The README is the documentation, so that its code is tested. -->
#![doc = include_str!("../README.md")]

include!(concat!(env!("OUT_DIR"), "/types.rs"));

//! <!-- The README is the documentation, so that its code is tested. -->
#![doc = include_str!("../README.md")]
#![no_std]
// Most of it is for generated code, and pasted into modules where each file sees
// all others. The files that people meet are documented.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::must_use_candidate,
    clippy::new_without_default,
    clippy::return_self_not_must_use,
    clippy::wildcard_imports
)]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

// What the files use without a path; a crate with the standard library has it
// in its prelude.
use alloc::{
    borrow::ToOwned,
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};

// Each file is also pasted into modules that do without this crate: to add one,
// declare it here, import what it defines below, and name it in `source.rs`.
mod ahead;
mod apply;
mod attempts;
mod automaton;
#[warn(missing_docs)]
mod bag;
mod base64;
#[warn(missing_docs)]
mod big_number;
#[warn(missing_docs)]
mod borrow;
#[warn(missing_docs)]
mod build;
#[warn(missing_docs)]
mod bytes;
mod collect;
mod constant;
mod decimal;
mod direct;
mod entry;
mod equal;
#[warn(missing_docs)]
mod error;
mod fault;
mod fill;
mod fitting;
mod fixed;
mod foreign;
#[warn(missing_docs)]
mod given;
#[warn(missing_docs)]
mod integer;
#[warn(missing_docs)]
mod json;
#[warn(missing_docs)]
mod json_number;
mod kinds;
mod marks;
#[cfg(feature = "time")]
#[warn(missing_docs)]
mod moment;
#[warn(missing_docs)]
mod near;
mod never;
mod number;
mod numeral;
#[warn(missing_docs)]
mod operation;
mod parsed;
#[warn(missing_docs)]
mod parses;
mod path;
mod place;
mod positions;
mod quotes;
mod read;
mod record;
mod refused;
mod repeated;
mod runs;
mod scan;
mod since;
mod sole;
mod take;
mod tape;
mod text;
mod text_access;
mod told;
mod verdicts;
mod walk;
mod words;

// What generated code is written in.
mod macro_accessors;
mod macro_array;
mod macro_bag;
mod macro_builder;
mod macro_codes;
mod macro_collection;
mod macro_dispatch;
mod macro_forms;
mod macro_integer;
mod macro_list;
mod macro_map;
mod macro_newtype;
mod macro_number;
mod macro_place;
mod macro_reading;
mod macro_record;
mod macro_schema;
mod macro_text;
mod macro_tuple;
mod macro_union;
mod macro_values;

#[cfg(feature = "std")]
mod hash_map;
#[cfg(feature = "indexmap")]
mod index_map;
#[cfg(not(feature = "std"))]
mod no_raw;
#[cfg(not(feature = "std"))]
mod no_spare;
#[cfg(not(feature = "std"))]
mod no_unread;
#[cfg(not(feature = "std"))]
mod no_untold;
#[cfg(feature = "std")]
mod pass;
#[cfg(feature = "std")]
mod raw;
#[cfg(feature = "std")]
mod spare;
#[cfg(feature = "std")]
mod text_serializer;
#[cfg(feature = "std")]
mod text_writer;
#[cfg(feature = "std")]
mod unread;
#[cfg(feature = "std")]
mod untold;

#[cfg(all(feature = "formats", feature = "patterns"))]
mod format_idn;
#[cfg(feature = "formats")]
mod format_net;
#[cfg(feature = "formats")]
mod format_text;
#[cfg(any(
    feature = "formats",
    feature = "chrono",
    feature = "jiff",
    feature = "time"
))]
mod format_time;
#[cfg(feature = "patterns")]
mod pattern;

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
#[macro_use]
mod date;
#[cfg(feature = "chrono")]
#[warn(missing_docs)]
pub mod chrono;
#[cfg(feature = "jiff")]
#[warn(missing_docs)]
pub mod jiff;
#[cfg(feature = "time")]
#[warn(missing_docs)]
pub mod time;

#[cfg(feature = "schemars")]
#[doc(hidden)]
pub mod derived;

#[doc(hidden)]
pub mod __private;
#[cfg(feature = "source")]
#[doc(hidden)]
pub mod source;
#[cfg(all(test, feature = "formats", feature = "patterns"))]
mod tests;

pub use bag::{AdditionalProperties, BagIter, Declares};
pub use big_number::BigNumber;
pub use borrow::{BorrowedProperties, Value};
pub use build::BuildError;
pub use bytes::Bytes;
pub use error::Error;
pub use integer::Integer;
pub use json::Json;
pub use json_number::Number;
#[cfg(feature = "time")]
pub use moment::OffsetDateTime;
pub use never::Never;
pub use operation::Operation;
pub use parses::Parsed;
pub use refused::Refused;

use {
    apply::*, automaton::*, base64::*, decimal::*, direct::*, entry::*, equal::*, error::*,
    fault::*, fill::*, given::*, kinds::*, marks::*, near::*, number::*, path::*, place::*,
    quotes::*, read::*, record::*, repeated::*, scan::*, tape::*, text_access::*, told::*,
    verdicts::*, walk::*, words::*,
};

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
use format_time::*;
#[cfg(all(feature = "formats", feature = "patterns"))]
use {format_net::*, pattern::*};
#[cfg(not(feature = "std"))]
use {no_raw::*, no_spare::*, no_unread::*, no_untold::*};
#[cfg(feature = "std")]
use {raw::*, spare::*, text_writer::*, unread::*, untold::*};

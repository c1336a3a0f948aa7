//! The predicates of a schema with every keyword, on the runtime.
#![allow(clippy::unwrap_used)]

use isoschema_runtime::__private::v1::patterns::formats::*;

// As they are generated.
#[rustfmt::skip]
#[allow(clippy::collapsible_if, clippy::semicolon_if_nothing_returned)]
mod checks;
mod predicates;

//! Where something stands, as generated code writes it: behind the location
//! of its type, or anywhere.
use super::*;

/// A schema location.
macro_rules! location {
    ($base:tt, $behind:literal) => {
        ::core::concat!($base, $behind)
    };
    ($base:tt, { $location:expr }) => {
        $location
    };
}
pub(super) use location;

/// A [`Place`].
macro_rules! place {
    ($base:tt, $behind:literal) => {
        &support::Place::At(::core::concat!($base, $behind))
    };
    ($base:tt, { $place:expr }) => {
        $place
    };
}
pub(super) use place;

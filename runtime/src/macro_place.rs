//! Where something stands, as generated code writes it: behind the location
//! of its type, or anywhere.

/// A schema location.
#[doc(hidden)]
#[macro_export]
macro_rules! location {
    ($base:tt, $behind:literal) => {
        ::core::concat!($base, $behind)
    };
    ($base:tt, ($location:literal)) => {
        $location
    };
}

/// A [`Place`].
#[doc(hidden)]
#[macro_export]
macro_rules! place {
    ($base:tt, $behind:literal) => {
        &support::Place::At(::core::concat!($base, $behind))
    };
    ($base:tt, [$own:tt, $inside:tt]) => {
        &support::Place::Of(
            support::place!($base, $own),
            support::place!($base, $inside),
        )
    };
    ($base:tt, ($location:literal)) => {
        &support::Place::At($location)
    };
    ($base:tt, { $place:expr }) => {
        $place
    };
}

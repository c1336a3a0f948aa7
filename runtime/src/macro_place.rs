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

/// A [`Place`]; that of a member may be where its type stands.
#[doc(hidden)]
#[macro_export]
macro_rules! place {
    ($base:literal $member:literal, type) => {
        &support::Place::At(::core::concat!($base, "/properties/", $member, "/type"))
    };
    ($base:literal $member:literal, $place:tt) => {
        support::place!($base, $place)
    };
    ($base:tt, $behind:literal) => {
        &support::Place::At(::core::concat!($base, $behind))
    };
    ($base:tt, ($own:tt, $inside:tt)) => {
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

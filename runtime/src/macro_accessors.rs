//! Accessors: what a field holds, lent; what is optional and nullable,
//! flattened.

/// One method a line:
///
/// ```text
/// support::accessors! {
///     Order;
///     /// A note.
///     pub note note -> Option<&str>: as_deref;
/// }
/// ```
///
/// The method and the field have one name, unless the method's is taken.
#[doc(hidden)]
#[macro_export]
macro_rules! accessors {
    (
        $name:ident $(<$de:lifetime>)?;
        $($(#[$about:meta])* $vis:vis $method:ident $field:ident -> $given:ty: $how:ident;)*
    ) => {
        #[allow(
            clippy::option_option,
            clippy::type_complexity,
            clippy::wrong_self_convention,
            clippy::zero_sized_map_values
        )]
        impl $(<$de>)? $name $(<$de>)? {
            $(
                $(#[$about])*
                #[must_use]
                #[inline]
                $vis fn $method(&self) -> $given {
                    support::lend!(self.$field, $how)
                }
            )*
        }
    };
}

/// The same where people see the field, whose name is the plain one behind
/// `as`:
///
/// ```text
/// support::flattened! {
///     Order;
///     pub note note -> &str: flat_deref;
///     pub r#type r#type as "type" -> Kind: flat;
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! flattened {
    (
        $name:ident $(<$de:lifetime>)?;
        $($vis:vis $method:ident $field:ident $(as $plain:literal)? -> $given:ty: $how:ident;)*
    ) => {
        #[allow(clippy::type_complexity, clippy::wrong_self_convention, clippy::zero_sized_map_values)]
        impl $(<$de>)? $name $(<$de>)? {
            $(
                #[doc = ::core::concat!(
                    "The value of [`", ::core::stringify!($name), "::",
                    support::plain!($field $(as $plain)?),
                    "`]; `None` where it is absent and where it is null."
                )]
                #[must_use]
                #[inline]
                $vis fn $method(&self) -> ::core::option::Option<$given> {
                    support::lend!(self.$field, $how)
                }
            )*
        }
    };
}

/// What a field holds: itself, a reference to it, or what its value leads to;
/// `flat` where absent and null are one, `twice` where they are told apart.
#[doc(hidden)]
#[macro_export]
macro_rules! lend {
    ($field:expr, copied) => {
        $field
    };
    ($field:expr, by_ref) => {
        &$field
    };
    ($field:expr, as_ref) => {
        $field.as_ref()
    };
    ($field:expr, as_deref) => {
        $field.as_deref()
    };
    ($field:expr, flat) => {
        $field.flatten()
    };
    ($field:expr, flat_ref) => {
        $field.as_ref().and_then(::core::option::Option::as_ref)
    };
    ($field:expr, flat_deref) => {
        $field.as_ref().and_then(::core::option::Option::as_deref)
    };
    ($field:expr, twice_ref) => {
        $field.as_ref().map(::core::option::Option::as_ref)
    };
    ($field:expr, twice_deref) => {
        $field.as_ref().map(::core::option::Option::as_deref)
    };
}

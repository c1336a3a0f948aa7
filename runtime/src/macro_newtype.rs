//! What is implemented for a name around another type.

/// Everything of a newtype, beside `check` where it has limits:
///
/// ```text
/// support::newtype! {
///     pub Count(u8) as u8, in "order.json#/$defs/count" at "/type";
///     from limited by_value;
///     shown;
/// }
/// ```
///
/// Behind `as` stands what it dereferences to. `from` says what it is made
/// from: `any` value, one of which `check` says so, which takes it `by_value`
/// or `by_ref`, or `by_text` before it is a copy, or one that only predicates are `asked` of. `own`: what is inside
/// has places of its own. `asks`: the predicates, with the location that
/// a value made in code is refused for. `shown`: it has a `Display`. `but` is as
/// in `document!`, which is part of it.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype {
    (
        $vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty) as $target:ty, in $base:literal at $at:tt;
        $(but $($method:ident)+;)?
        $(numbers $numbers:expr;)?
        from $($from:ident)+;
        $(own $own:literal;)?
        $(shown $shown:tt;)?
        $(distinct $distinct:literal;)?
        $(ahead $ahead:literal;)?
        $(asks $location:literal: $($ask:path),+;)?
    ) => {
        support::document! { $vis $name $(<$de>)? $(but $($method)+)? }

        support::newtype_from! {
            $($from)+, $name $(<$de>)? ($inner), $(asks $location: $($ask),+)?
        }

        #[allow(clippy::must_use_unit, clippy::type_complexity, clippy::zero_sized_map_values)]
        impl $(<$de>)? $name $(<$de>)? {
            /// What is inside.
            #[must_use]
            #[inline]
            $vis fn into_inner(self) -> $inner {
                self.0
            }
        }

        #[allow(clippy::zero_sized_map_values)]
        impl $(<$de>)? ::core::ops::Deref for $name $(<$de>)? {
            type Target = $target;

            #[inline]
            fn deref(&self) -> &$target {
                &self.0
            }
        }

        #[allow(clippy::implicit_hasher, clippy::zero_sized_map_values)]
        impl $(<$de>)? ::core::convert::From<$name $(<$de>)?> for $inner {
            #[inline]
            fn from(value: $name $(<$de>)?) -> Self {
                value.0
            }
        }

        support::newtype_shown! { [$($shown)?] $name $(<$de>)? }

        impl $(<$de>)? ::serde::Serialize for $name $(<$de>)? {
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> support::Read<'de> for $name $(<$de>)? {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $at);

            #[inline]
            fn read(
                tape: &support::Tape<'de>,
                at: usize,
                place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                support::newtype_read! {
                    $($from)+, $inner, tape, at, place $(, own $own)?; $(asks $($ask),+)?
                }
            }

            // Only with `Scanner`.
            support::told_later!($($de)?);

            // Only with `Scanner`.
            support::newtype_scan! { $($from)+, $inner $(, own $own)? $(; distinct $distinct)? $(; ahead $ahead)? $(, asks $($ask)+)? }
        }
    };
}

/// How a newtype is made in code.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_from {
    (any, $name:ident $(<$de:lifetime>)? ($inner:ty),) => {
        #[allow(clippy::implicit_hasher, clippy::zero_sized_map_values)]
        impl $(<$de>)? ::core::convert::From<$inner> for $name $(<$de>)? {
            #[inline]
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
    };
    (limited $lent:ident, $($rest:tt)+) => {
        support::newtype_tried! { limited $lent, $($rest)+ }
    };
    (asked, $($rest:tt)+) => {
        support::newtype_tried! { asked, $($rest)+ }
    };
}

/// How a newtype is made in code of what may not fit.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_tried {
    ($($from:ident)+, $name:ident $(<$de:lifetime>)? ($inner:ty), $(asks $location:literal: $($ask:path),+)?) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// Whether what is inside fits.
            #[inline]
            fn fits(&self) -> ::core::result::Result<(), support::Refused> {
                support::newtype_check!($($from)+, self.0) $(.and_then(|()| {
                    support::check(self, $location, |tape, at| {
                        $($ask(tape, at)?;)+
                        ::core::result::Result::Ok(())
                    })
                }))?
            }
        }

        #[allow(clippy::zero_sized_map_values)]
        impl $(<$de>)? ::core::convert::TryFrom<$inner> for $name $(<$de>)? {
            type Error = support::Refused;

            #[inline]
            fn try_from(value: $inner) -> ::core::result::Result<Self, support::Refused> {
                support::fitting(Self(value), Self::fits)
            }
        }
    };
}

/// What a newtype shows: what is inside.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_shown {
    ([] $($name:tt)+) => {};
    ([true] $name:ident $(<$de:lifetime>)?) => {
        impl $(<$de>)? ::core::fmt::Display for $name $(<$de>)? {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, formatter)
            }
        }
    };
}

/// What `check` says of a value.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_check {
    (limited by_value, $value:expr) => {
        Self::check($value)
    };
    (limited $lent:ident, $value:expr) => {
        Self::check(&$value)
    };
    ($from:ident, $value:expr) => {
        ::core::result::Result::<(), support::Refused>::Ok(())
    };
}

/// What is inside a newtype, read.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_value {
    ($tape:ident, $at:ident, $place:ident) => {
        support::read($tape, $at, $place)
    };
    ($tape:ident, $at:ident, $place:ident, own $own:literal) => {
        support::read_own($tape, $at, Self::PLACE, $place)
    };
}

/// A newtype, read: limits are asked before predicates, and what is inside is
/// read before both only where there are limits.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_read {
    (limited by_text, $inner:ty, $tape:ident, $at:ident, $place:ident;) => {
        support::read_fitting($tape, $at, $place, Self::check).map(Self)
    };
    (
        limited $lent:ident, $inner:ty, $tape:ident, $at:ident, $place:ident $(, own $own:literal)?;
        $(asks $($ask:path),+)?
    ) => {{
        let value: $inner = support::newtype_value!($tape, $at, $place $(, own $own)?)?;
        support::newtype_check!(limited $lent, value).map_err(|refused| refused.at($at))?;
        $($($ask($tape, $at)?;)+)?
        ::core::result::Result::Ok(Self(value))
    }};
    (
        $from:ident, $inner:ty, $tape:ident, $at:ident, $place:ident $(, own $own:literal)?;
        $(asks $($ask:path),+)?
    ) => {{
        $($($ask($tape, $at)?;)+)?
        support::newtype_value!($tape, $at, $place $(, own $own)?).map(Self)
    }};
}

/// The reader that needs no tape, where no predicate is asked, or where it is only asked that
/// items differ, or of names alone.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_scan {
    ($($from:ident)+, $inner:ty $(, own $own:literal)?, asks $($ask:tt)+) => {};
    // A text is copied once it fits.
    (limited by_text, $inner:ty) => {
        #[inline]
        fn scan(
            scanner: &mut support::Scanner<'de>,
            _: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            scanner.fitting(Self::check).map(Self)
        }
    };
    // What has no limits.
    (any, $inner:ty $(, own $own:literal)?) => {
        #[inline]
        fn scan(
            scanner: &mut support::Scanner<'de>,
            place: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            scanner.inside(support::newtype_place!(place $(, own $own)?)).map(Self)
        }
    };
    ($($from:ident)+, $inner:ty $(, own $own:literal)? $(; $how:ident $flag:literal, asks $($ask:tt)+)?) => {
        #[allow(clippy::type_complexity)]
        #[inline]
        fn scan(
            scanner: &mut support::Scanner<'de>,
            place: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            let mut slot: ::core::option::Option<$inner> = ::core::option::Option::None;
            let place = support::newtype_place!(place $(, own $own)?);
            let is_read = support::newtype_ahead!(scanner, place, slot $(, $how $($ask)+)?);
            let value = slot.filter(|_| is_read)?;
            support::newtype_check!($($from)+, value).ok()?;
            ::core::option::Option::Some(Self(value))
        }
    };
}

/// Where what is inside a newtype is asked for.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_place {
    ($place:ident) => {
        $place
    };
    ($place:ident, own $own:literal) => {{
        let _ = $place;
        Self::PLACE
    }};
}

/// Reads what is inside, where items of a list have to differ, or something is asked of the
/// names of an object, too.
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_ahead {
    ($scanner:ident, $place:ident, $slot:ident) => {
        support::Read::scan_into($scanner, $place, &mut $slot)
    };
    ($scanner:ident, $place:ident, $slot:ident, distinct $($ask:tt)+) => {{
        $scanner.distinct();
        support::Read::scan_into($scanner, $place, &mut $slot)
    }};
    ($scanner:ident, $place:ident, $slot:ident, ahead $($ask:tt)+) => {
        $scanner.asked(&[$($ask),+], |scanner| {
            support::Read::scan_into(scanner, $place, &mut $slot)
        })
    };
}

//! What is implemented for a struct of an object's members.

/// A reader and a writer, from a list of the members:
///
/// ```text
/// support::record! {
///     pub Order in "order.json#" at "/type";
///     2 "id" id: type, required "/required";
///     rest additional_properties: "";
/// }
/// ```
///
/// The number is the length of the name, by which names are told apart first; `type` stands for
/// where `properties` says the member's type. `but` is as in `document!`, which is part of it.
/// A member with one value has no field:
///
/// ```text
///     4 "kind" [kind = support::Constant::Text("order"), "\"order\"", "/properties/kind/const", required "/required"];
/// ```
///
/// `not "old": "/properties/old";` names one that must not be there. `blank;` says that no member is required. `asks` names predicates, `if` the members whose names match a pattern,
/// `closed` where the schema allows no other members. `ahead`: the predicates look at names alone.
#[doc(hidden)]
#[macro_export]
macro_rules! record {
    (
        $vis:vis $name:ident $(<$de:lifetime>)? in $base:literal at $at:tt;
        $(but $($own:ident)+;)?
        $(numbers $numbers:expr;)?
        $(
            $length:literal $member:literal
            $([$fixed:ident = $constant:expr, $shown:literal, $fixed_place:tt, required $asked:tt])?
            $($field:ident: $place:tt $(, required $required:tt)?)?;
        )*
        $(not $denied:literal: $denied_place:tt;)*
        $(if $marker:path => $matched:ident: $matched_place:tt;)*
        $(rest $rest:ident: $rest_place:tt;)?
        $(closed $closed:tt;)?
        $(ahead $ahead:literal;)?
        $(asks $($ask:path),+;)?
    ) => {
        impl<'de> support::Record<'de> for $name $(<$de>)? {
            #[allow(unused_mut, clippy::similar_names, clippy::too_many_lines)]
            fn fill<Once>(
                slot: &mut ::core::option::Option<Self>,
                members: &mut support::MemberAccess<'_, 'de>,
            ) -> ::core::option::Option<()> {
                $(
                    $(let mut $fixed: ::core::option::Option<support::Fixed> = ::core::option::Option::None;)?
                    $(let mut $field = ::core::option::Option::None;)?
                )*
                $(let mut $matched = support::AdditionalProperties::new();)*
                $(let mut $rest = support::AdditionalProperties::new();)?
                support::record_members! {
                    members, $base;
                    $(
                        $length $member
                        $([$fixed = $constant, $shown, $fixed_place])?
                        $(($field): $place)?;
                    )*
                    $(not $denied: $denied_place;)*
                    $(if $marker => ($matched): $matched_place;)*
                    $(rest ($rest): $rest_place;)?
                    $(closed $closed;)?
                }
                $(
                    $(support::found!(
                        members, $fixed, $member, support::location!($base, $asked)
                    );)?
                )*
                *slot = ::core::option::Option::Some(Self {
                    $($($field: support::found!(
                        members, $field, $member $(, support::location!($base, $required))?
                    ),)?)*
                    $($matched,)*
                    $($rest,)?
                });
                ::core::option::Option::Some(())
            }
        }

        support::record_around! {
            $vis $name $(<$de>)? in $base at $at;
            $(but $($own)+;)?
            $(numbers $numbers;)?
            $(ahead $ahead;)?
            $(asks $($ask),+;)?
            $(
                $member
                $([$constant, $asked])?
                $($field $(, required $required)?)?;
            )*
            $(not $denied;)*
            $(if $marker => $matched;)*
            $(rest $rest;)?
        }
    };
    // An object that lacks nothing is filled where it stands.
    (
        $vis:vis $name:ident $(<$de:lifetime>)? in $base:literal at $at:tt;
        $(but $($own:ident)+;)?
        $(numbers $numbers:expr;)?
        blank;
        $($length:literal $member:literal $field:ident: $place:tt;)*
        $(not $denied:literal: $denied_place:tt;)*
        $(if $marker:path => $matched:ident: $matched_place:tt;)*
        $(rest $rest:ident: $rest_place:tt;)?
        $(closed $closed:tt;)?
        $(ahead $ahead:literal;)?
        $(asks $($ask:path),+;)?
    ) => {
        impl<'de> support::Record<'de> for $name $(<$de>)? {
            #[allow(unused_variables, clippy::too_many_lines)]
            fn fill<Once>(
                slot: &mut ::core::option::Option<Self>,
                members: &mut support::MemberAccess<'_, 'de>,
            ) -> ::core::option::Option<()> {
                let this = slot.insert(Self {
                    $($field: ::core::option::Option::None,)*
                    $($matched: support::AdditionalProperties::new(),)*
                    $($rest: support::AdditionalProperties::new(),)?
                });
                support::record_members! {
                    members, $base;
                    $($length $member (this.$field): $place;)*
                    $(not $denied: $denied_place;)*
                    $(if $marker => (this.$matched): $matched_place;)*
                    $(rest (this.$rest): $rest_place;)?
                    $(closed $closed;)?
                }
                ::core::option::Option::Some(())
            }
        }

        support::record_around! {
            $vis $name $(<$de>)? in $base at $at;
            $(but $($own)+;)?
            $(numbers $numbers;)?
            $(ahead $ahead;)?
            $(asks $($ask),+;)?
            $($member $field;)*
            $(not $denied;)*
            $(if $marker => $matched;)*
            $(rest $rest;)?
        }
    };
}

/// Goes through the members, each to its field.
#[doc(hidden)]
#[macro_export]
macro_rules! record_members {
    (
        $members:ident, $base:literal;
        $(
            $length:literal $member:literal
            $([$fixed:ident = $constant:expr, $shown:literal, $fixed_place:tt])?
            $(($($field:tt)+): $place:tt)?;
        )*
        $(not $denied:literal: $denied_place:tt;)*
        $(if $marker:path => $matched:tt: $matched_place:tt;)*
        $(rest $rest:tt: $rest_place:tt;)?
        $(closed $closed:tt;)?
    ) => {
        #[allow(clippy::match_single_binding, clippy::match_same_arms, clippy::never_loop)]
        while let ::core::option::Option::Some(name) = $members.next() {
            match (name.len(), name) {
                $(
                    $(($length, $member) => {
                        let place = &support::Place::Fixed(
                            &$constant,
                            $shown,
                            support::place!($base $member, $fixed_place),
                        );
                        $members.read(&mut $fixed, place)
                    })?
                    $(($length, $member) => {
                        $members.read(&mut $($field)+, support::place!($base $member, $place))
                    })?
                )*
                $((_, $denied) => {
                    $members.not_allowed(support::place!($base, $denied_place), &[])
                })*
                $(_ if <$marker>::matches(name) => {
                    $members.keep(&mut $matched, support::place!($base, $matched_place))
                })*
                _ => {
                    $($members.keep(&mut $rest, support::place!($base, $rest_place)))?
                    $($members.not_allowed(support::place!($base, $closed), <Self as support::Declares>::DECLARED))?
                }
            }?;
        }
        // Only with `Scanner`.
        $members.end()?;
        $($members.kept(&mut $matched)?;)*
        $($members.kept(&mut $rest)?;)?
    };
}

/// The reader and the writer around the members, and which names are declared.
#[doc(hidden)]
#[macro_export]
macro_rules! record_around {
    (
        $vis:vis $name:ident $(<$de:lifetime>)? in $base:literal at $at:tt;
        $(but $($own:ident)+;)?
        $(numbers $numbers:expr;)?
        $(ahead $ahead:literal;)?
        $(asks $($ask:path),+;)?
        $(
            $member:literal
            $([$constant:expr, $asked:tt])?
            $($field:ident $(, required $required:tt)?)?;
        )*
        $(not $denied:literal;)*
        $(if $marker:path => $matched:ident;)*
        $(rest $rest:ident;)?
    ) => {
        support::document! { $vis $name $(<$de>)? $(but $($own)+)? }

        impl<'de> support::Read<'de> for $name $(<$de>)? {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $at);

            #[inline]
            fn read(
                tape: &support::Tape<'de>,
                at: usize,
                place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                tape.record(at, place, &[$($($ask),+)?])
            }

            // Only with `Scanner`.
            support::told_later!($($de)?);

            // Only with `Scanner`.
            support::record_scan!($(ahead $ahead)? $($($ask)+)?);
        }

        impl $(<$de>)? support::Declares for $name $(<$de>)? {
            const DECLARED: &'static [&'static str] = &[$($member),*];

            #[inline]
            fn declares(name: &str) -> bool {
                Self::DECLARED.contains(&name) $(|| name == $denied)* $(|| <$marker>::matches(name))*
            }
        }

        impl $(<$de>)? ::serde::Serialize for $name $(<$de>)? {
            #[allow(unused_mut, clippy::too_many_lines)]
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                // Only with `Scanner`.
                let serializer = match support::serialize_text(self, serializer) {
                    ::core::result::Result::Ok(written) => return written,
                    ::core::result::Result::Err(serializer) => serializer,
                };
                let mut members =
                    ::serde::Serializer::serialize_map(serializer, ::core::option::Option::None)?;
                $(
                    $(support::write_member!(members, $member, &$constant, $asked);)?
                    $(support::write_member!(members, $member, &self.$field $(, $required)?);)?
                )*
                $(support::write_members!(members, self.$matched);)*
                $(support::write_members!(members, self.$rest);)?
                ::serde::ser::SerializeMap::end(members)
            }
        }
    };
}

/// The reader that needs no tape, where nothing is asked of the whole, or of its names alone.
#[doc(hidden)]
#[macro_export]
macro_rules! record_scan {
    ($(ahead $ahead:literal $($ask:tt)+)?) => {
        #[inline]
        fn scan_into(
            scanner: &mut support::Scanner<'de>,
            _: &'static support::Place,
            slot: &mut ::core::option::Option<Self>,
        ) -> bool {
            support::record_asked!(scanner, slot $(, $($ask)+)?)
        }
    };
    ($($ask:tt)+) => {};
}

/// Reads a record, of whose names something may be asked.
#[doc(hidden)]
#[macro_export]
macro_rules! record_asked {
    ($scanner:ident, $slot:ident) => {
        $scanner.record($slot)
    };
    ($scanner:ident, $slot:ident, $($ask:tt)+) => {{
        let fits = $scanner.asked(&[$($ask),+], |scanner| scanner.record($slot));
        if !fits {
            *$slot = ::core::option::Option::None;
        }
        fits
    }};
}

/// The value of a field, once all members are read.
#[doc(hidden)]
#[macro_export]
macro_rules! found {
    ($members:ident, $field:expr, $member:literal) => {
        $field
    };
    ($members:ident, $field:expr, $member:literal, $required:expr) => {
        match $field {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => {
                return $members.missing(
                    $required,
                    &support::Lack {
                        name: $member,
                        declares: <Self as support::Declares>::declares,
                    },
                );
            }
        }
    };
}

/// Writes a member; an optional one where it is there.
#[doc(hidden)]
#[macro_export]
macro_rules! write_member {
    ($members:ident, $member:literal, $value:expr) => {
        if let ::core::option::Option::Some(value) = $value {
            ::serde::ser::SerializeMap::serialize_entry(
                &mut $members,
                &support::MemberName($member, ::core::concat!(::core::stringify!($member), ":")),
                value,
            )?;
        }
    };
    ($members:ident, $member:literal, $value:expr, $required:tt) => {
        ::serde::ser::SerializeMap::serialize_entry(
            &mut $members,
            &support::MemberName($member, ::core::concat!(::core::stringify!($member), ":")),
            $value,
        )?;
    };
}

/// Writes the members of a bag.
#[doc(hidden)]
#[macro_export]
macro_rules! write_members {
    ($members:ident, $bag:expr) => {
        for (name, value) in $bag.held() {
            ::serde::ser::SerializeMap::serialize_entry(&mut $members, name, value)?;
        }
    };
}

//! How an enum of alternatives is read.

/// A reader of alternatives that are told apart by the kind of the value, and objects by a
/// member:
///
/// ```text
/// support::dispatch! {
///     Price(tape, at, place) in "price.json#" at "/oneOf";
///     kinds {
///         NULL => [Null];
///         STRING => [Text at "/oneOf/1/type"];
///         ARRAY => [List at "/oneOf/2/type" or support::first_of(…)];
///         OBJECT => [by "kind" as tag {
///             "flat" | "fixed" => [Flat at "/oneOf/3"];
///             [support::Constant::Integer(1)] => [First at "/oneOf/4"];
///             "bulk" => [Bulk at "/type" since ["/then"] "kind is \"bulk\""];
///             absent => [Plain at "/oneOf/5"];
///             refuse support::Fault::new(…)
///         }];
///         OBJECT => [told by "kind" { Near at "/oneOf/5"; Far at "/oneOf/6" in "far"; } or support::first_of(…)];
///     }
///     stray "/type";
/// }
/// ```
///
/// A place is what stands behind the location of the whole, or an expression in braces;
/// `stray` is that of kinds that another schema refuses. `since` tells why places apply,
/// `told` has the alternatives of objects that `likely` tells apart, behind `in` the one member of
/// the object that is one, and behind `by` the member whose text does, by `tagged`; with `bars true`
/// the name of one member may. What stands behind `or`,
/// and a row in braces, is asked of a tape alone; an alternative before `or` is tried before
/// there is one, and `shared` are the members that all of them declare alike. Alternatives
/// whose values have none inside are all tried: the `first` that fits is read, or the `sole` one.
/// `is` has the text that an alternative stands for, and `texts` those of several that stand side by side.
#[doc(hidden)]
#[macro_export]
macro_rules! dispatch {
    (
        $name:ident $(<$de:lifetime>)? ($tape:ident, $at:ident, $place:ident)
            in $base:literal at $own:tt;
        $(numbers $numbers:expr;)?
        kinds { $($($kind:ident)|+ => [$($row:tt)+];)* }
        $(stray $stray:tt;)?
    ) => {
        impl<'de> support::Read<'de> for $name $(<$de>)? {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $own);

            #[allow(unused_variables, clippy::too_many_lines)]
            #[inline]
            fn read(
                $tape: &support::Tape<'de>,
                $at: usize,
                $place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                match $tape.kind($at) {
                    $(
                        $(support::Kinds::$kind)|+ => {
                            support::alternative!($tape, $at, $base, $($row)+)
                        }
                    )*
                    _ => {
                        // Kinds of which no alternative is left are refused elsewhere.
                        $(let $place = support::place!($base, $stray);)?
                        let kinds = support::Kinds::NONE$($(.or(support::Kinds::$kind))+)*;
                        let reason = support::Reason::Kind(kinds);
                        ::core::result::Result::Err($place.refuse($tape, $at, reason))
                    }
                }
            }

            // Only with `Scanner`.
            support::told_later!($($de)?);

            // Only with `Scanner`.
            #[allow(unused_variables)]
            #[inline]
            fn scan_into(
                scanner: &mut support::Scanner<'de>,
                _: &'static support::Place,
                slot: &mut ::core::option::Option<Self>,
            ) -> bool {
                match scanner.kind() {
                    $(
                        ::core::option::Option::Some($(support::Kinds::$kind)|+) => {
                            support::alternative_scan!(scanner, slot, $base, $($row)+)
                        }
                    )*
                    _ => false,
                }
            }
        }
    };
}

/// Reads the alternative of one kind from a tape.
#[doc(hidden)]
#[macro_export]
macro_rules! alternative {
    ($tape:ident, $at:ident, $base:literal, [$($row:tt)+]) => {
        support::alternative!($tape, $at, $base, $($row)+)
    };
    ($tape:ident, $at:ident, $base:literal, $variant:ident at $place:tt) => {
        support::read($tape, $at, support::place!($base, $place)).map(Self::$variant)
    };
    ($tape:ident, $at:ident, $base:literal, $variant:ident at $place:tt
        $(since [$($then:literal),+] $words:literal)+) => {{
        let found = support::alternative!($tape, $at, $base, $variant at $place);
        $(let found = support::told_since($tape, &[$($then),+], $words, found);)+
        found
    }};
    ($tape:ident, $at:ident, $base:literal, $unit:ident) => {
        ::core::result::Result::Ok(Self::$unit)
    };
    ($tape:ident, $at:ident, $base:literal, { $read:expr }) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, $first:ident at $place:tt
        $(shared [$($shared:literal),+])? or $read:expr) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, told $(bars $bars:literal)? $(by $tag:literal)? { $($arm:tt)+ } or $read:expr) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, $unit:ident is $text:literal or $read:expr) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, first { $($arm:tt)+ } or $read:expr) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, sole { $($arm:tt)+ } or $read:expr) => {
        $read
    };
    ($tape:ident, $at:ident, $base:literal, by $member:literal as $tag:ident {
        $($($text:literal)|+ => [$($texts:tt)+];)*
        $([$($value:expr),+] => [$($values:tt)+];)*
        $(absent => $absent:tt;)?
        $(other => $other:tt;)?
        $(refuse $fault:expr)?
    }) => {{
        let $tag = $tape.member($at, $member);
        match $tag.and_then(|tag| $tape.string(tag)) {
            $(
                ::core::option::Option::Some($($text)|+) => {
                    support::alternative!($tape, $at, $base, $($texts)+)
                }
            )*
            $(
                _ if $tag.is_some_and(|tag| $tape.is_one_of(tag, &[$($value),+])) => {
                    support::alternative!($tape, $at, $base, $($values)+)
                }
            )*
            $(
                _ if $tag.is_none() => {
                    support::alternative!($tape, $at, $base, $absent)
                }
            )?
            $(_ => support::alternative!($tape, $at, $base, $other),)?
            $(_ => ::core::result::Result::Err($fault),)?
        }
    }};
}

/// The same from a text; nothing where that takes a tape.
#[doc(hidden)]
#[macro_export]
macro_rules! alternative_scan {
    (refuse $fault:expr) => {
        false
    };
    ($scanner:ident, $slot:ident, $base:literal, [$($row:tt)+]) => {
        support::alternative_scan!($scanner, $slot, $base, $($row)+)
    };
    ($scanner:ident, $slot:ident, $base:literal, $variant:ident at $place:tt) => {
        $scanner.read_arm(support::place!($base, $place), $slot, Self::$variant)
    };
    ($scanner:ident, $slot:ident, $base:literal, $variant:ident at $place:tt
        $(since [$($then:literal),+] $words:literal)+) => {
        $scanner.attempt_told(support::place!($base, $place), $slot, Self::$variant)
    };
    ($scanner:ident, $slot:ident, $base:literal, $unit:ident) => {{
        *$slot = $scanner.takes_null().then_some(Self::$unit);
        $slot.is_some()
    }};
    ($scanner:ident, $slot:ident, $base:literal, { $read:expr }) => {
        false
    };
    ($scanner:ident, $slot:ident, $base:literal, $first:ident at $place:tt
        $(shared [$($shared:literal),+])? or $read:expr) => {
        {
        let shared = &[$($($shared),+)?];
        $scanner.attempt(support::place!($base, $place), $slot, Self::$first, shared)
    }
    };
    ($scanner:ident, $slot:ident, $base:literal, $unit:ident is $text:literal or $read:expr) => {
        $scanner.takes_text_of($slot, |text| {
            if text == $text {
                ::core::option::Option::Some(Self::$unit)
            } else {
                ::core::option::Option::None
            }
        })
    };
    ($scanner:ident, $slot:ident, $base:literal, first { $([$($arm:tt)+])+ } or $read:expr) => {
        false $(|| support::alternative_next!($scanner, $slot, $base, $($arm)+))+
    };
    ($scanner:ident, $slot:ident, $base:literal, sole { $([$($arm:tt)+])+ } or $read:expr) => {
        $scanner.only_one(
            &[$(|scanner, slot| support::alternative_next!(scanner, slot, $base, $($arm)+)),+],
            $slot,
        )
    };
    ($scanner:ident, $slot:ident, $base:literal, told $(bars $bars:literal)? $(by $tag:literal)? {
        $($variant:ident at $place:tt $(in $member:literal)?;)+
    } or $read:expr) => {{
        let tag: ::core::option::Option<support::TextTag> = ::core::option::Option::None
            $(.or(::core::option::Option::Some(($tag, Self::tagged))))?;
        let bars = false $(|| $bars)?;
        let ::core::option::Option::Some(likely) = $scanner.likely(tag, bars, Self::likely) else {
            return false;
        };
        let arms: &[support::ScanArm<'de, Self>] = &[$(
            |scanner, slot| {
                let place = support::place!($base, $place);
                support::likely_scan!(scanner, slot, place, Self::$variant $(, $member)?)
            }
        ),+];
        match support::likely_arm(likely, arms) {
            ::core::option::Option::Some(read) => read($scanner, $slot),
            ::core::option::Option::None => false,
        }
    }};
    ($scanner:ident, $slot:ident, $base:literal, by $member:literal as $tag:ident {
        $($($text:literal)|+ => [$($texts:tt)+];)*
        $([$($value:expr),+] => [$($values:tt)+];)*
        $(absent => $absent:tt;)?
        $(other => $other:tt;)?
        $(refuse $fault:expr)?
    }) => {{
        let ::core::option::Option::Some(tape) = $scanner.look_ahead($member) else {
            return false;
        };
        let tag = tape.root();
        let read: support::ScanArm<'de, Self> = match tag.and_then(|tag| tape.string(tag)) {
            $(
                ::core::option::Option::Some($($text)|+) => |scanner, slot| {
                    support::alternative_scan!(scanner, slot, $base, $($texts)+)
                },
            )*
            $(
                _ if tag.is_some_and(|tag| tape.is_one_of(tag, &[$($value),+])) => |scanner, slot| {
                    support::alternative_scan!(scanner, slot, $base, $($values)+)
                },
            )*
            $(
                _ if tag.is_none() => |scanner, slot| {
                    support::alternative_scan!(scanner, slot, $base, $absent)
                },
            )?
            $(
                _ => |scanner, slot| {
                    support::alternative_scan!(scanner, slot, $base, $other)
                },
            )?
            $(_ => |_, _| support::alternative_scan!(refuse $fault),)?
        };
        $scanner.forget();
        read($scanner, $slot)
    }};
}

/// Reads the one alternative that may fit, or what its one member holds.
#[doc(hidden)]
#[macro_export]
macro_rules! likely_scan {
    ($scanner:ident, $slot:ident, $place:ident, $variant:expr) => {
        $scanner.attempt_told($place, $slot, $variant)
    };
    ($scanner:ident, $slot:ident, $place:ident, $variant:expr, $member:literal) => {
        $scanner.attempt_sole($member, $place, $slot, $variant)
    };
}

/// Tries one of several alternatives that hold nothing inside.
#[doc(hidden)]
#[macro_export]
macro_rules! alternative_next {
    ($scanner:ident, $slot:ident, $base:literal, $variant:ident at $place:tt) => {
        $scanner.attempt_next(support::place!($base, $place), $slot, Self::$variant)
    };
    ($scanner:ident, $slot:ident, $base:literal, texts { $($text:literal => $unit:ident,)+ }) => {
        $scanner.takes_text_of($slot, |text| match text {
            $($text => ::core::option::Option::Some(Self::$unit),)+
            _ => ::core::option::Option::None,
        })
    };
}

/// The writer of an enum whose variants hold whole values; `null` is the one that holds
/// nothing:
///
/// ```text
/// support::written! { Price: Text List, null Null }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! written {
    ($name:ident $(<$de:lifetime>)?: $($variant:ident)+ $(, null $null:ident)?) => {
        impl $(<$de>)? ::serde::Serialize for $name $(<$de>)? {
            #[allow(clippy::match_same_arms)]
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => ::serde::Serialize::serialize(value, serializer),)+
                    $(Self::$null => ::serde::Serializer::serialize_unit(serializer),)?
                }
            }
        }
    };
}

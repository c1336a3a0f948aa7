//! What is implemented for a struct of a list's positions.

/// A reader and a writer, from a list of the positions:
///
/// ```text
/// support::tuple! {
///     Point(tape, at) in "point.json#" at "/type";
///     fewer "/minItems", 2;
///     positions {
///         x: "/prefixItems/0", required;
///         y: "/prefixItems/1", required;
///         label: "/prefixItems/2";
///     }
///     rest "/items";
/// }
/// ```
///
/// `fewer` is said where a required position is not there; in place of `rest` stands
/// `closed` where nothing may follow, or `more "/maxItems", 2` where `maxItems` says so. `ask` has
/// what is asked of a tape before; with `counts`, that is the least and the greatest number of
/// items alone. A required position with one value has no field:
///
/// ```text
///         [support::Constant::Text("point"), "\"point\"", "/prefixItems/0/const"];
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! tuple {
    (
        $name:ident $(<$de:lifetime>)? ($tape:ident, $at:ident) in $base:literal at $own:tt;
        $(numbers $numbers:expr;)?
        $(fewer $fewer:tt, $least:literal;)?
        $(counts $few:literal, $most:expr;)?
        $(ask { $($ask:tt)+ };)?
        positions {
            $(
                $([$constant:expr, $shown:literal, $fixed:tt])?
                $($field:ident: $place:tt $(, $required:ident)?)?;
            )*
        }
        $(closed $closed:tt;)?
        $(more $more:tt, $room:literal;)?
        $(rest $rest:tt;)?
    ) => {
        impl<'de> support::Read<'de> for $name $(<$de>)? {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $own);

            #[allow(clippy::similar_names, clippy::too_many_lines)]
            #[inline]
            fn read(
                $tape: &support::Tape<'de>,
                $at: usize,
                place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                let mut items = $tape.array($at, place)?;
                $($($ask)+)?
                $(let fewer = || {
                    let schema = support::location!($base, $fewer);
                    support::Fault::new($at, schema, support::Reason::MinItems($least))
                };)?
                $(
                    $(
                        let item = items.next().ok_or_else(fewer)?;
                        let _: support::Fixed = support::read(
                            $tape,
                            item,
                            &support::Place::Fixed(&$constant, $shown, support::place!($base, $fixed)),
                        )?;
                    )?
                    $(
                        let $field = match items.next() {
                            ::core::option::Option::Some(item) => {
                                let place = support::place!($base, $place);
                                ::core::option::Option::Some(support::read($tape, item, place)?)
                            }
                            ::core::option::Option::None => ::core::option::Option::None,
                        };
                        let $field = support::position!($field, fewer $(, $required)?);
                    )?
                )*
                $(
                    if let ::core::option::Option::Some(item) = items.next() {
                        let place = support::place!($base, $closed);
                        let reason = support::Reason::TooMany;
                        return ::core::result::Result::Err(place.refuse($tape, item, reason));
                    }
                )?
                $(
                    if items.next().is_some() {
                        let schema = support::location!($base, $more);
                        let reason = support::Reason::MaxItems($room);
                        return ::core::result::Result::Err(
                            support::Fault::new($at, schema, reason)
                        );
                    }
                )?
                ::core::result::Result::Ok(Self {
                    $($($field,)?)*
                    $(rest: items
                        .map(|item| support::read($tape, item, support::place!($base, $rest)))
                        .collect::<::core::result::Result<_, support::Fault>>()?,)?
                })
            }

            // Only with `Scanner`.
            support::told_later!($($de)?);

            // Only with `Scanner`.
            support::tuple_scan! {
                [$(counts $few, $most;)? $(ask $($ask)+)?] $base;
                positions {
                    $(
                        $([$constant, $shown, $fixed])?
                        $($field: $place $(, $required)?)?;
                    )*
                }
                $(closed $closed;)?
                $(closed $more;)?
                $(rest $rest;)?
            }
        }

        impl $(<$de>)? ::serde::Serialize for $name $(<$de>)? {
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let mut items =
                    ::serde::Serializer::serialize_seq(serializer, ::core::option::Option::None)?;
                $(
                    $(support::write_item!(items, &$constant, required);)?
                    $(support::write_item!(items, &self.$field $(, $required)?);)?
                )*
                $(support::write_items!(items, self.rest, $rest);)?
                ::serde::ser::SerializeSeq::end(items)
            }
        }
    };
}

/// Writes what is behind the positions.
#[doc(hidden)]
#[macro_export]
macro_rules! write_items {
    ($items:ident, $list:expr, $place:tt) => {
        for item in &$list {
            ::serde::ser::SerializeSeq::serialize_element(&mut $items, item)?;
        }
    };
}

/// The reader that needs no tape, where nothing is asked of the whole.
#[doc(hidden)]
#[macro_export]
macro_rules! tuple_scan {
    (
        [$(counts $few:literal, $most:expr; ask $($ask:tt)+)?] $base:literal;
        positions {
            $(
                $([$constant:expr, $shown:literal, $fixed:tt])?
                $($field:ident: $place:tt $(, $required:ident)?)?;
            )*
        }
        $(closed $closed:tt;)?
        $(rest $rest:tt;)?
    ) => {
        #[allow(clippy::similar_names, unused_assignments, unused_mut)]
        #[inline]
        fn scan(
            scanner: &mut support::Scanner<'de>,
            _: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            let mut counts = ::core::option::Option::None;
            $(counts = ::core::option::Option::Some($few..=$most);)?
            scanner.read_positions(counts, |items| {
                $(
                    $(
                        let place = &support::Place::Fixed(&$constant, $shown, support::place!($base, $fixed));
                        let _: support::Fixed = items.read(place)??;
                    )?
                    $(
                        let $field = items.read(support::place!($base, $place))?;
                        let $field = support::position_scan!($field $(, $required)?);
                    )?
                )*
                $(items.end(support::place!($base, $closed))?;)?
                ::core::option::Option::Some(Self {
                    $($($field,)?)*
                    $(rest: items.rest(support::place!($base, $rest))?,)?
                })
            })
        }
    };
    ([ask $($ask:tt)+] $($rest:tt)*) => {};
}

/// The value of a position; that of a required one has to be there.
#[doc(hidden)]
#[macro_export]
macro_rules! position {
    ($field:ident, $fewer:ident) => {
        $field
    };
    ($field:ident, $fewer:ident, required) => {
        $field.ok_or_else($fewer)?
    };
}

/// The same where the tape says what is missing.
#[doc(hidden)]
#[macro_export]
macro_rules! position_scan {
    ($field:ident) => {
        $field
    };
    ($field:ident, required) => {
        $field?
    };
}

/// Writes an item; that of an optional position where it is there.
#[doc(hidden)]
#[macro_export]
macro_rules! write_item {
    ($items:ident, $value:expr) => {
        if let ::core::option::Option::Some(value) = $value {
            ::serde::ser::SerializeSeq::serialize_element(&mut $items, value)?;
        }
    };
    ($items:ident, $value:expr, required) => {
        ::serde::ser::SerializeSeq::serialize_element(&mut $items, $value)?;
    };
}

//! Macros for enums whose forms are told apart by what they hold.
/// A newtype around forms, made of what one of them holds:
///
/// ```text
/// support::form_arm! { Shape(ShapeForm): Circle }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! form_arm {
    ($name:ident($form:ident): $held:ty) => {
        impl ::core::convert::TryFrom<$held> for $name {
            type Error = support::Refused;

            #[inline]
            fn try_from(value: $held) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from($form::from(value))
            }
        }
    };
}

/// A newtype around forms of which just one may fit:
///
/// ```text
/// support::forms! { pub Shape(ShapeForm) }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! forms {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($form:ty)) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// The form that it has.
            #[must_use]
            #[inline]
            $vis fn form(&self) -> &$form {
                &self.0
            }

            /// Takes the form out.
            #[must_use]
            #[inline]
            $vis fn into_form(self) -> $form {
                self.0
            }
        }

        impl $(<$de>)? ::core::ops::Deref for $name $(<$de>)? {
            type Target = $form;

            #[inline]
            fn deref(&self) -> &$form {
                &self.0
            }
        }

        impl $(<$de>)? ::serde::Serialize for $name $(<$de>)? {
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
}

/// A reader of a newtype around forms on which more is asked:
///
/// ```text
/// support::forms_asked! {
///     Shape in "shape.json#" at "/oneOf";
///     alone ShapeForm::likely;
///     scan form;
///     asks checks::one_of_0;
/// }
/// ```
///
/// Where one form alone has what it requires, no other fits: `alone` tells. With `scan`, a
/// form that is read without a tape is the only one of which that may be.
#[doc(hidden)]
#[macro_export]
macro_rules! forms_asked {
    (
        $name:ident $(<$de:lifetime>)? in $base:literal at $own:tt;
        $(numbers $numbers:expr;)?
        $(alone $likely:path;)?
        $(scan $form:ident;)?
        asks $($ask:path),+;
    ) => {
        impl<'de> support::Read<'de> for $name $(<$de>)? {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $own);

            #[inline]
            fn read(
                tape: &support::Tape<'de>,
                at: usize,
                place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                $(
                    let likely = $likely(tape, at);
                    let alone = support::alone(tape, likely, || support::read(tape, at, place));
                    if let ::core::option::Option::Some(form) = alone {
                        return ::core::result::Result::Ok(Self(form));
                    }
                )?
                $($ask(tape, at)?;)+
                support::read(tape, at, place).map(Self)
            }

            // Only with `Scanner`.
            support::told_later!($($de)?);

            // Only with `Scanner`.
            support::forms_scan!($($form)?);
        }
    };
}

/// The reader that needs no tape.
#[doc(hidden)]
#[macro_export]
macro_rules! forms_scan {
    () => {};
    ($form:ident) => {
        #[inline]
        fn scan_into(
            scanner: &mut support::Scanner<'de>,
            place: &'static support::Place,
            $form: &mut ::core::option::Option<Self>,
        ) -> bool {
            scanner.attempt_told(place, $form, Self)
        }
    };
}

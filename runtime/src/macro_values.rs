//! What is implemented for an enum of values that are no texts.

/// The list of the values, and how one is written, from what stands in the schema; where all are
/// integers, the ways from and to them:
///
/// ```text
/// support::values! {
///     pub Priority, 2;
///     constants {
///         Low = support::Constant::Integer(1), "1";
///         High = support::Constant::Integer(2), "2";
///     }
///     integers "priority.json#/enum", "1, 2"; Low = 1; High = 2;
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! values {
    (
        $vis:vis $name:ident, $count:literal;
        constants { $($variant:ident = $constant:expr, $text:literal;)* }
        $(
            integers $location:literal, $listed:literal;
            $($integer:ident = $value:literal;)*
        )?
    ) => {
        impl $name {
            /// Every value, in the order of the schema.
            $vis const ALL: [Self; $count] = [$(Self::$variant),*];

            #[inline]
            const fn constant(self) -> &'static support::Constant {
                match self {
                    $(Self::$variant => &$constant,)*
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(match *self {
                    $(Self::$variant => $text,)*
                })
            }
        }

        impl ::serde::Serialize for $name {
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(self.constant(), serializer)
            }
        }

        $(
            impl ::core::convert::From<$name> for i64 {
                #[inline]
                fn from(value: $name) -> Self {
                    match value {
                        $($name::$integer => $value,)*
                    }
                }
            }

            impl ::core::convert::TryFrom<i64> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(value: i64) -> ::core::result::Result<Self, support::Refused> {
                    match value {
                        $($value => ::core::result::Result::Ok(Self::$integer),)*
                        _ => {
                            let refused =
                                support::Refused::new($location, support::Reason::Code($listed));
                            ::core::result::Result::Err(refused.of(&value))
                        }
                    }
                }
            }
        )?
    };
}

/// The ways from an enum of integers to those of Rust's that hold all of them, beside `i64`:
///
/// ```text
/// support::integer_codes! { Priority: u8 u16 }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! integer_codes {
    ($name:ident: $($integer:ident)+) => {
        $(
            impl ::core::convert::From<$name> for $integer {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                #[inline]
                fn from(value: $name) -> Self {
                    i64::from(value) as $integer
                }
            }
        )+
    };
}

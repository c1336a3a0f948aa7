//! What enums of several types lend and give.

/// Two methods for each variant that holds something:
///
/// ```text
/// support::arms! {
///     Shape;
///     pub Circle(Circle) as_circle -> &Circle: by_ref => into_circle;
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! arms {
    (
        $name:ident $(<$de:lifetime>)?;
        $($vis:vis $variant:ident($held:ty) $lend:ident -> $lent:ty: $how:ident => $give:ident;)*
    ) => {
        #[allow(clippy::type_complexity, clippy::zero_sized_map_values, unreachable_patterns)]
        impl $(<$de>)? $name $(<$de>)? {
            $(
                #[doc = ::core::concat!(
                    "The value of [`", ::core::stringify!($name), "::",
                    ::core::stringify!($variant), "`]; `None` where it is another one."
                )]
                #[must_use]
                #[inline]
                $vis fn $lend(&self) -> ::core::option::Option<$lent> {
                    match self {
                        Self::$variant(value) => {
                            ::core::option::Option::Some(support::arm!(value, $how))
                        }
                        _ => ::core::option::Option::None,
                    }
                }

                #[doc = ::core::concat!(
                    "Takes the value of [`", ::core::stringify!($name), "::",
                    ::core::stringify!($variant), "`] out; `None` where it is another one."
                )]
                #[must_use]
                #[inline]
                $vis fn $give(self) -> ::core::option::Option<$held> {
                    match self {
                        Self::$variant(value) => ::core::option::Option::Some(value),
                        _ => ::core::option::Option::None,
                    }
                }
            )*
        }
    };
}

/// What a variant lends.
#[doc(hidden)]
#[macro_export]
macro_rules! arm {
    ($value:ident, copied) => {
        *$value
    };
    ($value:ident, by_ref) => {
        $value
    };
}

/// The members that every variant has, lent: of those in the first list by their fields, of those in
/// the second, whose fields are private, by their methods:
///
/// ```text
/// support::common_members! {
///     Pet; Cat Dog; Fish;
///     /// What it is called.
///     pub name name -> &str: by_ref;
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! common_members {
    (
        $name:ident $(<$de:lifetime>)?; $($open:ident)*; $($closed:ident)*;
        $($(#[$about:meta])* $vis:vis $method:ident $field:ident -> $given:ty: $how:ident;)*
    ) => {
        support::common_members! {
            @ ($name $(<$de>)?) [$($open)*] [$($closed)*]
            $(($(#[$about])* $vis) $method $field ($given) $how;)*
        }
    };
    (@ ($name:ident $(<$de:lifetime>)?) $open:tt $closed:tt
        $(($(#[$about:meta])* $vis:vis) $method:ident $field:ident ($given:ty) $how:ident;)*
    ) => {
        #[allow(clippy::match_same_arms, clippy::type_complexity, clippy::wrong_self_convention)]
        impl $(<$de>)? $name $(<$de>)? {
            $(
                $(#[$about])*
                #[must_use]
                #[inline]
                $vis fn $method(&self) -> $given {
                    support::common_members!(match self $open $closed $method $field $how)
                }
            )*
        }
    };
    (match $value:ident [$($open:ident)*] [$($closed:ident)*] $method:ident $field:ident $how:ident) => {
        match $value {
            $(Self::$open(held) => support::lend!(held.$field, $how),)*
            $(Self::$closed(held) => held.$method(),)*
        }
    };
}

/// A variant that holds what no other one holds, made of it, or, where it is in a box, of what is in there:
///
/// ```text
/// support::from_arm! { Id::Text(String) }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! from_arm {
    ($name:ident $(<$de:lifetime>)? :: $variant:ident($held:ty)) => {
        #[allow(clippy::implicit_hasher, clippy::zero_sized_map_values, unreachable_code)]
        impl $(<$de>)? ::core::convert::From<$held> for $name $(<$de>)? {
            #[inline]
            fn from(value: $held) -> Self {
                Self::$variant(value.into())
            }
        }
    };
}

/// A variant that holds a text, made of a borrowed one:
///
/// ```text
/// support::text_arm! { Id::Text }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! text_arm {
    ($name:ident :: $variant:ident) => {
        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self::$variant(text.into())
            }
        }
    };
}

/// A variant that holds a number, made of primitives; behind `try` stands one of which not all
/// values are numbers:
///
/// ```text
/// support::number_arm! { Width::Number try f64 => i32 u32 }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! number_arm {
    ($name:ident :: $variant:ident $(try $tried:ident)? => $($given:ident)*) => {
        $(
            impl ::core::convert::TryFrom<$tried> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(number: $tried) -> ::core::result::Result<Self, support::Refused> {
                    ::core::convert::TryFrom::try_from(number).map(Self::$variant)
                }
            }
        )?
        $(
            impl ::core::convert::From<$given> for $name {
                #[inline]
                fn from(number: $given) -> Self {
                    Self::$variant(::core::convert::From::from(number))
                }
            }
        )*
    };
}

/// A variant that holds what may refuse what it is made of, made of each of these:
///
/// ```text
/// support::tried_arm! { Tags::List => Vec<String> }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! tried_arm {
    ($name:ident :: $variant:ident => $($given:ty),+) => {
        $(
            impl ::core::convert::TryFrom<$given> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(value: $given) -> ::core::result::Result<Self, support::Refused> {
                    ::core::convert::TryFrom::try_from(value).map(Self::$variant)
                }
            }
        )+
    };
}

/// An enum, made of each of these by reading it as it is written:
///
/// ```text
/// support::read_arms! { Size: &str, String }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! read_arms {
    ($name:ident: $($given:ty),+) => {
        $(
            impl ::core::convert::TryFrom<$given> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(value: $given) -> ::core::result::Result<Self, support::Refused> {
                    support::read_given(&value)
                }
            }
        )+
    };
}

/// A variant that holds a list, `any` or one that is `limited`, made of an array:
///
/// ```text
/// support::list_arm! { Tags::List[String] any }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! list_arm {
    ($name:ident :: $variant:ident [$item:ty] any) => {
        impl<T: ::core::convert::Into<$item>, const N: usize> ::core::convert::From<[T; N]>
            for $name
        {
            #[inline]
            fn from(items: [T; N]) -> Self {
                Self::$variant(items.into_iter().map(::core::convert::Into::into).collect())
            }
        }
    };
    ($name:ident :: $variant:ident [$item:ty] limited) => {
        support::tried_arm! { $name::$variant => ::std::vec::Vec<$item> }

        impl<T: ::core::convert::Into<$item>, const N: usize> ::core::convert::TryFrom<[T; N]>
            for $name
        {
            type Error = support::Refused;

            #[inline]
            fn try_from(items: [T; N]) -> ::core::result::Result<Self, support::Refused> {
                let items: ::std::vec::Vec<$item> =
                    items.into_iter().map(::core::convert::Into::into).collect();
                Self::try_from(items)
            }
        }
    };
}

/// A variant that holds a map, made of pairs in an array:
///
/// ```text
/// support::map_arm! { Bin::Object[String, String] }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! map_arm {
    ($name:ident :: $variant:ident [$key:ty, $value:ty]) => {
        impl<K, V, const N: usize> ::core::convert::From<[(K, V); N]> for $name
        where
            K: ::core::convert::Into<$key>,
            V: ::core::convert::Into<$value>,
        {
            #[inline]
            fn from(members: [(K, V); N]) -> Self {
                let members = members.into_iter();
                Self::$variant(
                    members
                        .map(|(name, value)| (name.into(), value.into()))
                        .collect(),
                )
            }
        }
    };
}

/// An enum, made of the builder of what a variant holds:
///
/// ```text
/// support::built_arms! { Shape: Circle Square }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! built_arms {
    ($name:ident: $($held:ident)+) => {
        $(
            impl ::core::convert::TryFrom<<$held as support::Built>::Builder> for $name {
                type Error = support::BuildError;

                #[inline]
                fn try_from(
                    builder: <$held as support::Built>::Builder,
                ) -> ::core::result::Result<Self, support::BuildError> {
                    let built = <$held>::try_from(builder)?;
                    ::core::convert::TryFrom::try_from(built).map_err(support::BuildError::of)
                }
            }
        )+
    };
}

/// An enum, made of an array of the builders of what is in a variant's list:
///
/// ```text
/// support::built_list_arm! { Include[File] }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! built_list_arm {
    ($name:ident [$item:ty]) => {
        impl<const N: usize> ::core::convert::TryFrom<[<$item as support::Built>::Builder; N]>
            for $name
        {
            type Error = support::BuildError;

            #[inline]
            fn try_from(
                builders: [<$item as support::Built>::Builder; N],
            ) -> ::core::result::Result<Self, support::BuildError> {
                let items =
                    support::Gives::<support::ListOf<support::One<$item>>, _>::give(builders)?;
                ::core::convert::TryFrom::try_from(items).map_err(support::BuildError::of)
            }
        }
    };
}

/// What variants hold is shown, or the value that one stands for:
///
/// ```text
/// support::shown_arms! { Limit: Number Text | Unlimited "unlimited" }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! shown_arms {
    ($name:ident $(<$de:lifetime>)?: $($variant:ident)* $(| $constant:ident $text:literal)*) => {
        impl $(<$de>)? ::core::fmt::Display for $name $(<$de>)? {
            #[allow(clippy::match_same_arms)]
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(value) => ::core::fmt::Display::fmt(value, formatter),)*
                    $(Self::$constant => formatter.pad($text),)*
                }
            }
        }
    };
}

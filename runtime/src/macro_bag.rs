//! What is implemented for an object whose members are known by one pattern alone.

/// It reads like the map that its one field is; what is `open` to changes, is made
/// of members, too:
///
/// ```text
/// support::bag! { pub Sizes.pattern_properties(Bag<SizesNames, Size>) of String => Size, open }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! bag {
    (
        $vis:vis $name:ident $(<$de:lifetime>)? .$field:ident
            ($bag:ty) of $key:ty => $value:ty, open
    ) => {
        support::bag! { $vis $name $(<$de>)? .$field($bag) of $key => $value, closed }

        impl $(<$de>)? $name $(<$de>)? {
            /// Makes one of members whose names fit, and refuses others; of members of
            /// one name the last one counts.
            ///
            /// # Errors
            ///
            /// A name or a value does not fit the schema.
            #[inline]
            $vis fn try_from_iter<K, V>(
                members: impl ::core::iter::IntoIterator<Item = (K, V)>,
            ) -> ::core::result::Result<Self, support::Refused>
            where
                K: ::core::convert::TryInto<$key, Error: ::core::fmt::Display>,
                V: ::core::convert::TryInto<$value, Error: ::core::fmt::Display>,
            {
                let mut made = Self::default();
                let members = support::given_members::<$key, $value, K, V>(members)?;
                made.$field.try_extend(members)?;
                ::core::result::Result::Ok(made)
            }
        }

        impl $(<$de>)? ::core::ops::DerefMut for $name $(<$de>)? {
            #[inline]
            fn deref_mut(&mut self) -> &mut $bag {
                &mut self.$field
            }
        }

        support::of_pairs! { $name $(<$de>)? of $key => $value, support::Refused }
        support::of_members! { $name $(<$de>)? of $key => $value, support::Refused }
    };
    (
        $vis:vis $name:ident .$field:ident
            ($bag:ty) of $key:ty => $value:ty, built
    ) => {
        support::bag! { $vis $name.$field($bag) of $key => $value, closed }

        impl $name {
            /// Makes one of members that fit, and refuses others; of members of
            /// one name the last one counts.
            ///
            /// # Errors
            ///
            /// A name or a value does not fit the schema, or the members do not together.
            #[inline]
            $vis fn try_from_iter<K, V>(
                members: impl ::core::iter::IntoIterator<Item = (K, V)>,
            ) -> ::core::result::Result<Self, support::BuildError>
            where
                K: ::core::convert::TryInto<$key, Error: ::core::fmt::Display>,
                V: ::core::convert::TryInto<$value, Error: ::core::fmt::Display>,
            {
                let members = support::given_members::<$key, $value, K, V>(members)?;
                let mut made = <$bag>::default();
                made.try_extend(members)?;
                Self::builder().$field(made).build()
            }
        }

        support::of_pairs! { $name of $key => $value, support::BuildError }
        support::of_members! { $name of $key => $value, support::BuildError }
    };
    (
        $vis:vis $name:ident $(<$de:lifetime>)? .$field:ident
            ($bag:ty) of $key:ty => $value:ty, closed
    ) => {
        impl $(<$de>)? ::core::ops::Deref for $name $(<$de>)? {
            type Target = $bag;

            #[inline]
            fn deref(&self) -> &$bag {
                &self.$field
            }
        }

        support::iterated! { $name $(<$de>)? .$field ($bag) }
    };
}

//! What is implemented for a newtype around a list, beside the rest.

/// The ways in and out of a list, `any` or `limited`:
///
/// ```text
/// support::list! { pub Tags[String] limited }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    ($vis:vis $name:ident $(<$de:lifetime>)? [$item:ty] any) => {
        support::collection! { $name $(<$de>)? (::std::vec::Vec<$item>) of $item }

        impl<$($de,)? const N: usize> ::core::convert::From<[$item; N]> for $name $(<$de>)? {
            #[inline]
            fn from(items: [$item; N]) -> Self {
                Self(items.into())
            }
        }

        support::list_lent! { $vis $name $(<$de>)? [$item] }
    };
    ($vis:vis $name:ident $(<$de:lifetime>)? [$item:ty] limited) => {
        #[allow(clippy::missing_errors_doc, clippy::type_complexity)]
        impl $(<$de>)? $name $(<$de>)? {
            /// Makes one of items that fit, and refuses others.
            #[inline]
            $vis fn try_new<I>(
                items: impl ::core::iter::IntoIterator<Item = I>,
            ) -> ::core::result::Result<Self, support::Refused>
            where
                I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
            {
                Self::try_from(support::given_items(items)?)
            }

            /// The same as [`Self::try_new`], by the name that iterators lead to.
            #[inline]
            $vis fn try_from_iter<I>(
                items: impl ::core::iter::IntoIterator<Item = I>,
            ) -> ::core::result::Result<Self, support::Refused>
            where
                I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
            {
                Self::try_new(items)
            }

            /// Adds an item at the end, unless the list no longer fits then: it is
            /// refused, and the list stays. For several, [`Self::try_extend`]
            /// looks at the list once.
            #[inline]
            $vis fn push<I>(&mut self, item: I) -> ::core::result::Result<(), support::Refused>
            where
                I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
            {
                self.try_extend([item])
            }

            /// The same as [`Self::try_extend`], by the name that lists have for it.
            #[inline]
            $vis fn extend<I>(
                &mut self,
                items: impl ::core::iter::IntoIterator<Item = I>,
            ) -> ::core::result::Result<(), support::Refused>
            where
                I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
            {
                self.try_extend(items)
            }

            /// Changes the list, and keeps the change if it fits then: otherwise the list stays.
            #[inline]
            $vis fn update<T>(
                &mut self,
                change: impl ::core::ops::FnOnce(&mut ::std::vec::Vec<$item>) -> T,
            ) -> ::core::result::Result<T, support::Refused> {
                let before = self.0.clone();
                let given = change(&mut self.0);
                self.fits().map(|()| given).inspect_err(|_| self.0 = before)
            }

            /// Takes the last item out, unless the list no longer fits then.
            #[inline]
            $vis fn pop(
                &mut self,
            ) -> ::core::result::Result<::core::option::Option<$item>, support::Refused> {
                self.update(::std::vec::Vec::pop)
            }

            /// Adds items at the end, all of them or none: where the list no longer
            /// fits then, they are refused, and the list stays.
            #[inline]
            $vis fn try_extend<I>(
                &mut self,
                items: impl ::core::iter::IntoIterator<Item = I>,
            ) -> ::core::result::Result<(), support::Refused>
            where
                I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
            {
                let items = support::given_items::<$item, I>(items)?;
                let before = self.0.len();
                self.0.extend(items);
                self.fits().inspect_err(|_| self.0.truncate(before))
            }
        }

        impl<$($de,)? I, const N: usize> ::core::convert::TryFrom<[I; N]> for $name $(<$de>)?
        where
            I: ::core::convert::TryInto<$item, Error: ::core::fmt::Display>,
        {
            type Error = support::Refused;

            #[inline]
            fn try_from(items: [I; N]) -> ::core::result::Result<Self, support::Refused> {
                Self::try_new(items)
            }
        }

        support::list_lent! { $vis $name $(<$de>)? [$item] }
    };
}

/// What is `list!` for a list whose length alone is limited: its items can be changed where they are.
#[doc(hidden)]
#[macro_export]
macro_rules! list_counted {
    ($vis:vis $name:ident $(<$de:lifetime>)? [$item:ty]) => {
        support::list! { $vis $name $(<$de>)? [$item] limited }

        impl $(<$de>)? ::core::ops::DerefMut for $name $(<$de>)? {
            #[inline]
            fn deref_mut(&mut self) -> &mut [$item] {
                &mut self.0
            }
        }

        support::iterated_mut! { $name $(<$de>)? (::std::vec::Vec<$item>) }
    };
}

/// What a list lends, gives away, and compares with.
#[doc(hidden)]
#[macro_export]
macro_rules! list_lent {
    ($vis:vis $name:ident $(<$de:lifetime>)? [$item:ty]) => {
        #[allow(clippy::type_complexity)]
        impl $(<$de>)? $name $(<$de>)? {
            /// The items.
            #[must_use]
            #[inline]
            $vis fn as_slice(&self) -> &[$item] {
                &self.0
            }
        }

        support::iterated! { $name $(<$de>)? (::std::vec::Vec<$item>) }

        impl $(<$de>)? ::core::convert::AsRef<[$item]> for $name $(<$de>)? {
            #[inline]
            fn as_ref(&self) -> &[$item] {
                &self.0
            }
        }

        impl<$($de,)? U> ::core::cmp::PartialEq<[U]> for $name $(<$de>)?
        where
            $item: ::core::cmp::PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &[U]) -> bool {
                *self.0 == *other
            }
        }

        impl<$($de,)? U> ::core::cmp::PartialEq<::std::vec::Vec<U>> for $name $(<$de>)?
        where
            $item: ::core::cmp::PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &::std::vec::Vec<U>) -> bool {
                self.0 == *other
            }
        }

        impl<$($de,)? U, const N: usize> ::core::cmp::PartialEq<[U; N]> for $name $(<$de>)?
        where
            $item: ::core::cmp::PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &[U; N]) -> bool {
                self.0 == *other
            }
        }
    };
}

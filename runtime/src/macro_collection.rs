//! What is implemented for a newtype around a list or a map alike.

/// The ways into one that takes whatever its type does, and the way to
/// change it.
#[doc(hidden)]
#[macro_export]
macro_rules! collection {
    ($name:ident $(<$de:lifetime>)? ($inner:ty) of $item:ty) => {
        impl $(<$de>)? ::core::ops::DerefMut for $name $(<$de>)? {
            #[inline]
            fn deref_mut(&mut self) -> &mut $inner {
                &mut self.0
            }
        }

        impl $(<$de>)? ::core::default::Default for $name $(<$de>)? {
            #[inline]
            fn default() -> Self {
                Self(::core::default::Default::default())
            }
        }

        impl $(<$de>)? ::core::iter::FromIterator<$item> for $name $(<$de>)? {
            #[inline]
            fn from_iter<I: ::core::iter::IntoIterator<Item = $item>>(items: I) -> Self {
                Self(items.into_iter().collect())
            }
        }

        impl $(<$de>)? ::core::iter::Extend<$item> for $name $(<$de>)? {
            #[inline]
            fn extend<I: ::core::iter::IntoIterator<Item = $item>>(&mut self, items: I) {
                self.0.extend(items);
            }
        }

        support::iterated_mut! { $name $(<$de>)? ($inner) }
    };
}

/// What is inside, one by one, to be changed.
#[doc(hidden)]
#[macro_export]
macro_rules! iterated_mut {
    ($name:ident $(<$de:lifetime>)? ($inner:ty)) => {
        // What it dereferences to has `iter_mut`.
        #[allow(clippy::into_iter_without_iter)]
        impl<'all $(, $de)?> ::core::iter::IntoIterator for &'all mut $name $(<$de>)? {
            type Item = <&'all mut $inner as ::core::iter::IntoIterator>::Item;
            type IntoIter = <&'all mut $inner as ::core::iter::IntoIterator>::IntoIter;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                (&mut self.0).into_iter()
            }
        }
    };
}

/// What is inside, one by one, lent and given away.
#[doc(hidden)]
#[macro_export]
macro_rules! iterated {
    ($name:ident $(<$de:lifetime>)? ($inner:ty)) => {
        support::iterated! { $name $(<$de>)? .0 ($inner) }
    };
    ($name:ident $(<$de:lifetime>)? .$field:tt ($inner:ty)) => {
        // What it dereferences to has `iter`.
        #[allow(clippy::into_iter_without_iter)]
        impl<'all $(, $de)?> ::core::iter::IntoIterator for &'all $name $(<$de>)? {
            type Item = <&'all $inner as ::core::iter::IntoIterator>::Item;
            type IntoIter = <&'all $inner as ::core::iter::IntoIterator>::IntoIter;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                (&self.$field).into_iter()
            }
        }

        impl $(<$de>)? ::core::iter::IntoIterator for $name $(<$de>)? {
            type Item = <$inner as ::core::iter::IntoIterator>::Item;
            type IntoIter = <$inner as ::core::iter::IntoIterator>::IntoIter;

            #[inline]
            fn into_iter(self) -> Self::IntoIter {
                self.$field.into_iter()
            }
        }
    };
}

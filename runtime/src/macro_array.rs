//! What is implemented for a newtype around an array, beside the rest.

/// The ways in and out of a list of a fixed number of items:
///
/// ```text
/// support::array! { Position([f64; 3]) of f64 }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! array {
    ($name:ident $(<$de:lifetime>)? ($inner:ty) of $item:ty) => {
        impl $(<$de>)? ::core::ops::DerefMut for $name $(<$de>)? {
            #[inline]
            fn deref_mut(&mut self) -> &mut $inner {
                &mut self.0
            }
        }

        impl $(<$de>)? ::core::convert::AsRef<[$item]> for $name $(<$de>)? {
            #[inline]
            fn as_ref(&self) -> &[$item] {
                &self.0
            }
        }

        impl<$($de,)? U, const N: usize> ::core::cmp::PartialEq<[U; N]> for $name $(<$de>)?
        where
            $item: ::core::cmp::PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &[U; N]) -> bool {
                self.0.as_slice() == other
            }
        }

        support::iterated! { $name $(<$de>)? ($inner) }
    };
}

//! What is implemented for a newtype around a map, beside the rest.

/// The ways in and out of a map, `any` or `limited`:
///
/// ```text
/// support::map! { pub Titles(BTreeMap<String, String>) of String => String, any }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! map {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty) of $key:ty => $value:ty, any) => {
        support::collection! { $name $(<$de>)? ($inner) of ($key, $value) }

        impl<$($de,)? const N: usize> ::core::convert::From<[($key, $value); N]>
            for $name $(<$de>)?
        {
            #[inline]
            fn from(members: [($key, $value); N]) -> Self {
                members.into_iter().collect()
            }
        }

        support::iterated! { $name $(<$de>)? ($inner) }
    };
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty) of $key:ty => $value:ty, limited) => {
        #[allow(clippy::missing_errors_doc, clippy::type_complexity, clippy::zero_sized_map_values)]
        impl $(<$de>)? $name $(<$de>)? {
            /// Makes one of members that fit, and refuses others; of members of one
            /// name the last one counts.
            #[inline]
            $vis fn try_from_iter<K, V>(
                members: impl ::core::iter::IntoIterator<Item = (K, V)>,
            ) -> ::core::result::Result<Self, support::Refused>
            where
                K: ::core::convert::TryInto<$key, Error: ::core::fmt::Display>,
                V: ::core::convert::TryInto<$value, Error: ::core::fmt::Display>,
            {
                let members = support::given_members::<$key, $value, K, V>(members)?;
                Self::try_from(members.into_iter().collect::<$inner>())
            }

            /// Inserts a member and gives back the value that it had before,
            /// unless the map no longer fits then: the member is refused, and the
            /// map stays.
            #[inline]
            $vis fn insert<K, V>(
                &mut self,
                key: K,
                value: V,
            ) -> ::core::result::Result<::core::option::Option<$value>, support::Refused>
            where
                K: ::core::convert::TryInto<$key, Error: ::core::fmt::Display>,
                V: ::core::convert::TryInto<$value, Error: ::core::fmt::Display>,
            {
                let mut before = ::core::option::Option::None;
                for (key, value) in support::given_members::<$key, $value, K, V>([(key, value)])? {
                    before = self.0.insert(key.clone(), value);
                    if let ::core::result::Result::Err(refused) = self.fits() {
                        if let ::core::option::Option::Some(value) = before {
                            self.0.insert(key, value);
                        } else {
                            self.0.retain(|other, _| *other != key);
                        }
                        return ::core::result::Result::Err(refused);
                    }
                }
                ::core::result::Result::Ok(before)
            }

            /// Removes a member and gives back the value that it had, unless the
            /// map no longer fits then: it is refused, and the map stays.
            #[inline]
            $vis fn remove<K>(
                &mut self,
                key: &K,
            ) -> ::core::result::Result<::core::option::Option<$value>, support::Refused>
            where
                $key: ::core::cmp::PartialEq<K>,
                K: ?::core::marker::Sized,
            {
                let mut members = self.0.clone().into_iter();
                self.update(|members| members.retain(|other, _| *other != *key))?;
                ::core::result::Result::Ok(
                    members.find(|(other, _)| *other == *key).map(|(_, value)| value),
                )
            }

            /// Changes the map, and keeps the change if it fits then: otherwise it is
            /// refused, and the map stays.
            #[inline]
            $vis fn update<T>(
                &mut self,
                change: impl ::core::ops::FnOnce(&mut $inner) -> T,
            ) -> ::core::result::Result<T, support::Refused> {
                let before = self.0.clone();
                let given = change(&mut self.0);
                self.fits().map(|()| given).inspect_err(|_| self.0 = before)
            }
        }

        support::of_pairs! { $name $(<$de>)? of $key => $value, support::Refused }
        support::iterated! { $name $(<$de>)? ($inner) }
    };
}

/// What is `map!` for a map of which the names and their number alone are limited: its values can be changed where
/// they are.
#[doc(hidden)]
#[macro_export]
macro_rules! map_counted {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty) of $key:ty => $value:ty) => {
        support::map! { $vis $name $(<$de>)? ($inner) of $key => $value, limited }

        #[allow(clippy::type_complexity, clippy::zero_sized_map_values)]
        impl $(<$de>)? $name $(<$de>)? {
            /// The value of a member, to be changed.
            #[must_use]
            #[inline]
            $vis fn get_mut<K>(&mut self, key: &K) -> ::core::option::Option<&mut $value>
            where
                $key: ::core::borrow::Borrow<K>,
                K: ::core::cmp::Ord + ::core::hash::Hash + ?::core::marker::Sized,
            {
                self.0.get_mut(key)
            }

            /// The members, their values to be changed.
            #[inline]
            $vis fn iter_mut(&mut self) -> <&mut $inner as ::core::iter::IntoIterator>::IntoIter {
                (&mut self.0).into_iter()
            }

            /// The values, to be changed.
            #[inline]
            $vis fn values_mut(&mut self) -> impl ::core::iter::Iterator<Item = &mut $value> {
                self.iter_mut().map(|(_, value)| value)
            }
        }

        support::iterated_mut! { $name $(<$de>)? ($inner) }
    };
}

/// The way from pairs in an array, by `try_from_iter`.
#[doc(hidden)]
#[macro_export]
macro_rules! of_pairs {
    ($name:ident $(<$de:lifetime>)? of $key:ty => $value:ty, $error:ty) => {
        impl<$($de,)? K, V, const N: usize> ::core::convert::TryFrom<[(K, V); N]>
            for $name $(<$de>)?
        where
            K: ::core::convert::TryInto<$key, Error: ::core::fmt::Display>,
            V: ::core::convert::TryInto<$value, Error: ::core::fmt::Display>,
        {
            type Error = $error;

            #[inline]
            fn try_from(members: [(K, V); N]) -> ::core::result::Result<Self, $error> {
                Self::try_from_iter(members)
            }
        }
    };
}

/// The way from members in a list, by `try_from_iter`.
#[doc(hidden)]
#[macro_export]
macro_rules! of_members {
    ($name:ident $(<$de:lifetime>)? of $key:ty => $value:ty, $error:ty) => {
        impl $(<$de>)? ::core::convert::TryFrom<::std::vec::Vec<($key, $value)>>
            for $name $(<$de>)?
        {
            type Error = $error;

            #[inline]
            fn try_from(
                members: ::std::vec::Vec<($key, $value)>,
            ) -> ::core::result::Result<Self, $error> {
                Self::try_from_iter(members)
            }
        }
    };
}

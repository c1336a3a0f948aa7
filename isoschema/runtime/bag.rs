//! The members of an object that its schema does not declare.
use super::*;

/// A type that knows which member names its schema declares.
pub trait Declares {
    /// Whether a member of this name has a field of its own.
    fn declares(name: &str) -> bool;
}

/// The members that are kept beside the declared ones of `Owner`.
///
/// A name that `Owner` declares is refused, so that no member is ever written
/// twice. Names are kept as `N`.
pub struct AdditionalProperties<Owner, V = ::serde_json::Value, N = ::std::string::String> {
    members: ::std::collections::BTreeMap<N, V>,
    owner: ::std::marker::PhantomData<fn() -> Owner>,
}

impl<Owner, V, N> AdditionalProperties<Owner, V, N> {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            members: ::std::collections::BTreeMap::new(),
            owner: ::std::marker::PhantomData,
        }
    }

    /// The members, sorted by name.
    pub fn iter(&self) -> ::std::collections::btree_map::Iter<'_, N, V> {
        self.members.iter()
    }

    /// The names of the members, sorted.
    pub fn keys(&self) -> ::std::collections::btree_map::Keys<'_, N, V> {
        self.members.keys()
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl<Owner, V, N> AdditionalProperties<Owner, V, N>
where
    N: ::std::borrow::Borrow<str> + ::std::cmp::Ord,
{
    /// Inserts a member that a reader has found not to be declared.
    pub(super) fn insert_unchecked(&mut self, name: N, value: V) {
        self.members.insert(name, value);
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> ::std::option::Option<&V> {
        self.members.get(name)
    }

    /// The value of a member, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> ::std::option::Option<&mut V> {
        self.members.get_mut(name)
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> ::std::option::Option<V> {
        self.members.remove(name)
    }

    /// Whether there is a member of this name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }
}

impl<Owner: Declares, V, N> AdditionalProperties<Owner, V, N>
where
    N: ::std::borrow::Borrow<str> + ::std::cmp::Ord,
{
    /// Inserts a member and gives back the value that it had before.
    ///
    /// # Errors
    ///
    /// Refuses the names that have a field of their own.
    pub fn insert(
        &mut self,
        name: impl ::std::convert::Into<N>,
        value: V,
    ) -> ::std::result::Result<::std::option::Option<V>, Refused> {
        let name = name.into();
        if Owner::declares(name.borrow()) {
            let name = name.borrow().to_owned();
            let reason = Reason::Inside(::std::boxed::Box::new((name, Reason::Declared)));
            return Err(Refused::new("#/properties", reason));
        }
        Ok(self.members.insert(name, value))
    }

    /// Inserts several members.
    ///
    /// # Errors
    ///
    /// Refuses the names that have a field of their own; the members before
    /// the first such name stay inserted.
    pub fn try_extend(
        &mut self,
        members: impl ::std::iter::IntoIterator<Item = (N, V)>,
    ) -> ::std::result::Result<(), Refused> {
        for (name, value) in members {
            self.insert(name, value)?;
        }
        Ok(())
    }
}

impl<Owner: Declares, V, N> ::std::convert::TryFrom<::std::collections::BTreeMap<N, V>>
    for AdditionalProperties<Owner, V, N>
where
    N: ::std::borrow::Borrow<str> + ::std::cmp::Ord,
{
    type Error = Refused;

    fn try_from(
        members: ::std::collections::BTreeMap<N, V>,
    ) -> ::std::result::Result<Self, Refused> {
        let mut bag = Self::new();
        bag.try_extend(members)?;
        Ok(bag)
    }
}

impl<Owner, V, N> ::std::default::Default for AdditionalProperties<Owner, V, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Owner, V: ::std::clone::Clone, N: ::std::clone::Clone> ::std::clone::Clone
    for AdditionalProperties<Owner, V, N>
{
    fn clone(&self) -> Self {
        Self {
            members: self.members.clone(),
            owner: ::std::marker::PhantomData,
        }
    }
}

impl<Owner, V: ::std::fmt::Debug, N: ::std::fmt::Debug> ::std::fmt::Debug
    for AdditionalProperties<Owner, V, N>
{
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        ::std::fmt::Debug::fmt(&self.members, f)
    }
}

impl<Owner, V: ::std::cmp::PartialEq, N: ::std::cmp::PartialEq> ::std::cmp::PartialEq
    for AdditionalProperties<Owner, V, N>
{
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<Owner, V: ::std::cmp::Eq, N: ::std::cmp::Eq> ::std::cmp::Eq
    for AdditionalProperties<Owner, V, N>
{
}

impl<Owner, V: ::std::cmp::PartialOrd, N: ::std::cmp::PartialOrd> ::std::cmp::PartialOrd
    for AdditionalProperties<Owner, V, N>
{
    fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
        self.members.partial_cmp(&other.members)
    }
}

impl<Owner, V: ::std::cmp::Ord, N: ::std::cmp::Ord> ::std::cmp::Ord
    for AdditionalProperties<Owner, V, N>
{
    fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
        self.members.cmp(&other.members)
    }
}

impl<Owner, V: ::std::hash::Hash, N: ::std::hash::Hash> ::std::hash::Hash
    for AdditionalProperties<Owner, V, N>
{
    fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl<Owner, V: ::serde::Serialize, N: ::serde::Serialize> ::serde::Serialize
    for AdditionalProperties<Owner, V, N>
{
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(&self.members)
    }
}

impl<'bag, Owner, V, N> ::std::iter::IntoIterator for &'bag AdditionalProperties<Owner, V, N> {
    type Item = (&'bag N, &'bag V);
    type IntoIter = ::std::collections::btree_map::Iter<'bag, N, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

impl<Owner, V, N> ::std::iter::IntoIterator for AdditionalProperties<Owner, V, N> {
    type Item = (N, V);
    type IntoIter = ::std::collections::btree_map::IntoIter<N, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

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
    /// Sorted by name, no name twice.
    members: ::std::vec::Vec<(N, V)>,
    owner: ::std::marker::PhantomData<fn() -> Owner>,
}

impl<Owner, V, N> AdditionalProperties<Owner, V, N> {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            members: ::std::vec::Vec::new(),
            owner: ::std::marker::PhantomData,
        }
    }

    /// The members, sorted by name.
    #[must_use]
    pub fn iter(&self) -> BagIter<'_, N, V> {
        BagIter(self.members.iter())
    }

    /// The names of the members, sorted.
    #[must_use]
    pub fn keys(
        &self,
    ) -> impl ::std::iter::ExactSizeIterator<Item = &N> + ::std::iter::DoubleEndedIterator + '_
    {
        self.members.iter().map(|(name, _)| name)
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
    /// Adds a member that a reader has found not to be declared; see
    /// [`Self::sort`].
    pub(super) fn push(&mut self, name: N, value: V) {
        self.members.push((name, value));
    }

    /// Sorts what was pushed; `false` where a name is there twice.
    pub(super) fn sort(&mut self) -> bool {
        let is_sorted = |all: &[(N, V)]| all.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if is_sorted(&self.members) {
            return true;
        }
        self.members
            .sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        is_sorted(&self.members)
    }

    fn find(&self, name: &str) -> ::std::result::Result<usize, usize> {
        self.members
            .binary_search_by(|(other, _)| other.borrow().cmp(name))
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> ::std::option::Option<&V> {
        let place = self.find(name).ok()?;
        self.members.get(place).map(|(_, value)| value)
    }

    /// The value of a member, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> ::std::option::Option<&mut V> {
        let place = self.find(name).ok()?;
        self.members.get_mut(place).map(|(_, value)| value)
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> ::std::option::Option<V> {
        let place = self.find(name).ok()?;
        Some(self.members.remove(place).1)
    }

    /// Whether there is a member of this name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.find(name).is_ok()
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
        Self::allowed(name.borrow())?;
        Ok(match self.find(name.borrow()) {
            Ok(place) => Some(::std::mem::replace(&mut self.members[place].1, value)),
            Err(place) => {
                self.members.insert(place, (name, value));
                None
            }
        })
    }

    fn allowed(name: &str) -> ::std::result::Result<(), Refused> {
        if Owner::declares(name) {
            let reason =
                Reason::Inside(::std::boxed::Box::new((name.to_owned(), Reason::Declared)));
            return Err(Refused::by_type(reason));
        }
        Ok(())
    }

    /// Inserts several members; of members of one name the last one stays.
    ///
    /// # Errors
    ///
    /// Refuses the names that have a field of their own, and inserts nothing
    /// then.
    pub fn try_extend(
        &mut self,
        members: impl ::std::iter::IntoIterator<Item = (N, V)>,
    ) -> ::std::result::Result<(), Refused> {
        let new: ::std::vec::Vec<(N, V)> = members.into_iter().collect();
        for (name, _) in &new {
            Self::allowed(name.borrow())?;
        }
        // The last one first, as the first of equal names stays.
        let before = ::std::mem::take(&mut self.members);
        self.members.extend(new.into_iter().rev());
        self.members.extend(before);
        self.members.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.members.dedup_by(|later, earlier| later.0 == earlier.0);
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
        f.debug_map().entries(self).finish()
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
        serializer.collect_map(self)
    }
}

impl<'bag, Owner, V, N> ::std::iter::IntoIterator for &'bag AdditionalProperties<Owner, V, N> {
    type Item = (&'bag N, &'bag V);
    type IntoIter = BagIter<'bag, N, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<Owner, V, N> ::std::iter::IntoIterator for AdditionalProperties<Owner, V, N> {
    type Item = (N, V);
    type IntoIter = ::std::vec::IntoIter<(N, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

/// The members of a bag, sorted by name; see [`AdditionalProperties::iter`].
#[derive(Clone, Debug)]
pub struct BagIter<'bag, N, V>(::std::slice::Iter<'bag, (N, V)>);

impl<'bag, N, V> ::std::iter::Iterator for BagIter<'bag, N, V> {
    type Item = (&'bag N, &'bag V);

    fn next(&mut self) -> ::std::option::Option<Self::Item> {
        self.0.next().map(|(name, value)| (name, value))
    }

    fn size_hint(&self) -> (usize, ::std::option::Option<usize>) {
        self.0.size_hint()
    }
}

impl<N, V> ::std::iter::DoubleEndedIterator for BagIter<'_, N, V> {
    fn next_back(&mut self) -> ::std::option::Option<Self::Item> {
        self.0.next_back().map(|(name, value)| (name, value))
    }
}

impl<N, V> ::std::iter::ExactSizeIterator for BagIter<'_, N, V> {}

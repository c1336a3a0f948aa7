//! The members of an object that its schema does not declare.
use super::*;

/// A type that knows which member names its schema declares.
pub trait Declares {
    /// The names of the members.
    const DECLARED: &'static [&'static str] = &[];

    /// Whether a member of this name has a field of its own.
    fn declares(name: &str) -> bool;
}

/// The members that are kept beside the declared ones of `Owner`.
///
/// A name that `Owner` declares is refused, so that no member is ever written
/// twice. Names are kept as `N`.
pub struct AdditionalProperties<Owner, V = ::serde_json::Value, N = String> {
    /// Sorted by name, no name twice.
    members: Vec<(N, Held<V>)>,
    owner: ::core::marker::PhantomData<fn() -> Owner>,
}

impl<Owner, V, N> AdditionalProperties<Owner, V, N> {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            members: Vec::new(),
            owner: ::core::marker::PhantomData,
        }
    }

    /// The members, sorted by name.
    #[must_use]
    pub fn iter(&self) -> BagIter<'_, N, V> {
        BagIter(self.members.iter())
    }

    /// The names of the members, sorted.
    #[must_use]
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &N> + DoubleEndedIterator + '_ {
        self.members.iter().map(|(name, _)| name)
    }

    /// The values of the members, sorted by name.
    #[must_use]
    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> + DoubleEndedIterator + '_ {
        self.members.iter().map(|(_, value)| value.get())
    }

    /// The members as they are written.
    #[doc(hidden)]
    pub fn held(&self) -> ::core::slice::Iter<'_, (N, Held<V>)> {
        self.members.iter()
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
    N: ::alloc::borrow::Borrow<str> + Ord,
{
    /// Adds a member that a reader has found not to be declared; see
    /// [`Self::sort`].
    pub(crate) fn push(&mut self, name: N, value: Held<V>) {
        self.members.push((name, value));
    }

    /// Sorts what was pushed; `false` where a name is there twice.
    pub(crate) fn sort(&mut self) -> bool {
        sorted(&mut self.members)
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.members
            .binary_search_by(|(other, _)| other.borrow().cmp(name))
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        let place = self.find(name).ok()?;
        self.members.get(place).map(|(_, value)| value.get())
    }

    /// The value of a member, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        let place = self.find(name).ok()?;
        self.members
            .get_mut(place)
            .map(|(_, value)| value.get_mut())
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        let place = self.find(name).ok()?;
        Some(self.members.remove(place).1.give())
    }

    /// Whether there is a member of this name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.find(name).is_ok()
    }
}

/// Sorts members; `false` where a name is there twice. Compiled once for all
/// records.
fn sorted<V, N: Ord>(members: &mut [(N, Held<V>)]) -> bool {
    let is_sorted = |all: &[(N, Held<V>)]| all.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if is_sorted(members) {
        return true;
    }
    members.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    is_sorted(members)
}

impl<Owner: Declares, V, N> AdditionalProperties<Owner, V, N>
where
    N: ::alloc::borrow::Borrow<str> + Ord,
{
    /// Inserts a member and gives back the value that it had before.
    ///
    /// # Errors
    ///
    /// Refuses the names that have a field of their own.
    pub fn insert(&mut self, name: impl Into<N>, value: V) -> Result<Option<V>, Refused> {
        let name = name.into();
        Self::allowed(name.borrow())?;
        Ok(match self.find(name.borrow()) {
            Ok(place) => {
                let value = Held::Value(value);
                Some(::core::mem::replace(&mut self.members[place].1, value).give())
            }
            Err(place) => {
                self.members.insert(place, (name, Held::Value(value)));
                None
            }
        })
    }

    fn allowed(name: &str) -> Result<(), Refused> {
        if Owner::declares(name) {
            let reason = Reason::Inside(Box::new((name.to_owned(), Reason::Declared)));
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
    pub fn try_extend(&mut self, members: impl IntoIterator<Item = (N, V)>) -> Result<(), Refused> {
        let new: Vec<(N, Held<V>)> = members
            .into_iter()
            .map(|(name, value)| (name, Held::Value(value)))
            .collect();
        for (name, _) in &new {
            Self::allowed(name.borrow())?;
        }
        // The last one first, as the first of equal names stays.
        let before = ::core::mem::take(&mut self.members);
        self.members.extend(new.into_iter().rev());
        self.members.extend(before);
        self.members.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.members.dedup_by(|later, earlier| later.0 == earlier.0);
        Ok(())
    }
}

impl<Owner: Declares, V, N> TryFrom<::alloc::collections::BTreeMap<N, V>>
    for AdditionalProperties<Owner, V, N>
where
    N: ::alloc::borrow::Borrow<str> + Ord,
{
    type Error = Refused;

    fn try_from(members: ::alloc::collections::BTreeMap<N, V>) -> Result<Self, Refused> {
        let mut bag = Self::new();
        bag.try_extend(members)?;
        Ok(bag)
    }
}

impl<Owner, V, N> Default for AdditionalProperties<Owner, V, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Owner, V: Clone, N: Clone> Clone for AdditionalProperties<Owner, V, N> {
    fn clone(&self) -> Self {
        Self {
            members: self.members.clone(),
            owner: ::core::marker::PhantomData,
        }
    }
}

impl<Owner, V: ::core::fmt::Debug, N: ::core::fmt::Debug> ::core::fmt::Debug
    for AdditionalProperties<Owner, V, N>
{
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<Owner, V: PartialEq, N: PartialEq> PartialEq for AdditionalProperties<Owner, V, N> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<Owner, V: Eq, N: Eq> Eq for AdditionalProperties<Owner, V, N> {}

impl<Owner, V: PartialOrd, N: PartialOrd> PartialOrd for AdditionalProperties<Owner, V, N> {
    fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
        self.iter().partial_cmp(other)
    }
}

impl<Owner, V: Ord, N: Ord> Ord for AdditionalProperties<Owner, V, N> {
    fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
        self.iter().cmp(other)
    }
}

impl<Owner, V: ::core::hash::Hash, N: ::core::hash::Hash> ::core::hash::Hash
    for AdditionalProperties<Owner, V, N>
{
    fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.iter().for_each(|member| member.hash(state));
    }
}

impl<Owner, V: ::serde::Serialize, N: ::serde::Serialize> ::serde::Serialize
    for AdditionalProperties<Owner, V, N>
{
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.members.iter();
        serializer.collect_map(members.map(|(name, value)| (name, value)))
    }
}

/// Panics where there is no such member, as with other maps.
impl<Owner, V, N> ::core::ops::Index<&str> for AdditionalProperties<Owner, V, N>
where
    N: ::alloc::borrow::Borrow<str> + Ord,
{
    type Output = V;

    fn index(&self, name: &str) -> &V {
        self.get(name).expect("no member of this name")
    }
}

impl<'bag, Owner, V, N> IntoIterator for &'bag AdditionalProperties<Owner, V, N> {
    type Item = (&'bag N, &'bag V);
    type IntoIter = BagIter<'bag, N, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<Owner, V, N> IntoIterator for AdditionalProperties<Owner, V, N> {
    type Item = (N, V);
    type IntoIter = ::alloc::vec::IntoIter<(N, V)>;

    fn into_iter(self) -> Self::IntoIter {
        let members = self.members.into_iter();
        let members: Vec<_> = members.map(|(name, value)| (name, value.give())).collect();
        members.into_iter()
    }
}

/// The members of a bag, sorted by name; see [`AdditionalProperties::iter`].
pub struct BagIter<'bag, N, V>(::core::slice::Iter<'bag, (N, Held<V>)>);

impl<N, V> Clone for BagIter<'_, N, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<N: ::core::fmt::Debug, V: ::core::fmt::Debug> ::core::fmt::Debug for BagIter<'_, N, V> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_map().entries(self.clone()).finish()
    }
}

impl<'bag, N, V> Iterator for BagIter<'bag, N, V> {
    type Item = (&'bag N, &'bag V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (name, value.get()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<N, V> DoubleEndedIterator for BagIter<'_, N, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(name, value)| (name, value.get()))
    }
}

impl<N, V> ExactSizeIterator for BagIter<'_, N, V> {}

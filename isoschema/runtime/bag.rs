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
/// twice.
pub struct AdditionalProperties<Owner, V = ::serde_json::Value> {
    members: ::std::collections::BTreeMap<::std::string::String, V>,
    owner: ::std::marker::PhantomData<fn() -> Owner>,
}

impl<Owner, V> AdditionalProperties<Owner, V> {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            members: ::std::collections::BTreeMap::new(),
            owner: ::std::marker::PhantomData,
        }
    }

    /// Inserts a member that a reader has found not to be declared.
    pub(super) fn insert_unchecked(&mut self, name: &str, value: V) {
        self.members.insert(name.to_owned(), value);
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

    /// The members, sorted by name.
    pub fn iter(&self) -> ::std::collections::btree_map::Iter<'_, ::std::string::String, V> {
        self.members.iter()
    }

    /// The names of the members, sorted.
    pub fn keys(&self) -> ::std::collections::btree_map::Keys<'_, ::std::string::String, V> {
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

impl<Owner: Declares, V> AdditionalProperties<Owner, V> {
    /// Inserts a member and gives back the value that it had before.
    ///
    /// # Errors
    ///
    /// Refuses the names that have a field of their own.
    pub fn insert(
        &mut self,
        name: impl ::std::convert::Into<::std::string::String>,
        value: V,
    ) -> ::std::result::Result<::std::option::Option<V>, Refused> {
        let name = name.into();
        if Owner::declares(&name) {
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
        members: impl ::std::iter::IntoIterator<Item = (::std::string::String, V)>,
    ) -> ::std::result::Result<(), Refused> {
        for (name, value) in members {
            self.insert(name, value)?;
        }
        Ok(())
    }
}

impl<Owner: Declares, V>
    ::std::convert::TryFrom<::std::collections::BTreeMap<::std::string::String, V>>
    for AdditionalProperties<Owner, V>
{
    type Error = Refused;

    fn try_from(
        members: ::std::collections::BTreeMap<::std::string::String, V>,
    ) -> ::std::result::Result<Self, Refused> {
        let mut bag = Self::new();
        bag.try_extend(members)?;
        Ok(bag)
    }
}

impl<Owner, V> ::std::default::Default for AdditionalProperties<Owner, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Owner, V: ::std::clone::Clone> ::std::clone::Clone for AdditionalProperties<Owner, V> {
    fn clone(&self) -> Self {
        Self {
            members: self.members.clone(),
            owner: ::std::marker::PhantomData,
        }
    }
}

impl<Owner, V: ::std::fmt::Debug> ::std::fmt::Debug for AdditionalProperties<Owner, V> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        ::std::fmt::Debug::fmt(&self.members, f)
    }
}

impl<Owner, V: ::std::cmp::PartialEq> ::std::cmp::PartialEq for AdditionalProperties<Owner, V> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<Owner, V: ::std::cmp::Eq> ::std::cmp::Eq for AdditionalProperties<Owner, V> {}

impl<Owner, V: ::std::cmp::PartialOrd> ::std::cmp::PartialOrd for AdditionalProperties<Owner, V> {
    fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
        self.members.partial_cmp(&other.members)
    }
}

impl<Owner, V: ::std::cmp::Ord> ::std::cmp::Ord for AdditionalProperties<Owner, V> {
    fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
        self.members.cmp(&other.members)
    }
}

impl<Owner, V: ::std::hash::Hash> ::std::hash::Hash for AdditionalProperties<Owner, V> {
    fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl<Owner, V: ::serde::Serialize> ::serde::Serialize for AdditionalProperties<Owner, V> {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(&self.members)
    }
}

impl<'bag, Owner, V> ::std::iter::IntoIterator for &'bag AdditionalProperties<Owner, V> {
    type Item = (&'bag ::std::string::String, &'bag V);
    type IntoIter = ::std::collections::btree_map::Iter<'bag, ::std::string::String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

impl<Owner, V> ::std::iter::IntoIterator for AdditionalProperties<Owner, V> {
    type Item = (::std::string::String, V);
    type IntoIter = ::std::collections::btree_map::IntoIter<::std::string::String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

//! Items and members, one after another.
use super::*;

impl<'de> Tape<'de> {
    /// The items of an array, none of another value.
    #[inline]
    pub fn each_item(&self, at: usize) -> Items<'_, 'de> {
        let (tape, next) = (self, at + 1);
        let left = if let Node::Array { len, .. } = self.nodes[at] {
            len as usize
        } else {
            0
        };
        Items { tape, next, left }
    }

    /// The members of an object, none of another value.
    #[inline]
    pub fn each_member(&self, at: usize) -> Members<'_, 'de> {
        let (tape, next) = (self, at + 1);
        let left = if let Node::Object { len, .. } = self.nodes[at] {
            len as usize
        } else {
            0
        };
        Members { tape, next, left }
    }
}

impl Tape<'_> {
    /// The names of an object's members with the places of their values, sorted.
    pub(crate) fn sorted_members(&self, at: usize) -> Vec<(&str, usize)> {
        let mut members: Vec<_> = self.each_member(at).collect();
        members.sort_unstable();
        members
    }
}

/// Whether a name is among sorted members.
#[inline]
pub(crate) fn is_among(members: &[(&str, usize)], name: &str) -> bool {
    members
        .binary_search_by(|(other, _)| (*other).cmp(name))
        .is_ok()
}

/// The items of an array; see [`Tape::items`].
pub struct Items<'t, 'de> {
    pub(crate) tape: &'t Tape<'de>,
    pub(crate) next: usize,
    pub(crate) left: usize,
}

impl Items<'_, '_> {
    #[inline]
    pub fn first(&self) -> Option<usize> {
        (self.left > 0).then_some(self.next)
    }
}

impl Iterator for Items<'_, '_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let item = self.next;
        self.next = self.tape.end(item);
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Items<'_, '_> {}

/// The members of an object; see [`Tape::members`].
pub struct Members<'t, 'de> {
    pub(crate) tape: &'t Tape<'de>,
    pub(crate) next: usize,
    pub(crate) left: usize,
}

impl Members<'_, '_> {
    /// The first name and the index of its value.
    #[inline]
    pub fn first(&self) -> Option<(&str, usize)> {
        (self.left > 0).then(|| {
            (
                self.tape.string(self.next).unwrap_or_default(),
                self.next + 1,
            )
        })
    }
}

impl<'t> Iterator for Members<'t, '_> {
    type Item = (&'t str, usize);

    #[inline]
    fn next(&mut self) -> Option<(&'t str, usize)> {
        self.left = self.left.checked_sub(1)?;
        let name = self.tape.string(self.next).unwrap_or_default();
        let value = self.next + 1;
        self.next = self.tape.end(value);
        Some((name, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Members<'_, '_> {}

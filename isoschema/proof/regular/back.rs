//! References back, for who asks how often a pattern goes back: read as what they refer to, again, it finds other texts, and goes
//! back as often.

use super::Irregular;
use super::parse::{Node, Reader};

/// Of a pattern that refers to a larger part, nothing is said: as parts that refer twice to one before them grow twice as large each.
const LARGEST: usize = 200;

/// What the groups of a pattern hold, as far as they have been read, with their names.
#[derive(Default)]
pub(super) struct Groups(Vec<(Option<String>, Node)>);

/// How a group can be referred to.
pub(super) enum Kept {
    /// By its number.
    Numbered,
    /// By its name, too.
    Named(String),
    /// Not at all.
    No,
}

impl Reader {
    /// Begins a group, if it can be referred to: its place among those.
    pub(super) fn begin(&mut self, kept: Kept) -> Option<usize> {
        let Groups(all) = self.groups.as_mut()?;
        let name = match kept {
            Kept::Numbered => None,
            Kept::Named(name) => Some(name),
            Kept::No => return None,
        };
        // Inside of itself, it has found nothing yet.
        all.push((name, Node::All(Vec::new())));
        Some(all.len() - 1)
    }

    /// Ends it.
    pub(super) fn end(&mut self, number: Option<usize>, inner: &Node) {
        let groups = self.groups.as_mut();
        if let Some(group) = groups.zip(number).and_then(|(it, at)| it.0.get_mut(at)) {
            group.1 = inner.clone();
        }
    }

    /// What a reference back stands for, where one stands behind a backslash; nothing that is found, where it refers
    /// to a group that comes later.
    pub(super) fn again(&mut self) -> Result<Option<Node>, Irregular> {
        let Some(found) = self.referred() else {
            return Ok(None);
        };
        if !found.is_within(LARGEST) {
            return Err(Irregular::Construct("a reference back to so large a part"));
        }
        Ok(Some(found.clone()))
    }

    fn referred(&mut self) -> Option<&Node> {
        static NOTHING: Node = Node::All(Vec::new());
        self.groups.as_ref()?;
        let mut number = String::new();
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            if number.is_empty() && digit == '0' {
                break;
            }
            number.extend(self.next());
        }
        let name = if !number.is_empty() {
            None
        } else if self.take("k<") {
            Some(self.until('>')?)
        } else {
            return None;
        };
        let Groups(all) = self.groups.as_ref()?;
        let found = match name {
            Some(name) => all.iter().find(|(own, _)| own.as_ref() == Some(&name)),
            None => number
                .parse()
                .ok()
                .and_then(|it: usize| all.get(it.checked_sub(1)?)),
        };
        Some(found.map_or(&NOTHING, |(_, node)| node))
    }

    /// What stands before a letter, which is taken with it.
    pub(super) fn until(&mut self, end: char) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.next()? {
                letter if letter == end => return Some(text),
                letter => text.push(letter),
            }
        }
    }
}

impl Node {
    /// Whether it is of so many nodes at most.
    fn is_within(&self, most: usize) -> bool {
        let mut open = vec![self];
        let mut count = 0;
        while let Some(node) = open.pop() {
            count += 1;
            match node {
                Self::All(parts) | Self::Any(parts) => open.extend(parts),
                Self::Times(part, ..) => open.push(part),
                Self::One(_) | Self::Start | Self::End | Self::Edge(_) => {}
            }
            if count > most {
                return false;
            }
        }
        true
    }
}

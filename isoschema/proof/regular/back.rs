//! References back, for who asks how often a pattern goes back: read as what they refer to, again, it finds other texts, and goes
//! back as often.

use super::parse::{Node, Reader};

/// What the groups of a pattern hold, as far as they have been read, with their names.
#[derive(Default)]
pub(super) struct Groups(Vec<(Option<String>, Node)>);

impl Reader {
    /// Begins a group, by its name, if it can be referred to: its place among those.
    pub(super) fn begin(&mut self, kept: Option<Option<String>>) -> Option<usize> {
        let Groups(all) = self.groups.as_mut()?;
        // Inside of itself, it has found nothing yet.
        all.push((kept?, Node::All(Vec::new())));
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
    pub(super) fn again(&mut self) -> Option<Node> {
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
        Some(found.map_or(Node::All(Vec::new()), |(_, node)| node.clone()))
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

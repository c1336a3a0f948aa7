//! The way from a type that has a name of its own to one inside it, and the names that it makes.
//!
//! A name says the whole way while that is short. Of a long one, words go from the middle: those of kinds
//! (`Object`, `Item`) first, then the ones next to the beginning. Where the short name is another type's, the
//! longer one is taken: a name depends on its own way alone, and not on what other files hold.

use std::rc::Rc;

use crate::names::name::Name;

/// A name of so many letters is not shortened.
const LONG: usize = 40;

/// What says no more than the kind of value, where more stands behind it.
const KINDS: [&str; 10] = [
    "Array", "Integer", "Item", "Key", "List", "Map", "Number", "Object", "Text", "Value",
];

/// The words of a way.
#[derive(Debug, Clone)]
pub(super) struct Trail {
    word: Rc<str>,
    outer: Option<Rc<Self>>,
}

impl Trail {
    /// The way to a type with a name of its own.
    pub(super) fn of(name: &Name) -> Self {
        Self {
            word: name.plain().into(),
            outer: None,
        }
    }

    /// The way one step further.
    pub(super) fn to(&self, word: &str) -> Self {
        Self {
            word: word.into(),
            outer: Some(Rc::new(self.clone())),
        }
    }

    /// The words, from the outermost on.
    fn words(&self) -> Vec<Rc<str>> {
        let mut words = vec![Rc::clone(&self.word)];
        let mut at = self.outer.as_deref();
        while let Some(trail) = at {
            words.push(Rc::clone(&trail.word));
            at = trail.outer.as_deref();
        }
        words.reverse();
        words
    }

    /// The names that the way makes, from the one to be preferred on.
    pub(super) fn names(&self) -> Vec<Name> {
        let mut words = self.words();
        let mut names = vec![joined(&words)];
        while length(&words) > LONG && words.len() > 2 {
            let inner = 1..words.len() - 1;
            let of_kind = inner.clone().rev().find(|at| KINDS.contains(&&*words[*at]));
            let Some(at) = of_kind.or_else(|| inner.clone().next()) else {
                break;
            };
            words.remove(at);
            // Words of kinds go together.
            if of_kind.is_none() || length(&words) <= LONG {
                names.push(joined(&words));
            }
        }
        names.reverse();
        names
    }
}

fn length(words: &[Rc<str>]) -> usize {
    words.iter().map(|word| word.len()).sum()
}

fn joined(words: &[Rc<str>]) -> Name {
    Name::of_camel(&words.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &str) -> Vec<String> {
        let mut words = words.split(' ');
        let first = Trail::of(&Name::of_camel(words.next().unwrap_or_default()));
        let trail = words.fold(first, |trail, word| trail.to(word));
        trail.names().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_short_says_its_whole_way() {
        assert_eq!(names("Order Lines Item"), ["OrderLinesItem"]);
        assert_eq!(names("Order"), ["Order"]);
    }

    #[test]
    fn what_is_long_is_shortened_from_the_middle() {
        assert_eq!(
            names("Workflow On Object WorkflowCall Object Secrets Object Pattern1 Object"),
            [
                "WorkflowSecretsPattern1Object",
                "WorkflowWorkflowCallSecretsPattern1Object",
                "WorkflowOnObjectWorkflowCallObjectSecretsObjectPattern1Object",
            ]
        );
    }
}

//! The way from a type that has a name of its own to one inside it, and the names that it makes.
//!
//! A name says the whole way while that is short. Of a long one, words go from the middle: those of kinds
//! (`Object`, `Item`) first, then the ones next to the beginning. Where the short name is another type's, the
//! longer one is taken: a name depends on its own way alone, and not on what other files hold. So it is with words that
//! one step ends with and the next begins with, which stand once.
//!
//! One of many is called by the singular of what they are called together: `Order`, `lines`, items → `OrderLine`; where
//! there is no singular or it is another type's, by its kind: `OrderLinesItem`.

use std::collections::HashSet;
use std::rc::Rc;

use crate::names::name::{Name, words_of};
use crate::names::singular::singular;

/// A name of so many letters is not shortened.
const LONG: usize = 40;

/// What says no more than the kind of value, where more stands behind it.
const KINDS: [&str; 10] = [
    "Array", "Integer", "Item", "Key", "List", "Map", "Number", "Object", "Text", "Value",
];

/// What every module finds under its plain name: no type takes it unless its schema is called so.
const PRELUDE: [&str; 6] = ["Box", "Option", "Result", "Some", "String", "Vec"];

/// The words of a way.
#[derive(Debug, Clone)]
pub(super) struct Trail {
    word: Rc<str>,
    /// What one of many is called that have the word together.
    one: Option<Rc<str>>,
    outer: Option<Rc<Self>>,
    /// The way that says the kind, where this one has a singular instead.
    by_kind: Option<Rc<Self>>,
}

impl Trail {
    /// The way to a type with a name of its own.
    pub(super) fn of(name: &Name) -> Self {
        Self {
            word: name.plain().into(),
            one: singular(name.plain())
                .filter(|one| !PRELUDE.contains(&one.as_str()))
                .map(Into::into),
            outer: None,
            by_kind: None,
        }
    }

    /// The way one step further.
    pub(super) fn to(&self, word: &str) -> Self {
        Self {
            word: word.into(),
            one: None,
            outer: Some(Rc::new(self.clone())),
            by_kind: None,
        }
    }

    /// The way to a member, beside which others stand.
    pub(super) fn to_member(&self, word: &str, others: &HashSet<String>) -> Self {
        let one = singular(word).filter(|one| !others.contains(one));
        Self {
            one: one.map(Into::into),
            ..self.to(word)
        }
    }

    /// The way to one of many of a kind: an `Item`, a `Value`.
    pub(super) fn to_one(&self, kind: &str) -> Self {
        // A list that is an arm says no more than that.
        let many = match &self.outer {
            Some(outer) if &*self.word == "List" => outer,
            _ => self,
        };
        let by_kind = self.to(kind);
        match &many.one {
            Some(one) => Self {
                word: Rc::clone(one),
                one: None,
                outer: many.outer.clone(),
                by_kind: Some(Rc::new(by_kind)),
            },
            None => by_kind,
        }
    }

    /// The way that a name is of, if it is of this one.
    pub(super) fn of_name(&self, name: &Name) -> Option<&Self> {
        if self.own_names().contains(name) {
            return Some(self);
        }
        self.by_kind.as_deref()?.of_name(name)
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

    /// The name that says the whole way.
    pub(super) fn whole(&self) -> Name {
        joined(&self.words())
    }

    /// The names that the way makes, from the one to be preferred on.
    pub(super) fn names(&self) -> Vec<Name> {
        let mut names = self.own_names();
        names.extend(self.by_kind.iter().flat_map(|it| it.names()));
        names
    }

    fn own_names(&self) -> Vec<Name> {
        let words = self.words();
        let mut names = shortened(told_once(&words));
        for name in shortened(words) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// The names that words make, from the shortest on.
fn shortened(mut words: Vec<Rc<str>>) -> Vec<Name> {
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

/// The steps of a way, each without the words that those before it end with: `Version` and `VersionNumber` are
/// `VersionNumber`, and `WithRange` and `Range` are `Range`.
fn told_once(steps: &[Rc<str>]) -> Vec<Rc<str>> {
    let mut told: Vec<Rc<str>> = Vec::with_capacity(steps.len());
    let mut before = String::new();
    for step in steps {
        // The member by which its struct is called stands for both.
        let with = told.last().and_then(|last| last.strip_prefix("With"));
        if with == Some(&**step) && told.len() > 1 {
            before.truncate(before.len() - "With".len() - step.len());
            told.pop();
        }
        let words = words_of(step);
        let is_told = |count: &usize| {
            step.starts_with(|first: char| first.is_ascii_uppercase())
                && before.ends_with(&words[..*count].concat())
        };
        let count = (1..=words.len()).rev().find(is_told).unwrap_or(0);
        let rest = words[count..].concat();
        before.push_str(&rest);
        if !rest.is_empty() {
            told.push(rest.into());
        }
    }
    told
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
    fn what_two_steps_share_stands_once() {
        assert_eq!(
            names("SchemaVersion VersionNumber"),
            ["SchemaVersionNumber", "SchemaVersionVersionNumber"]
        );
        assert_eq!(
            names("Codecov Codecov Ui"),
            ["CodecovUi", "CodecovCodecovUi"]
        );
        assert_eq!(
            names("ProxyConfiguration ProxyConfigurationProperties"),
            [
                "ProxyConfigurationProperties",
                "ProxyConfigurationProxyConfigurationProperties"
            ]
        );
        assert_eq!(
            names("Scale WithRange Range Item"),
            ["ScaleRangeItem", "ScaleWithRangeRangeItem"]
        );
        assert_eq!(names("Facet Facet"), ["Facet", "FacetFacet"]);
        assert_eq!(names("Subversion Version"), ["SubversionVersion"]);
        assert_eq!(names("Sha256 256Bits"), ["Sha256256Bits"]);
    }

    #[test]
    fn one_of_many_has_their_singular() {
        let shown = |trail: &Trail| {
            let names = trail.names();
            names.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let order = Trail::of(&Name::of_camel("Order"));
        let beside = |other: &str| HashSet::from([other.to_owned()]);
        let lines = order.to_member("Lines", &beside("Total"));
        let line = lines.to_one("Item");
        assert_eq!(shown(&line), ["OrderLine", "OrderLinesItem"]);
        assert_eq!(shown(&lines.to("List").to_one("Item"))[0], "OrderLine");
        assert_eq!(shown(&line.to("Product")), ["OrderLineProduct"]);
        let taken = line.of_name(&Name::of_camel("OrderLinesItem"));
        let product = taken.map(|by_kind| shown(&by_kind.to("Product")));
        assert_eq!(product, Some(vec!["OrderLinesItemProduct".to_owned()]));
        let lines = order.to_member("Lines", &beside("Line"));
        assert_eq!(shown(&lines.to_one("Item")), ["OrderLinesItem"]);
        let orders = Trail::of(&Name::of_camel("Orders"));
        assert_eq!(shown(&orders.to_one("Item")), ["Order", "OrdersItem"]);
        let results = Trail::of(&Name::of_camel("Results"));
        assert_eq!(shown(&results.to_one("Item")), ["ResultsItem"]);
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

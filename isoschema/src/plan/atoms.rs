//! What a schema asserts, taken apart: references and `allOf` flattened into
//! one set of atoms.
//!
//! Two uses of schemas that flatten to the same atoms, over the same kinds of
//! value, are the same type.

use std::collections::HashSet;

use crate::keywords::all_of::AllOf;
use crate::keywords::keyword::Role;
use crate::keywords::reference::Reference;
use crate::keywords::table::{Assertion, Word};

use super::evaluated::{self, Arm, Rest, Taken};
use super::model::{Check, Part};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;
use crate::rules::rule::Rules;

/// One independent assertion of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Atom {
    /// What a shape can express: kinds, values, limits, members, items.
    Own(RuleId),
    /// Alternatives, to be made an enum.
    Union(Word, RuleId),
    /// What is left over, where that is known.
    Rest(Word, RuleId),
    /// A keyword for a predicate.
    Check(Check),
}

impl Atom {
    /// The rule that the atom belongs to.
    pub(super) fn rule(self) -> RuleId {
        match self {
            Self::Own(rule) | Self::Union(_, rule) | Self::Rest(_, rule) => rule,
            Self::Check(check) => check.rule,
        }
    }

    /// The predicate that enforces what the atom says.
    pub(super) fn check(self) -> Check {
        let part = match self {
            Self::Own(_) => Part::Whole,
            Self::Union(word, _) | Self::Rest(word, _) => Part::Keyword(word),
            Self::Check(check) => return check,
        };
        Check {
            rule: self.rule(),
            part,
        }
    }
}

/// A set of atoms: sorted, without repetitions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Atoms {
    /// The atoms.
    pub(super) list: Vec<Atom>,
    /// The `false` schema among the sources, if there is one.
    pub(super) never: Option<RuleId>,
    /// Of unions, the arm that the value fits.
    pub(super) taken: Taken,
}

impl Atoms {
    /// Flattens rules that all apply to one value.
    pub(super) fn of(rules: &Rules, sources: &[RuleId]) -> Self {
        let mut atoms = Self::default();
        atoms.add(rules, sources);
        atoms
    }

    /// The same, unless more rules than `most` are joined.
    pub(super) fn within(rules: &Rules, sources: &[RuleId], most: usize) -> Option<Self> {
        let mut atoms = Self::default();
        atoms.gather(rules, sources, most).then_some(atoms)
    }

    /// Flattens rules without those that they refer to: these are predicates.
    pub(super) fn near(rules: &Rules, sources: &[RuleId]) -> Self {
        let mut atoms = Self::default();
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack: Vec<RuleId> = sources.to_vec();
        while let Some(id) = stack.pop() {
            if seen.insert(id) {
                atoms.own(rules, id);
                let rule = rules.get(id);
                for reference in rule.each::<Reference>() {
                    atoms.require(&[reference.0]);
                }
                let all = rule.get::<AllOf>().into_iter().flat_map(|it| &it.0);
                stack.extend(all.filter(|inner| !rules.is_spent(id, **inner)));
            }
        }
        atoms.in_order()
    }

    /// Adds what further rules assert.
    pub(super) fn add(&mut self, rules: &Rules, sources: &[RuleId]) {
        self.gather(rules, sources, usize::MAX);
    }

    /// Adds that the condition of a rule does not hold.
    pub(super) fn unless(&mut self, rule: RuleId) {
        let part = Part::Unless;
        self.list.push(Atom::Check(Check { rule, part }));
        self.list.sort_unstable();
    }

    /// Adds what rules assert; whether no more than `most` are joined.
    fn gather(&mut self, rules: &Rules, sources: &[RuleId], most: usize) -> bool {
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack: Vec<RuleId> = sources.to_vec();
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            if seen.len() > most {
                return false;
            }
            self.own(rules, id);
            let joined = rules.get(id).joined().into_iter();
            stack.extend(joined.filter(|inner| !rules.is_spent(id, *inner)));
        }
        *self = std::mem::take(self).in_order();
        true
    }

    /// Adds what a rule asserts itself.
    fn own(&mut self, rules: &Rules, id: RuleId) {
        let rule = rules.get(id);
        if rule.verdict == Some(false) {
            self.never = Some(id);
        }
        if speaks_of_shape(rule) {
            self.list.push(Atom::Own(id));
        }
        let words = rule.assertions().iter().map(Assertion::word);
        let is_spent = |word: &Word| *word == Word::Conditional && rules.is_spent(id, id);
        let words = words.filter(|word| !is_spent(word));
        self.list
            .extend(words.filter_map(|word| atom(rules, id, word, &self.taken)));
        let alternatives = rules.alternatives.get(&id).into_iter().flatten();
        self.list
            .extend(alternatives.map(|it| Atom::Union(Word::AnyOf, it.rule)));
    }

    /// The same set, sorted and without repetitions.
    pub(super) fn in_order(mut self) -> Self {
        self.list.sort_unstable();
        self.list.dedup();
        self
    }

    /// Adds rules as predicates; [`Atoms::in_order`] comes after.
    pub(super) fn require(&mut self, rules: &[RuleId]) {
        self.list.extend(rules.iter().map(|rule| {
            Atom::Check(Check {
                rule: *rule,
                part: Part::Whole,
            })
        }));
    }

    /// The rules whose shape-giving keywords are in the set.
    pub(super) fn owns(&self) -> impl Iterator<Item = RuleId> + '_ {
        self.list.iter().filter_map(|atom| match atom {
            Atom::Own(rule) => Some(*rule),
            _ => None,
        })
    }

    /// The rules that stand for what the keyword leaves over.
    pub(super) fn rests(&self, rules: &Rules, keyword: Word) -> Vec<Rule> {
        let rest = |atom: &Atom| match *atom {
            Atom::Rest(word, id) if word == keyword => {
                evaluated::rest(rules, id, word, &self.taken)
            }
            _ => Rest::Nothing,
        };
        self.list
            .iter()
            .filter_map(|atom| match rest(atom) {
                Rest::Known(rule) => Some(*rule),
                Rest::Nothing | Rest::Dynamic(_) => None,
            })
            .collect()
    }

    /// The predicates in the set.
    pub(super) fn checks(&self) -> Vec<Check> {
        self.list
            .iter()
            .filter_map(|atom| match atom {
                Atom::Check(check) => Some(*check),
                _ => None,
            })
            .collect()
    }

    /// Predicates for all that the atoms say.
    pub(super) fn whole(&self) -> Vec<Check> {
        let mut checks: Vec<Check> = self.list.iter().map(|atom| atom.check()).collect();
        checks.dedup();
        checks
    }

    /// Predicates for what stands beside alternatives, and not for these: keyword by keyword, where a rule states both. Of
    /// which kind a value is, has been asked by then, and not how draft 4 has an integer written.
    pub(super) fn beside(&self, rules: &Rules) -> Vec<Check> {
        let mut checks = Vec::with_capacity(self.list.len());
        for atom in &self.list {
            let Atom::Own(rule) = *atom else {
                checks.push(atom.check());
                continue;
            };
            let gives_shape = |assertion: &&Assertion| match assertion {
                Assertion::Type(ty) => ty.written,
                other => matches!(other.word().role(), Role::Values | Role::Shape),
            };
            let shape = rules.get(rule).assertions().iter().filter(gives_shape);
            checks.extend(shape.map(|assertion| Check {
                rule,
                part: Part::Keyword(assertion.word()),
            }));
        }
        checks.dedup();
        checks
    }

    /// The one rule that all atoms belong to, if there is one.
    pub(super) fn single(&self) -> Option<RuleId> {
        let first = self.list.first()?.rule();
        self.list
            .iter()
            .all(|atom| atom.rule() == first)
            .then_some(first)
    }
}

/// The atom of a keyword that is none of its own shape.
fn atom(rules: &Rules, rule: RuleId, word: Word, taken: &Taken) -> Option<Atom> {
    let part = Part::Keyword(word);
    let check = Atom::Check(Check { rule, part });
    match word.role() {
        Role::Kinds | Role::Values | Role::Shape | Role::Joined => None,
        Role::Union => Some(Atom::Union(word, rule)),
        Role::Predicate => Some(check),
        Role::Rest => match evaluated::rest(rules, rule, word, taken) {
            Rest::Nothing => None,
            Rest::Known(_) => Some(Atom::Rest(word, rule)),
            Rest::Dynamic(_) => Some(check),
        },
    }
}

impl Atom {
    /// The keyword that says of what is left over what a predicate asks.
    fn left_over(self) -> Option<Word> {
        match self {
            Self::Check(Check {
                part: Part::Keyword(word),
                ..
            }) => Some(word).filter(|word| word.role() == Role::Rest),
            _ => None,
        }
    }
}

impl Atoms {
    /// Whether what is left over depends on which arm of a union the value fits.
    pub(super) fn depends_on(&self, rules: &Rules, union: (Word, RuleId)) -> bool {
        self.list.iter().any(|atom| {
            let rest = |word| evaluated::rest(rules, atom.rule(), word, &self.taken);
            let rest = atom.left_over().map(rest);
            matches!(rest, Some(Rest::Dynamic(open)) if open.contains(&union))
        })
    }

    /// Notes the arm of a union that the value fits: what is left over may then be known.
    pub(super) fn take(&mut self, rules: &Rules, union: (Word, RuleId), arm: Arm) {
        if !self.depends_on(rules, union) {
            return;
        }
        self.taken.insert(union, arm);
        let atoms = std::mem::take(&mut self.list).into_iter();
        let settled = atoms.filter_map(|it| match it.left_over() {
            Some(word) => atom(rules, it.rule(), word, &self.taken),
            None => Some(it),
        });
        self.list = settled.collect();
        self.list.sort_unstable();
    }

    /// Whether objects cannot have a member, since nothing evaluates it, that others ask for.
    pub(super) fn bar_one_of(&self, rules: &Rules, others: &Self) -> bool {
        let rests = self.list.iter().filter_map(|atom| match atom {
            Atom::Rest(_, id) => Some(*id),
            _ => atom.left_over().map(|_| atom.rule()),
        });
        let rests: Vec<RuleId> = rests.collect();
        let mut required = others.owns().flat_map(|id| rules.get(id).required());
        let bars = |name: &str| {
            let mut rests = rests.iter();
            rests.any(|id| evaluated::bars(rules, *id, &self.taken, name))
        };
        !rests.is_empty() && required.any(|name| bars(name))
    }

    /// The same set, without what was noted where nothing depends on it.
    pub(super) fn settled(mut self) -> Self {
        let depends = |atom: &Atom| matches!(atom, Atom::Rest(..)) || atom.left_over().is_some();
        if !self.list.iter().any(depends) {
            self.taken.clear();
        }
        self
    }
}

/// The kinds of value on which a predicate can have an opinion.
pub(super) fn part_kinds(part: Part) -> Kinds {
    match part {
        Part::Whole | Part::Unless => Kinds::ALL,
        Part::Patterns => Kinds::OBJECT,
        Part::Keyword(word) => word.kinds(),
    }
}

impl Atoms {
    /// The schemas that apply to one member of objects, by name.
    pub(super) fn member(&self, rules: &Rules, name: &str) -> Vec<RuleId> {
        let properties = self.owns().map(|id| rules.get(id).properties());
        properties
            .filter_map(|properties| properties.named.get(name).copied())
            .collect()
    }

    /// The schemas of the members that objects declare.
    pub(super) fn members(&self, rules: &Rules) -> HashSet<RuleId> {
        let properties = self.owns().map(|id| rules.get(id).properties());
        properties
            .flat_map(|properties| properties.named.values().copied())
            .collect()
    }

    /// Whether objects must have a member.
    pub(super) fn requires(&self, rules: &Rules, member: &str) -> bool {
        let mut required = self.owns().flat_map(|id| rules.get(id).required());
        required.any(|it| it == member)
    }
}

/// The kinds of value on which a rule's shape-giving keywords other than
/// `type` have an opinion.
pub(super) fn local_kinds(rule: &Rule) -> Kinds {
    rule.kinds_of(Role::Values).or(keyword_kinds(rule))
}

/// The same without `enum` and `const`.
pub(super) fn keyword_kinds(rule: &Rule) -> Kinds {
    let meant = match (rule.has_meaning(), rule.float) {
        (true, Some(_)) => Kinds::NUMBER,
        (true, None) => Kinds::STRING,
        (false, _) => Kinds::NONE,
    };
    rule.kinds_of(Role::Shape).or(meant)
}

/// Whether a rule says anything that a shape can express.
fn speaks_of_shape(rule: &Rule) -> bool {
    rule.types().is_some() || !local_kinds(rule).is_empty()
}

//! Alternatives that have shapes.

use std::collections::HashSet;

use crate::keywords::table::{Assertion, Word};

use super::atoms::{Atom, Atoms, keyword_kinds};
use super::candidate::Candidate;
use super::held::Prospect;
use super::key::{Key, Wish};
use super::model::{Arm, Dispatch, Member, Place, Shape, TypeId, TypeRef, Union};
use super::planner::Planner;
use super::shape::strays;
use super::shortened::Kind;

use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

/// Where several unions apply to one value, their arms multiply; beyond so
/// many combinations all but one union are predicates.
const MOST_COMBINATIONS: usize = 64;

/// The same where all of them are conditions on the values of a member: each of their arms is small, and another
/// condition is to be another variant, not another kind of type.
const MOST_OF_CONDITIONS: usize = 512;

/// Where more conditionals than this apply to one value, all are predicates.
const MOST_CONDITIONALS: usize = 2;

impl Atoms {
    /// The same with every union as a predicate.
    pub(super) fn demoted(mut self) -> Self {
        for atom in &mut self.list {
            if matches!(atom, Atom::Union(..)) {
                *atom = Atom::Check(atom.check());
            }
        }
        self.list.sort_unstable();
        self
    }
}

impl Planner<'_> {
    /// The position of the union that becomes an enum, if there is one.
    pub(super) fn union_to_spread(&self, key: &Key) -> Option<usize> {
        if self.is_crowded() {
            return None;
        }
        let list = &key.atoms.list;
        let has_shape = |arm: &RuleId| self.has_shape(*arm, key.kinds);
        let union = list.iter().position(|atom| {
            let arms = self.arms(*atom);
            !self.leads_back(*atom, arms) && arms.iter().any(has_shape)
        });
        union.or_else(|| {
            let conditionals = list
                .iter()
                .filter(|atom| matches!(atom, Atom::Union(Word::Conditional, _)))
                .count();
            if conditionals > MOST_CONDITIONALS {
                return None;
            }
            list.iter()
                .position(|atom| self.branches_have_shape(*atom, key.kinds))
        })
    }

    pub(super) fn arms(&self, atom: Atom) -> &[RuleId] {
        match atom {
            Atom::Union(word, rule) => self.rules.get(rule).arms(word),
            Atom::Own(_) | Atom::Rest(..) | Atom::Check(_) => &[],
        }
    }

    /// How many types a union makes of one.
    fn width(&self, atom: Atom) -> usize {
        match atom {
            Atom::Union(Word::Conditional, _) => 2,
            _ => self.arms(atom).len().max(1),
        }
    }

    /// Whether one of a union's arms comes back to the union on the same value.
    /// The value is then assumed to fit, as predicates and evaluation have it:
    /// no arm's shape says so, and planning would not end.
    pub(super) fn leads_back(&self, union: Atom, arms: &[RuleId]) -> bool {
        let mut arms = arms.iter();
        arms.any(|arm| self.loops.are_joined(*arm, union.rule()))
    }

    /// Whether all values of these kinds fit a union, since they fit an arm that asks for nothing but kinds.
    pub(super) fn takes_all(&mut self, union: Atom, kinds: Kinds) -> bool {
        let Atom::Union(word @ (Word::AnyOf | Word::OneOf), rule) = union else {
            return false;
        };
        let arms = self.rules.get(rule).arms(word);
        let takes = |arm: &RuleId| {
            let key = self.key(Atoms::of(self.rules, &[*arm]), kinds);
            key.is_some_and(|key| key.atoms.list.is_empty() && key.kinds == kinds)
        };
        (word == Word::AnyOf || arms.len() == 1) && arms.iter().any(takes)
    }

    /// Whether an arm says more than limits: kinds, members, items, values.
    pub(super) fn has_shape(&self, arm: RuleId, kinds: Kinds) -> bool {
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack = vec![arm];
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            let rule = self.rules.get(id);
            let narrows = rule.types().is_some_and(|types| !types.contains(kinds));
            if narrows || gives_shape(rule, kinds) {
                return true;
            }
            stack.extend(rule.joined());
            let alternatives = rule.assertions().iter();
            stack.extend(alternatives.flat_map(Assertion::alternatives));
        }
        false
    }

    /// An enum of the arms, each merged with what stands beside the union.
    pub(super) fn union(&mut self, key: &Key, position: usize, wish: &Wish) -> TypeRef {
        let union = key.atoms.list[position];
        let word = match union {
            Atom::Union(Word::Conditional, rule) => return self.branches(key, rule, wish),
            Atom::Union(word, _) => word,
            Atom::Own(_) | Atom::Rest(..) | Atom::Check(_) => return TypeRef::Never,
        };
        let exclusive = word == Word::OneOf;
        let mut rest = key.all.clone();
        rest.list.retain(|atom| *atom != union);
        let combinations = key.atoms.list.iter().fold(1_usize, |product, atom| {
            product.saturating_mul(self.width(*atom))
        });
        let mut unions = key.atoms.list.iter().filter(|it| self.width(**it) > 1);
        let are_conditions = unions.all(|atom| self.rules.get(atom.rule()).made);
        let most = if are_conditions {
            MOST_OF_CONDITIONS
        } else {
            MOST_COMBINATIONS
        };
        if combinations > most {
            rest = rest.demoted();
        }
        let beside = rest.beside(self.rules);
        let open = self.candidates(union, &rest, key.kinds, wish);
        let (candidates, is_alone) = self.fitting_arms(union, &rest, open, key.kinds);
        if candidates.is_empty() {
            return TypeRef::Never;
        }
        let is_made = self.rules.get(union.rule()).made;
        let tag = self.tag(&candidates, is_made);
        let prospects = self.prospects(&candidates, tag.as_ref());
        let is_told = tag.is_some() || prospects.iter().any(|it| it.member.is_some());
        let is_disjoint =
            is_alone.unwrap_or_else(|| !exclusive || self.are_disjoint(&candidates, is_told));
        if let ([only], true) = (candidates.as_slice(), is_disjoint) {
            let planned = self.plan(only.all.clone(), only.kinds, wish);
            self.record(&only.stated, &planned);
            return planned;
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Choice);
        let inner = wish.arms(&name, rest.members(self.rules));
        let labels = self.labels(&name, &candidates, &prospects, tag.as_ref());
        let mut arms: Vec<Arm> = Vec::with_capacity(prospects.len());
        let mut counts = vec![0_usize; candidates.len()];
        for prospect in &prospects {
            counts[prospect.candidate] += 1;
        }
        for (prospect, label) in prospects.into_iter().zip(labels) {
            let candidate = &candidates[prospect.candidate];
            // Types have no `_`, by which variants keep numbers apart.
            let wish = inner.arm(&label.plain().replace('_', ""), candidate.source);
            let (ty, member) = self.content(slot, candidate, &prospect, &inner, &wish);
            let is_split = counts[prospect.candidate] > 1;
            let notes = self.said_of(candidate, &prospect, is_split);
            if ty == TypeRef::Never {
                continue;
            }
            let place = if member.is_some() || prospect.constant.is_some() {
                Place::Asked(candidate.all.whole(), self.located(candidate.source))
            } else {
                self.place_among(&candidate.all, candidate.kinds, &ty, candidate.source)
            };
            let tags = tag
                .as_ref()
                .map(|tag| tag.values[prospect.candidate].clone());
            arms.push(Arm {
                ident: label,
                ty,
                place,
                rule: candidate.source,
                kinds: candidate.kinds,
                tags: tags.unwrap_or_default(),
                left: self.rules.get(candidate.source).left,
                member,
                constant: prospect.constant,
                notes,
                location: self.located(candidate.source),
            });
        }
        // An arm has been planned with all that stands beside the union; what
        // is left to check is that no second arm fits.
        let checks = if is_disjoint {
            Vec::new()
        } else {
            vec![union.check()]
        };
        let strays = strays(key, &arms);
        let shape = Shape::Union(Union {
            arms,
            dispatch: match tag {
                Some(tag) => Dispatch::Tag(tag.member),
                None => Dispatch::Kind,
            },
            keyword: self.rules.get(union.rule()).at(word.name()),
            rule: Some(union.rule()),
            beside,
            kinds: key.kinds,
            strays,
            asks_more: is_alone.is_some(),
        });
        self.finish_checked(slot, key, wish, name, shape, checks)
    }

    /// What a variant holds, and of which member.
    fn content(
        &mut self,
        slot: TypeId,
        candidate: &Candidate,
        prospect: &Prospect,
        inner: &Wish,
        wish: &Wish,
    ) -> (TypeRef, Option<Member>) {
        let whole = TypeRef::Named(slot);
        if let Some((name, sources)) = &prospect.member {
            let site = sources.first().copied().unwrap_or(candidate.source);
            let ty = if prospect.constant.is_some() {
                let atoms = self.joined(sources);
                self.record(&atoms, &whole);
                TypeRef::Null
            } else {
                let wish = Wish {
                    site,
                    ..wish.clone()
                };
                self.used(sources, &wish)
            };
            self.record(&candidate.stated, &whole);
            let place = match &prospect.constant {
                Some(_) => Place::Asked(self.joined(sources).whole(), self.located(site)),
                None => self.place_of(sources, &ty, site),
            };
            let name = name.clone();
            return (ty, Some(Member { name, place }));
        }
        if prospect.constant.is_some() {
            let owns = candidate.atoms.owns().map(|id| self.rules.get(id));
            let items: Vec<RuleId> = owns.flat_map(|it| it.items().prefix.clone()).collect();
            self.record(&Atoms::of(self.rules, &items), &whole);
            self.record(&candidate.stated, &whole);
            return (TypeRef::Null, None);
        }
        let source = self.aliases.follow(candidate.source);
        let alone = Atoms::of(self.rules, &[source]);
        let ty =
            if self.is_definition(source) && self.key(alone, Kinds::ALL) == Some(candidate.key()) {
                self.used(&[source], inner)
            } else {
                let titled = self.titled(source, wish);
                let wish = titled.as_ref().unwrap_or(wish);
                self.plan(candidate.all.clone(), candidate.kinds, wish)
            };
        self.record(&candidate.stated, &ty);
        (ty, None)
    }

    fn located(&self, rule: RuleId) -> String {
        self.rules.get(rule).location.to_string()
    }
}

/// Whether a rule's own keywords give values of the kinds a shape.
fn gives_shape(rule: &Rule, kinds: Kinds) -> bool {
    let objects = rule.states(Word::Properties);
    let arrays = rule.states(Word::Items);
    rule.verdict == Some(false)
        || rule.values().is_some()
        || (objects && kinds.meets(Kinds::OBJECT))
        || (arrays && kinds.meets(Kinds::ARRAY))
        || (keyword_kinds(rule).is_empty() && rule.rust_name.is_some())
}

//! `anyOf` and `oneOf` whose arms have shapes.

use std::collections::HashSet;

use super::atoms::{Atom, Atoms, keyword_kinds};
use super::model::{Arm, Check, Dispatch, Part, Shape, TypeRef, Union};
use super::names::{Scope, upper_camel};
use super::plan::{Key, Planner, Wish};
use super::rule::{Kinds, Rule, RuleId};
use super::shape::groups;

/// Where several unions apply to one value, their arms multiply; beyond so
/// many combinations all but one union are predicates.
const MOST_COMBINATIONS: usize = 64;

/// Where more conditionals than this apply to one value, all are predicates.
const MOST_CONDITIONALS: usize = 2;

/// An arm of a union before it has a type.
struct Candidate {
    source: RuleId,
    /// What the arm alone says.
    stated: Atoms,
    atoms: Atoms,
    kinds: Kinds,
}

impl Atoms {
    /// The same with every union as a predicate.
    pub(super) fn demoted(mut self) -> Self {
        for atom in &mut self.list {
            if matches!(atom, Atom::AnyOf(_) | Atom::OneOf(_) | Atom::Conditional(_)) {
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
        let list = &key.atoms.list;
        let has_shape = |arm: &RuleId| self.has_shape(*arm, key.kinds);
        let union = list
            .iter()
            .position(|atom| self.arms(*atom).iter().any(has_shape));
        union.or_else(|| {
            let conditionals = list
                .iter()
                .filter(|atom| matches!(atom, Atom::Conditional(_)))
                .count();
            if conditionals > MOST_CONDITIONALS {
                return None;
            }
            list.iter()
                .position(|atom| self.branches_have_shape(*atom, key.kinds))
        })
    }

    fn arms(&self, atom: Atom) -> &[RuleId] {
        match atom {
            Atom::AnyOf(rule) => &self.rules.get(rule).any_of,
            Atom::OneOf(rule) => &self.rules.get(rule).one_of,
            _ => &[],
        }
    }

    /// How many types a union makes of one.
    fn width(&self, atom: Atom) -> usize {
        match atom {
            Atom::Conditional(_) => 2,
            _ => self.arms(atom).len().max(1),
        }
    }

    /// Whether a conditional's branches have shapes of their own.
    fn branches_have_shape(&self, atom: Atom, kinds: Kinds) -> bool {
        let Atom::Conditional(rule) = atom else {
            return false;
        };
        let Some(conditional) = &self.rules.get(rule).conditional else {
            return false;
        };
        let joined = |arm: RuleId| self.loops.are_joined(arm, rule);
        let branches = [conditional.then, conditional.otherwise];
        let mut branches = branches.into_iter().flatten();
        // `if` alone is its own `then`.
        conditional.then != Some(conditional.condition)
            && branches.any(|arm| !joined(arm) && self.has_shape(arm, kinds))
    }

    /// Whether an arm says more than limits: kinds, members, items, values.
    fn has_shape(&self, arm: RuleId, kinds: Kinds) -> bool {
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack = vec![arm];
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            let rule = self.rules.get(id);
            let narrows = rule.types.is_some_and(|types| !types.contains(kinds));
            if narrows || gives_shape(rule, kinds) {
                return true;
            }
            stack.extend(rule.references.iter().chain(&rule.all_of));
            stack.extend(rule.any_of.iter().chain(&rule.one_of));
        }
        false
    }

    /// An enum of the arms, each merged with what stands beside the union.
    pub(super) fn union(&mut self, key: &Key, position: usize, wish: &Wish) -> TypeRef {
        let union = key.atoms.list[position];
        if let Atom::Conditional(rule) = union {
            return self.branches(key, position, rule, wish);
        }
        let exclusive = matches!(union, Atom::OneOf(_));
        let mut rest = key.atoms.clone();
        rest.list.remove(position);
        let combinations = key.atoms.list.iter().fold(1_usize, |product, atom| {
            product.saturating_mul(self.width(*atom))
        });
        if combinations > MOST_COMBINATIONS {
            rest = rest.demoted();
        }
        let candidates = self.candidates(union, &rest, key.kinds, wish);
        if candidates.is_empty() {
            return TypeRef::Never;
        }
        let is_disjoint = !exclusive || self.are_disjoint(&candidates);
        if let ([only], true) = (candidates.as_slice(), is_disjoint) {
            let planned = self.plan(only.atoms.clone(), only.kinds, wish);
            self.record(&only.stated, &planned);
            return planned;
        }
        let slot = self.begin(key);
        let name = self.name(wish);
        let inner = Wish {
            name: name.clone(),
            claimed: false,
            site: wish.site,
        };
        let tag = self.tag(&candidates);
        let labels = self.labels(&candidates, tag.as_ref());
        let mut arms: Vec<Arm> = Vec::with_capacity(candidates.len());
        for (index, (candidate, label)) in candidates.into_iter().zip(labels).enumerate() {
            let source = self.aliases.follow(candidate.source);
            let alone = Atoms::of(self.rules, &[source]);
            let ty = if self.is_definition(source)
                && self.key(alone, Kinds::ALL) == self.key(candidate.atoms.clone(), candidate.kinds)
            {
                self.used(&[source], &inner)
            } else {
                let wish = inner.part(&label, candidate.source);
                self.plan(candidate.atoms, candidate.kinds, &wish)
            };
            self.record(&candidate.stated, &ty);
            if ty == TypeRef::Never {
                continue;
            }
            let rule = self.rules.get(candidate.source);
            arms.push(Arm {
                ident: label,
                ty,
                kinds: candidate.kinds,
                tags: tag
                    .as_ref()
                    .and_then(|tag| tag.texts.get(index).cloned())
                    .unwrap_or_default(),
                notes: rule.notes.clone(),
                location: rule.location.to_string(),
            });
        }
        // An arm has been planned with all that stands beside the union; what
        // is left to check is that no second arm fits.
        let checks = if is_disjoint {
            Vec::new()
        } else {
            vec![Check {
                rule: union.rule(),
                part: Part::OneOf,
            }]
        };
        let shape = Shape::Union(Union {
            arms,
            dispatch: match tag {
                Some(tag) => Dispatch::Tag(tag.member),
                None => Dispatch::Kind,
            },
        });
        self.finish_checked(slot, key, wish, name, shape, checks)
    }

    /// An enum of two: where the condition of `if` holds, and where not.
    fn branches(&mut self, key: &Key, position: usize, id: RuleId, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let Some(conditional) = &rules.get(id).conditional else {
            return TypeRef::Never;
        };
        let mut rest = key.atoms.clone();
        rest.list.remove(position);
        let mut then = rest.clone();
        then.add(rules, &[conditional.condition]);
        then.add(rules, conditional.then.as_slice());
        let mut otherwise = rest;
        otherwise.add(rules, conditional.otherwise.as_slice());
        otherwise.list.push(Atom::Check(Check {
            rule: id,
            part: Part::Unless,
        }));
        otherwise.list.sort_unstable();
        let slot = self.begin(key);
        let name = self.name(wish);
        let inner = Wish {
            name: name.clone(),
            claimed: false,
            site: wish.site,
        };
        let mut arms: Vec<Arm> = Vec::with_capacity(2);
        for (label, atoms, source) in [
            ("Then", then, conditional.then),
            ("Else", otherwise, conditional.otherwise),
        ] {
            let site = source.unwrap_or(id);
            let kinds = self
                .key(atoms.clone(), key.kinds)
                .map_or(Kinds::NONE, |key| key.kinds);
            let ty = self.plan(atoms, key.kinds, &inner.part(label, site));
            let rule = rules.get(site);
            arms.push(Arm {
                ident: label.to_owned(),
                ty,
                kinds,
                tags: Vec::new(),
                notes: rule.notes.clone(),
                location: rule.location.to_string(),
            });
        }
        let shape = Shape::Union(Union {
            arms,
            dispatch: Dispatch::Condition(conditional.condition),
        });
        self.finish_checked(slot, key, wish, name, shape, Vec::new())
    }

    /// The arms that can apply at all, merged with what stands beside them.
    fn candidates(
        &mut self,
        union: Atom,
        rest: &Atoms,
        kinds: Kinds,
        wish: &Wish,
    ) -> Vec<Candidate> {
        let rules = self.rules;
        let arms = match union {
            Atom::AnyOf(rule) => &rules.get(rule).any_of,
            _ => &rules.get(union.rule()).one_of,
        };
        let mut candidates: Vec<Candidate> = Vec::with_capacity(arms.len());
        for arm in arms {
            // An arm that is the union itself adds nothing.
            if self.loops.are_joined(*arm, union.rule()) {
                continue;
            }
            let mut atoms = rest.clone();
            atoms.add(rules, &[*arm]);
            if self.kinds_of(*arm) == Kinds::NULL {
                // Where null is an arm of its own, the type is an `Option`.
                self.used(&[*arm], wish);
            }
            if let Some(key) = self.key(atoms, kinds) {
                candidates.push(Candidate {
                    stated: Atoms::of(rules, &[*arm]),
                    source: *arm,
                    atoms: key.atoms,
                    kinds: key.kinds,
                });
            }
        }
        candidates
    }

    /// Whether no value fits two arms, as far as can be proven.
    fn are_disjoint(&mut self, candidates: &[Candidate]) -> bool {
        let mut used = Kinds::NONE;
        if candidates.iter().all(|candidate| {
            let fresh = !used.meets(candidate.kinds);
            used = used.or(candidate.kinds);
            fresh
        }) {
            return true;
        }
        // Objects that a required member tells apart, beside disjoint kinds.
        let objects = candidates
            .iter()
            .filter(|candidate| candidate.kinds == Kinds::OBJECT)
            .count();
        let mut others = Kinds::OBJECT;
        let apart = candidates
            .iter()
            .filter(|candidate| candidate.kinds != Kinds::OBJECT)
            .all(|candidate| {
                let fresh = !others.meets(candidate.kinds);
                others = others.or(candidate.kinds);
                fresh
            });
        objects > 1 && apart && self.tag(candidates).is_some()
    }

    /// Readable names for the arms.
    fn labels(&self, candidates: &[Candidate], tag: Option<&Tag>) -> Vec<String> {
        let mut scope = Scope::with(&["Self"]);
        let kind_label = |kinds: Kinds| match groups(kinds).as_slice() {
            [_] if kinds == Kinds::INTEGER => Some("Integer"),
            [(_, label)] => Some(*label),
            _ => None,
        };
        let labels: Vec<Option<&str>> = candidates
            .iter()
            .map(|candidate| kind_label(candidate.kinds))
            .collect();
        candidates
            .iter()
            .enumerate()
            .map(|(index, candidate)| {
                let rule = self.rules.get(self.aliases.follow(candidate.source));
                let tagged = tag
                    .and_then(|tag| tag.texts.get(index))
                    .and_then(|texts| texts.first());
                let stated = self.rules.get(candidate.source);
                let wanted = if let Some(name) = rule.rust_name.as_ref() {
                    name.clone()
                } else if let Some(entry) = rule.entry.as_ref() {
                    upper_camel(entry, "V")
                } else if let Some(title) = stated.notes.title.as_ref().filter(|t| t.len() <= 40) {
                    upper_camel(title, "V")
                } else if let Some(tag) = tagged {
                    upper_camel(tag, "V")
                } else if let Some(label) = labels[index]
                    && labels.iter().filter(|other| **other == Some(label)).count() == 1
                {
                    label.to_owned()
                } else {
                    format!("Variant{}", index + 1)
                };
                scope.claim(&wanted)
            })
            .collect()
    }

    /// The member by whose text the object arms are told apart.
    fn tag(&mut self, candidates: &[Candidate]) -> Option<Tag> {
        let objects: Vec<&Candidate> = candidates
            .iter()
            .filter(|candidate| candidate.kinds.meets(Kinds::OBJECT))
            .collect();
        let [first, _, ..] = objects.as_slice() else {
            return None;
        };
        let mut members: Vec<String> = Vec::new();
        for id in first.atoms.owns() {
            members.extend(self.rules.get(id).required.iter().cloned());
        }
        'members: for member in members {
            let mut seen: HashSet<String> = HashSet::new();
            let mut texts: Vec<Vec<String>> = Vec::with_capacity(candidates.len());
            for candidate in candidates {
                if !candidate.kinds.meets(Kinds::OBJECT) {
                    texts.push(Vec::new());
                    continue;
                }
                let Some(tags) = self.texts_of(&candidate.atoms, &member) else {
                    continue 'members;
                };
                if !tags.iter().all(|tag| seen.insert(tag.clone())) {
                    continue 'members;
                }
                texts.push(tags);
            }
            return Some(Tag { member, texts });
        }
        None
    }

    /// The texts that a required member of an object can have, where they are
    /// listed.
    fn texts_of(&self, atoms: &Atoms, member: &str) -> Option<Vec<String>> {
        let is_required = atoms.owns().any(|id| {
            self.rules
                .get(id)
                .required
                .iter()
                .any(|name| name == member)
        });
        if !is_required {
            return None;
        }
        for id in atoms.owns() {
            let Some(property) = self.rules.get(id).properties.get(member) else {
                continue;
            };
            for inner in Atoms::of(self.rules, &[*property]).owns() {
                let rule = self.rules.get(inner);
                let values = match (&rule.constant, &rule.enumeration) {
                    (Some(constant), _) => std::slice::from_ref(constant),
                    (None, Some(values)) if !rule.open => values,
                    _ => continue,
                };
                let texts: Option<Vec<String>> = values
                    .iter()
                    .map(|value| value.as_str().map(str::to_owned))
                    .collect();
                if let Some(mut texts) = texts {
                    let mut seen = HashSet::new();
                    texts.retain(|text| seen.insert(text.clone()));
                    return Some(texts);
                }
            }
        }
        None
    }
}

/// A member that tells the arms of a union apart.
struct Tag {
    member: String,
    /// For each arm the member's texts.
    texts: Vec<Vec<String>>,
}

/// Whether a rule's own keywords give values of the kinds a shape.
fn gives_shape(rule: &Rule, kinds: Kinds) -> bool {
    let objects = !rule.properties.is_empty()
        || !rule.pattern_properties.is_empty()
        || rule.additional_properties.is_some();
    let arrays = !rule.prefix_items.is_empty() || rule.items.is_some();
    rule.verdict == Some(false)
        || rule.enumeration.is_some()
        || rule.constant.is_some()
        || (objects && kinds.meets(Kinds::OBJECT))
        || (arrays && kinds.meets(Kinds::ARRAY))
        || (keyword_kinds(rule).is_empty() && rule.rust_name.is_some())
}

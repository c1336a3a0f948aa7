//! Lists of values: an `enum` or `const`, alternatives that are nothing
//! else, each of which may have a text of its own, or a pattern that spells texts out.

use std::collections::{HashMap, HashSet};

use crate::keywords::regex::Pattern;
use crate::keywords::table::Word;
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

use super::atoms::{Atom, Atoms};
use super::forms::forms;
use super::key::Key;
use super::model::TypeRef;
use super::planner::Planner;

/// A list of values, one of which a value has to be.
pub(super) struct Listing<'r> {
    /// The values, each once.
    pub(super) values: Vec<Listed<'r>>,
    /// Whether any other text fits, too.
    pub(super) open: bool,
    /// The atom that lists them.
    pub(super) atom: Atom,
    /// The keyword that lists them.
    pub(super) location: String,
    /// Whether it names values that do not fit it after all.
    pub(super) drops: bool,
}

/// A value of a list.
#[derive(Clone, Copy)]
pub(super) struct Listed<'r> {
    /// The value.
    pub(super) value: &'r Json,
    /// The schema that lists it.
    pub(super) rule: &'r Rule,
    /// The alternative that it is, where it is one.
    pub(super) arm: Option<&'r Rule>,
}

impl Listing<'_> {
    /// What is asked of its values beside being listed. What an `enum` lists it takes,
    /// unless it is written in another form; alternatives have been asked already.
    pub(super) fn asked(&self, atoms: &Atoms) -> Vec<Atom> {
        let is_asked = |atom: &Atom| matches!(atom, Atom::Own(_)) || *atom != self.atom;
        atoms.list.iter().copied().filter(is_asked).collect()
    }
}

impl<'a> Planner<'a> {
    /// The list that a key is over: that of a schema itself, or else that of its
    /// alternatives.
    pub(super) fn listing(&self, key: &Key) -> Option<Listing<'a>> {
        self.listing_of(&key.atoms, key.kinds)
    }

    fn listing_of(&self, atoms: &Atoms, kinds: Kinds) -> Option<Listing<'a>> {
        let mut owns = atoms.owns();
        if let Some(id) = owns.find(|id| self.rules.get(*id).values().is_some()) {
            return Some(self.stated(id));
        }
        let mut alternatives = atoms.list.iter();
        let alternatives = alternatives.find_map(|atom| self.alternatives(*atom, kinds));
        alternatives.or_else(|| atoms.owns().find_map(|id| self.spelled(id, kinds)))
    }

    /// The list of texts that a pattern of a schema for texts alone spells out.
    fn spelled(&self, id: RuleId, kinds: Kinds) -> Option<Listing<'a>> {
        let rule = self.rules.get(id);
        let texts = spelled_out(rule, kinds)?.iter();
        let arm = None;
        Some(Listing {
            values: texts.map(|value| Listed { value, rule, arm }).collect(),
            open: false,
            atom: Atom::Own(id),
            location: rule.at("pattern"),
            drops: false,
        })
    }

    /// Whether a schema lists texts, and no other text fits it.
    pub(super) fn lists_codes(&mut self, id: RuleId) -> bool {
        let id = self.aliases.follow(id);
        if self.rules.get(id).foreign.is_some() {
            return false;
        }
        let atoms = self.joined(&[id]);
        let key = self.key(atoms, Kinds::STRING);
        let listing = key.and_then(|key| self.listing(&key));
        listing.is_some_and(|listing| {
            let is_text = |listed: &Listed<'_>| listed.value.as_str().is_some();
            !listing.open && listing.values.iter().all(is_text)
        })
    }

    /// What alternatives tell of the values that a schema itself lists.
    pub(super) fn told_of_values(&self, key: &Key) -> HashMap<String, &'a Rule> {
        let atoms = key.atoms.list.iter();
        let listings = atoms.filter_map(|atom| self.alternatives(*atom, key.kinds));
        let listed = listings.flat_map(|listing| listing.values);
        listed
            .filter_map(|listed| Some((listed.value.canonical(), listed.arm?)))
            .collect()
    }

    /// The list of a schema itself.
    fn stated(&self, id: RuleId) -> Listing<'a> {
        let rule = self.rules.get(id);
        let mut seen = HashSet::new();
        let values = rule.values().unwrap_or_default().iter();
        let values = values.filter(|value| seen.insert(value.canonical()));
        let is_constant = rule.states(Word::Const);
        Listing {
            values: values
                .map(|value| Listed {
                    value,
                    rule,
                    arm: None,
                })
                .collect(),
            open: rule.is_open(),
            atom: Atom::Own(id),
            location: rule.at(if is_constant { "const" } else { "enum" }),
            drops: rule.made || (is_constant && rule.states(Word::Enum)),
        }
    }

    /// The list of alternatives for values of these kinds; `None` where one of them is something else. Of
    /// those of which one fits, a value that two list does not.
    fn alternatives(&self, atom: Atom, kinds: Kinds) -> Option<Listing<'a>> {
        let Atom::Union(word @ (Word::AnyOf | Word::OneOf), id) = atom else {
            return None;
        };
        let rules = self.rules;
        let rule = rules.get(id);
        let arms = rule.arms(word);
        if self.leads_back(atom, arms) {
            return None;
        }
        let mut listing = Listing {
            values: Vec::new(),
            open: false,
            atom,
            location: rule.at(word.name()),
            drops: false,
        };
        // Where each value stands, and whether one arm alone lists it.
        let mut places: HashMap<String, (usize, bool)> = HashMap::new();
        for arm in arms {
            let atoms = Atoms::of(rules, &[*arm]);
            match self.plain_kind(*arm, &atoms) {
                // It is seen through.
                Some(Kinds::NULL) => continue,
                Some(Kinds::STRING) => {
                    if std::mem::replace(&mut listing.open, true) {
                        return None;
                    }
                    continue;
                }
                _ => {}
            }
            let (listed, drops) = self.listed(*arm, &atoms, kinds)?;
            listing.drops |= drops;
            for value in listed {
                let next = (listing.values.len(), true);
                let place = places.entry(value.value.canonical()).or_insert(next);
                if place.0 == next.0 {
                    listing.values.push(value);
                } else {
                    place.1 = false;
                }
            }
        }
        if word == Word::OneOf {
            if listing.open {
                // Every text of the others fits two of them.
                return None;
            }
            let before = listing.values.len();
            let mut alone = vec![true; before];
            for (place, is_alone) in places.into_values() {
                alone[place] = is_alone;
            }
            let mut alone = alone.into_iter();
            listing.values.retain(|_| alone.next() == Some(true));
            listing.drops |= listing.values.len() < before;
        }
        (!listing.values.is_empty()).then_some(listing)
    }

    /// Whether all that alternatives list beside null is one definition, whose type it is.
    pub(super) fn refers(&self, atom: Atom) -> bool {
        let Atom::Union(word, id) = atom else {
            return false;
        };
        let arms = self.rules.get(id).arms(word).iter();
        let mut arms = arms.filter(|arm| {
            self.plain_kind(**arm, &Atoms::of(self.rules, &[**arm])) != Some(Kinds::NULL)
        });
        match (arms.next(), arms.next()) {
            (Some(only), None) => self.is_definition(self.aliases.follow(*only)),
            _ => false,
        }
    }

    /// The values of an alternative that fit it, and whether it lists others.
    fn listed(&self, arm: RuleId, atoms: &Atoms, kinds: Kinds) -> Option<(Vec<Listed<'a>>, bool)> {
        let listing = self
            .listing_of(atoms, kinds)
            .filter(|listing| !listing.open)?;
        let asked = listing.asked(atoms);
        let mut listed = listing.values;
        let before = listed.len();
        // In draft 4, how an integer is written matters; no list says that.
        let is_sure = |listed: &Listed<'_>| {
            let mut forms = forms(listed.value).into_iter().flatten();
            let fits = self.fits(listed.value, &asked);
            forms.all(|form| self.fits(&form, &asked) == fits)
        };
        if !listed.iter().all(is_sure) {
            return None;
        }
        listed.retain(|listed| self.fits(listed.value, &asked));
        let stated = self.rules.get(self.aliases.follow(arm));
        for listed in &mut listed {
            listed.arm.get_or_insert(stated);
        }
        let drops = listing.drops || listed.len() < before;
        Some((listed, drops))
    }

    /// Notes what became of alternatives without names that are listed.
    pub(super) fn record_alternatives(&mut self, atom: Atom, kinds: Kinds, planned: &TypeRef) {
        let mut stack = vec![atom];
        while let Some(atom) = stack.pop() {
            if self.alternatives(atom, kinds).is_none() {
                continue;
            }
            let Atom::Union(word, id) = atom else {
                continue;
            };
            for arm in self.rules.get(id).arms(word) {
                let mut atoms = Atoms::of(self.rules, &[*arm]);
                atoms.list.retain(|atom| !self.is_definition(atom.rule()));
                self.record(&atoms, planned);
                stack.extend(atoms.list);
            }
        }
    }

    /// The kind of value that an alternative without a name is any of.
    fn plain_kind(&self, arm: RuleId, atoms: &Atoms) -> Option<Kinds> {
        let [Atom::Own(id)] = atoms.list.as_slice() else {
            return None;
        };
        let rule = self.rules.get(*id);
        let is_plain = rule.assertions().len() == 1 && !rule.has_meaning();
        rule.types()
            .filter(|_| is_plain && !self.is_definition(arm))
    }
}

/// The texts that a rule's pattern spells out, where of these `kinds` of value it takes texts alone.
pub(super) fn spelled_out(rule: &Rule, kinds: Kinds) -> Option<&[Json]> {
    let is_of_texts = kinds == Kinds::STRING || rule.types() == Some(Kinds::STRING);
    rule.get::<Pattern>()?.texts().filter(|_| is_of_texts)
}

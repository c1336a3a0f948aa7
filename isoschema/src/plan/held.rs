//! What variants hold: a whole value, that of an object's one member, or
//! nothing where there is one value.

use std::collections::HashSet;

use crate::keywords::table::Word;
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::notes::{Code, Notes};
use crate::rules::rule::Rule;

use super::arms::Tag;
use super::atoms::{Atom, Atoms};
use super::candidate::Candidate;
use super::forms::forms;
use super::key::Key;
use super::planner::Planner;

/// More codes than these are an enum of their own beside other forms.
const MOST_CODES: usize = 16;

/// A member, with the schemas of its value.
pub(super) type Named = (String, Vec<RuleId>);

/// A variant before it has a name.
pub(super) struct Prospect {
    /// The candidate that it is of.
    pub(super) candidate: usize,
    /// The one member of its objects.
    pub(super) member: Option<Named>,
    /// The one value that it, or its member, stands for.
    pub(super) constant: Option<Json>,
}

impl Prospect {
    /// Whether its objects have nothing but the tag.
    pub(super) fn is_of(&self, tag: Option<&Tag>) -> bool {
        let member = self.member.as_ref().map(|(member, _)| member);
        tag.is_some_and(|tag| member == Some(&tag.member))
    }
}

impl Planner<'_> {
    /// The variants of candidates. Where objects are told apart by their one
    /// member, as serde has it of enums, a variant holds its value; one of nothing but the tag holds
    /// nothing. Codes beside others are variants of their own, unless they have a name together.
    pub(super) fn prospects(
        &mut self,
        candidates: &[Candidate],
        tag: Option<&Tag>,
    ) -> Vec<Prospect> {
        let members = self.members_apart(candidates);
        let are_apart = self.are_codes_apart(candidates);
        let mut prospects = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let prospect = |member, constant| Prospect {
                candidate: index,
                member,
                constant,
            };
            let is_named = self.rules.get(candidate.source).rust_name.is_some();
            let member = members.as_ref().and_then(|all| all[index].clone());
            if let Some((name, sources)) = member {
                let constant = self.value_of(&sources);
                prospects.push(prospect(Some((name, sources)), constant));
                continue;
            }
            let is_inline = !is_named && !self.is_named(candidate.source);
            if let Some((member, value)) = self.alone(candidate, tag).filter(|_| is_inline) {
                prospects.push(prospect(member, Some(value)));
                continue;
            }
            let key = candidate.key();
            let values = if is_named {
                Vec::new()
            } else {
                self.fitting_values(&key)
            };
            match values.as_slice() {
                [only] => prospects.push(prospect(None, Some(only.clone()))),
                [_, ..]
                    if members.is_some() && !self.is_named(candidate.source)
                        || are_apart && self.lists_nameless(candidate, &values) =>
                {
                    prospects.extend(values.into_iter().map(|it| prospect(None, Some(it))));
                }
                _ => prospects.push(prospect(None, None)),
            }
        }
        prospects
    }

    /// Whether a candidate lists few texts, and nothing names them together.
    fn lists_nameless(&self, candidate: &Candidate, values: &[Json]) -> bool {
        let is_named = self.own_label(candidate.source).is_some();
        let are_few = values.len() <= MOST_CODES;
        are_few && !is_named && values.iter().all(|value| value.as_str().is_some())
    }

    /// Whether no two candidates list the same value.
    fn are_codes_apart(&self, candidates: &[Candidate]) -> bool {
        let mut seen = HashSet::new();
        let mut listed = candidates
            .iter()
            .flat_map(|it| self.fitting_values(&it.key()));
        listed.all(|value| seen.insert(value.canonical()))
    }

    /// What the schema that lists a value says of it.
    pub(super) fn code_of(&self, atoms: &Atoms, value: &Json) -> Option<&Code> {
        let value = value.canonical();
        let mut owns = atoms.owns();
        owns.find_map(|id| self.rules.get(id).notes.codes.get(&value))
    }

    /// What is said of a variant: of one of several codes, what is said of the code.
    pub(super) fn said_of(
        &self,
        candidate: &Candidate,
        prospect: &Prospect,
        is_split: bool,
    ) -> Notes {
        let mut notes = self.rules.get(candidate.source).notes.clone();
        if let (Some(value), true) = (&prospect.constant, is_split) {
            let code = self.code_of(&candidate.atoms, value);
            (notes.title, notes.description) = (None, code.and_then(|code| code.text.clone()));
        }
        notes
    }

    fn is_named(&self, source: RuleId) -> bool {
        self.is_definition(self.aliases.follow(source))
    }

    /// The one member of each candidate for objects that has one, each another; beside them, there may be codes,
    /// and objects that must have another member.
    pub(super) fn members_apart(&self, candidates: &[Candidate]) -> Option<Vec<Option<Named>>> {
        let mut seen = HashSet::new();
        let mut members = Vec::with_capacity(candidates.len());
        let (mut others, mut objects) = (0, Vec::new());
        for candidate in candidates {
            let member = self.sole_member(candidate);
            if !member
                .as_ref()
                .is_none_or(|(name, _)| seen.insert(name.clone()))
            {
                return None;
            }
            if member.is_none() {
                let is_object = candidate.kinds.meets(Kinds::OBJECT);
                let is_listed = !is_object && self.listing(&candidate.key()).is_some();
                others += usize::from(!is_listed);
                objects.extend(is_object.then_some(candidate));
            }
            members.push(member);
        }
        // What others have, too, tells nothing: by its values it may be a tag.
        let has_more = |candidate: &Candidate, sole: &String| {
            let owns = || candidate.atoms.owns().map(|id| self.rules.get(id));
            let has_it = |rule: &Rule| {
                rule.required().contains(sole) || rule.properties().named.contains_key(sole)
            };
            candidate.kinds == Kinds::OBJECT
                && owns().any(|rule| !rule.required().is_empty())
                && !owns().any(has_it)
        };
        let is_apart = match seen.len() {
            0 => false,
            1 => others == objects.len() && candidates.len() > 1,
            _ => true,
        };
        let are_more = || {
            objects
                .iter()
                .all(|it| seen.iter().all(|sole| has_more(it, sole)))
        };
        // Beside objects that are whole, a definition is one, too.
        let mut held = candidates
            .iter()
            .zip(&members)
            .filter(|(_, it)| it.is_some());
        let are_inline = objects.is_empty() || held.all(|(it, _)| !self.is_named(it.source));
        (is_apart && are_inline && are_more()).then_some(members)
    }

    /// The one member that objects have: it is required, and there can be no other.
    pub(super) fn sole_member(&self, candidate: &Candidate) -> Option<Named> {
        if candidate.kinds != Kinds::OBJECT {
            return None;
        }
        let word = Word::UnevaluatedProperties;
        let rests = candidate.atoms.rests(self.rules, word);
        let mut rules: Vec<&Rule> = Vec::with_capacity(candidate.atoms.list.len());
        for atom in &candidate.atoms.list {
            match atom {
                Atom::Own(id) => rules.push(self.rules.get(*id)),
                Atom::Rest(rest, _) if *rest == word => {}
                _ => return None,
            }
        }
        rules.extend(&rests);
        let is_never = |id: &RuleId| self.rules.get(*id).verdict == Some(false);
        let declared = || rules.iter().flat_map(|rule| &rule.properties().named);
        let barred = declared().filter(|(_, it)| is_never(it));
        let barred: HashSet<&String> = barred.map(|(name, _)| name).collect();
        let required = rules.iter().flat_map(|rule| rule.required());
        let all = declared().map(|(name, _)| name).chain(required);
        let mut possible = all.filter(|name| !barred.contains(name));
        let name = possible.next()?;
        if possible.any(|other| other != name) {
            return None;
        }
        let (mut is_required, mut is_closed) = (false, false);
        let mut sources = Vec::new();
        for rule in rules {
            let properties = rule.properties();
            if !properties.patterns.is_empty() || rule.values().is_some() {
                return None;
            }
            let own = properties.named.get(name);
            if let Some(additional) = &properties.additional {
                // What it says of the member, a struct tells better.
                if !is_never(additional) || own.is_none() {
                    return None;
                }
                is_closed = true;
            }
            sources.extend(own);
            is_required |= rule.required().contains(name);
        }
        (is_required && is_closed).then(|| (name.clone(), sources))
    }

    /// The one value that fits, where there is one that is not null.
    pub(super) fn only_value(&self, key: &Key) -> Option<Json> {
        match self.fitting_values(key).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// The values that fit, where they are listed, however they are written;
    /// of null, there is a type.
    pub(super) fn fitting_values(&self, key: &Key) -> Vec<Json> {
        let Some(listing) = self.listing(key).filter(|listing| !listing.open) else {
            return Vec::new();
        };
        let asked = listing.asked(&key.all);
        let mut found = Vec::new();
        for listed in &listing.values {
            let value = listed.value;
            let fits = self.fits(value, &asked);
            let mut forms = forms(value).into_iter().flatten();
            let is_null = matches!(value.kind, JsonKind::Null);
            if is_null || forms.any(|form| self.fits(&form, &asked) != fits) {
                return Vec::new();
            }
            if fits {
                found.push(value.clone());
            }
        }
        found
    }

    /// Whether a key is over objects that must have a member which nothing fits.
    pub(super) fn is_impossible(&self, key: &Key) -> bool {
        if key.kinds != Kinds::OBJECT {
            return false;
        }
        let rules = self.rules;
        let owns = || key.atoms.owns().map(|id| rules.get(id));
        let mut required = owns().flat_map(Rule::required);
        required.any(|member| {
            let sources = key.atoms.member(rules, member);
            let atoms = Atoms::of(rules, &sources);
            if sources.is_empty() || atoms.never.is_some() {
                return atoms.never.is_some();
            }
            let mut lists = atoms.owns().filter_map(|id| {
                let rule = rules.get(id);
                rule.values().filter(|_| !rule.is_open())
            });
            let fits = |value: &Json| self.fits(value, &atoms.list);
            lists.any(|values| !values.iter().any(fits))
        })
    }
}

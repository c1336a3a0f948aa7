//! `enum` and `const`.

use std::collections::{HashMap, HashSet};

use crate::load::{Decimal, Json, JsonKind};

use super::atoms::{Atom, Atoms};
use super::decide::{Decider, kind_of};
use super::model::{Check, Place, Shape, TypeId, TypeRef, ValueVariant, Values};
use super::name::Name;
use super::plan::{Key, Planner, Wish};
use super::rule::{Kinds, Rule, RuleId};
use super::scope::Scope;
use super::shape::nullable;

impl Planner<'_> {
    /// The type of one value of a list; `None` where no atom gives a list.
    pub(super) fn values(&mut self, key: &Key, wish: &Wish) -> Option<TypeRef> {
        let source = key.atoms.owns().find(|id| {
            let rule = self.rules.get(*id);
            rule.constant.is_some() || rule.enumeration.is_some()
        })?;
        let rules = self.rules;
        let rule = rules.get(source);
        let others = without_values(&key.atoms, source);
        let mut undecided = false;
        let mut kept: Vec<&Json> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for value in listed(rule) {
            if !key.kinds.meets(kind_of(value)) || !seen.insert(canonical(value)) {
                continue;
            }
            let mut decider = Decider::new(self.rules, value);
            match fits(&mut decider, rule, &others) {
                Some(true) => {
                    let mut other_form = Decider::new(self.rules, value).with_fraction();
                    undecided |= fits(&mut other_form, rule, &others) != Some(true);
                    kept.push(value);
                }
                Some(false) => {}
                None => {
                    undecided = true;
                    kept.push(value);
                }
            }
        }
        let open = rule.open && key.kinds.contains(Kinds::STRING);
        let nulls = kept
            .iter()
            .any(|value| matches!(value.kind, JsonKind::Null));
        if nulls && (kept.len() > 1 || open) {
            let rest = key.kinds.without(Kinds::NULL);
            return Some(nullable(self.plan(key.all.clone(), rest, wish)));
        }
        if open {
            let is_text = |value: &&Json| matches!(value.kind, JsonKind::String(_));
            if kept.is_empty() {
                return Some(self.text(key, wish));
            }
            if !kept.iter().all(is_text) {
                // Each kind by itself: other texts are beside the listed ones.
                return None;
            }
        }
        let booleans = kept
            .iter()
            .filter(|value| matches!(value.kind, JsonKind::Bool(_)))
            .count();
        match (kept.as_slice(), open, undecided) {
            ([], false, _) => return Some(TypeRef::Never),
            ([only], false, false) if matches!(only.kind, JsonKind::Null) => {
                return Some(TypeRef::Null);
            }
            ([_, _], false, false) if booleans == 2 => return Some(TypeRef::Boolean),
            _ => {}
        }
        let checks = if undecided || (open && !others.is_empty()) {
            whole(&key.atoms)
        } else {
            Vec::new()
        };
        let shape = Shape::Values(Values {
            variants: variants(&kept, rule, open),
            text: kept
                .iter()
                .all(|value| matches!(value.kind, JsonKind::String(_))),
            open,
        });
        let dropped = self.drops(key, rule, &kept);
        let slot = self.begin(key);
        let name = self.name(wish);
        let planned = self.finish_checked(slot, key, wish, name, shape, checks);
        if dropped {
            self.refused_by_some(slot, key);
        } else if let Some(ty) = &mut self.types[slot.0 as usize] {
            ty.place = Place::At(rule.at(keyword(rule)));
        }
        Some(planned)
    }

    /// Whether something else refuses values that a rule lists; null may be
    /// taken before.
    fn drops(&mut self, key: &Key, rule: &Rule, kept: &[&Json]) -> bool {
        let kinds = self
            .key(key.all.clone(), Kinds::ALL)
            .map_or(key.kinds, |key| key.kinds);
        let kept: HashSet<String> = kept.iter().map(|value| canonical(value)).collect();
        let both = rule.constant.is_some() && rule.enumeration.is_some();
        both || listed(rule).iter().any(|value| {
            let is_null = matches!(value.kind, JsonKind::Null) && kinds.contains(Kinds::NULL);
            !is_null && !kept.contains(&canonical(value))
        })
    }

    /// Leaves it to the predicates what refuses a value that is not listed.
    pub(super) fn refused_by_some(&mut self, slot: TypeId, key: &Key) {
        if let Some(ty) = &mut self.types[slot.0 as usize] {
            ty.place = Place::Asked(whole(&key.all), ty.location.to_string());
        }
    }
}

/// Whether a listed value fits what else is asked of it.
fn fits(decider: &mut Decider<'_>, source: &Rule, others: &[Atom]) -> Option<bool> {
    if source.constant.is_some() && !source.lists(decider.value) {
        return Some(false);
    }
    match (decider.limits(source), decider.atoms(others)) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

impl Rule {
    /// Whether `enum` has a value, or is not there.
    pub(super) fn lists(&self, value: &Json) -> bool {
        /// So many are compared one by one.
        const FEW: usize = 8;
        match &self.enumeration {
            None => true,
            Some(values) if values.len() <= FEW => {
                values.iter().any(|listed| listed.same_value(value))
            }
            Some(values) => self
                .listed
                .get_or_init(|| values.iter().map(canonical).collect())
                .contains(&canonical(value)),
        }
    }
}

/// The keyword with the values that a rule lists.
fn keyword(rule: &Rule) -> &'static str {
    match rule.constant {
        Some(_) => "const",
        None => "enum",
    }
}

/// The values that a rule lists.
fn listed(rule: &Rule) -> &[Json] {
    match (&rule.constant, &rule.enumeration) {
        (Some(constant), _) => std::slice::from_ref(constant),
        (None, Some(values)) => values,
        (None, None) => &[],
    }
}

/// The atoms beside the one that lists the values.
fn without_values(atoms: &Atoms, source: RuleId) -> Vec<Atom> {
    atoms
        .list
        .iter()
        .copied()
        .filter(|atom| *atom != Atom::Own(source))
        .collect()
}

/// Predicates for all that atoms say.
pub(super) fn whole(atoms: &Atoms) -> Vec<Check> {
    let mut checks: Vec<Check> = atoms.list.iter().map(|atom| atom.check()).collect();
    checks.dedup();
    checks
}

/// A text that is the same for equal values, as [`Json::same_value`] has it.
pub(super) fn canonical(value: &Json) -> String {
    match &value.kind {
        JsonKind::Number(text) => format!("{:?}", Decimal::parse(text)),
        JsonKind::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        JsonKind::Object(members) => {
            let mut members: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{name:?}:{}", canonical(value)))
                .collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        JsonKind::Null => "null".to_owned(),
        JsonKind::Bool(value) => value.to_string(),
        JsonKind::String(text) => format!("{text:?}"),
    }
}

fn variants(values: &[&Json], rule: &Rule, open: bool) -> Vec<ValueVariant> {
    let mut scope = Scope::with(if open { &["Self", "Other"] } else { &["Self"] });
    let mut counts: HashMap<&str, usize> = HashMap::new();
    values
        .iter()
        .map(|value| {
            let (wanted, doc) = match &value.kind {
                JsonKind::String(text) => (
                    Name::of_variant(text, "V"),
                    rule.notes.codes.get(text.as_str()).cloned(),
                ),
                JsonKind::Number(text) => (Name::of_variant(&text.replace('.', "_"), "N"), None),
                JsonKind::Bool(true) => (Name::of_camel("True"), None),
                JsonKind::Bool(false) => (Name::of_camel("False"), None),
                JsonKind::Null => (Name::of_camel("Null"), None),
                JsonKind::Array(_) => (numbered("Array", &mut counts), None),
                JsonKind::Object(_) => (numbered("Object", &mut counts), None),
            };
            ValueVariant {
                ident: scope.claim(&wanted),
                value: (*value).clone(),
                doc,
            }
        })
        .collect()
}

fn numbered(kind: &'static str, counts: &mut HashMap<&str, usize>) -> Name {
    let count = counts.entry(kind).or_insert(0);
    *count += 1;
    Name::of_camel(&format!("{kind}{count}"))
}

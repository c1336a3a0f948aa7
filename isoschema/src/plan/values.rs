//! `enum` and `const`.

use std::collections::{HashMap, HashSet};

use crate::load::json::{Json, JsonKind};
use crate::load::number::{Decimal, Edge};

use crate::keywords::table::Word;
use crate::keywords::types::kind_of;

use super::key::{Key, Wish};
use super::model::{Place, Shape, TypeId, TypeRef, ValueVariant, Values};
use super::planner::Planner;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

impl Planner<'_> {
    /// The type of one value of a list; `None` where no atom gives a list.
    pub(super) fn values(&mut self, key: &Key, wish: &Wish) -> Option<TypeRef> {
        let mut owns = key.atoms.owns();
        let source = owns.find(|id| self.rules.get(*id).values().is_some())?;
        let rules = self.rules;
        let rule = rules.get(source);
        let mut undecided = false;
        let mut kept: Vec<&Json> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for value in rule.values().unwrap_or_default() {
            let is_meant = key.kinds.meets(kind_of(value)) && seen.insert(value.canonical());
            // Draft 4 takes no integer that is written as `1.0`; the others ask
            // for the value alone.
            let [plain, written] = forms(value);
            if is_meant && self.fits(plain.as_ref().unwrap_or(value), &key.atoms.list) {
                undecided |= written.is_some_and(|it| !self.fits(&it, &key.atoms.list));
                kept.push(value);
            }
        }
        let open = rule.is_open() && key.kinds.contains(Kinds::STRING);
        let nulls = kept
            .iter()
            .any(|value| matches!(value.kind, JsonKind::Null));
        if nulls && (kept.len() > 1 || open) {
            let rest = key.kinds.without(Kinds::NULL);
            return Some(self.plan(key.all.clone(), rest, wish).nullable());
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
        let checks = if undecided || (open && key.atoms.list.len() > 1) {
            key.atoms.whole()
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
            ty.place = Place::At(rule.at(keyword(rule).name()));
        }
        Some(planned)
    }

    /// Whether something else refuses values that a rule lists; null may be
    /// taken before.
    fn drops(&mut self, key: &Key, rule: &Rule, kept: &[&Json]) -> bool {
        let kinds = self
            .key(key.all.clone(), Kinds::ALL)
            .map_or(key.kinds, |key| key.kinds);
        let kept: HashSet<String> = kept.iter().map(|value| value.canonical()).collect();
        let both = rule.states(Word::Const) && rule.states(Word::Enum);
        let mut listed = rule.values().unwrap_or_default().iter();
        both || listed.any(|value| {
            let is_null = matches!(value.kind, JsonKind::Null) && kinds.contains(Kinds::NULL);
            !is_null && !kept.contains(&value.canonical())
        })
    }

    /// Leaves it to the predicates what refuses a value that is not listed.
    pub(super) fn refused_by_some(&mut self, slot: TypeId, key: &Key) {
        if let Some(ty) = &mut self.types[slot.0 as usize] {
            ty.place = Place::Asked(key.all.whole(), ty.location.to_string());
        }
    }
}

/// An integer without a fraction, and with one, where readers tell the two
/// apart.
fn forms(value: &Json) -> [Option<Json>; 2] {
    let token = value.as_number().unwrap_or_default();
    let integer = match Decimal::parse(token).floor() {
        Edge::At(integer) if kind_of(value) == Kinds::INTEGER => i64::try_from(integer).ok(),
        _ => None,
    };
    ["", ".0"].map(|fraction| {
        let text = format!("{}{fraction}", integer?);
        Some(Json::new(JsonKind::Number(text.into())))
    })
}

/// The keyword with the values that a rule lists.
fn keyword(rule: &Rule) -> Word {
    if rule.states(Word::Const) {
        Word::Const
    } else {
        Word::Enum
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

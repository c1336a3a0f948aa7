//! Booleans, numbers and strings.

use crate::formats::widths::Float;
use crate::keywords::count::Count;
use crate::keywords::emission::Subject;
use crate::keywords::length::Length;
use crate::keywords::side::Side;
use crate::keywords::table::{Assertion, Word};
use crate::keywords::types::Type;
use crate::load::json::{Json, JsonKind};

use super::bounds::Bounds;
use super::key::{Key, Wish};
use super::model::{
    Check, Foreign, Integer, Limit, Newtype, Part, Place, Shape, Type as Planned, TypeRef,
    ValueVariant, Values,
};
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::notes::Notes;

impl Planner<'_> {
    pub(super) fn boolean(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let [no, yes] = [false, true].map(|value| Json::new(JsonKind::Bool(value)));
        let (ident, value) = match self.fit_booleans(&key.atoms.list) {
            [true, true] => return TypeRef::Boolean,
            [false, false] => return TypeRef::Never,
            [true, false] => ("False", no),
            [false, true] => ("True", yes),
        };
        let variant = ValueVariant {
            ident: Name::of_camel(ident),
            value,
            doc: None,
        };
        let shape = Shape::Values(Values {
            variants: vec![variant],
            text: false,
            open: false,
        });
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Code);
        let planned = self.finish_checked(slot, key, wish, name, shape, Vec::new());
        self.refused_by_some(slot, key);
        planned
    }

    pub(super) fn text(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let mut lengths = Tightest::default();
        let mut limits = Vec::new();
        let mut meant = Vec::new();
        let mut parsed = Vec::new();
        for id in key.atoms.owns() {
            let rule = rules.get(id);
            meant.extend(rule.temporal);
            parsed.extend(rule.parsed.as_deref().map(|path| (path, id)));
            for length in rule.each::<Length>() {
                lengths.add(length.side, &length.count, limit(length.clone(), id));
            }
            let others = rule.shaping(Subject::Text, Word::Length);
            limits.extend(others.map(|it| limit(it.clone(), id)));
        }
        limits.splice(0..0, lengths.limits());
        parsed.dedup_by_key(|(path, _)| *path);
        let is_format = |limit: &Limit| matches!(limit.assertion, Assertion::Format(_));
        if let [(path, id)] = *parsed
            && limits.iter().all(is_format)
            && key.atoms.checks().is_empty()
        {
            return self.read_as(path, id);
        }
        meant.dedup();
        let inner = match meant.as_slice() {
            [temporal] => TypeRef::Temporal(*temporal),
            _ => TypeRef::Text,
        };
        self.constrained(key, wish, inner, limits)
    }

    /// The type from elsewhere that texts of a format are read as.
    fn read_as(&mut self, path: &str, rule: RuleId) -> TypeRef {
        if let Some(slot) = self.parsed.get(path) {
            return TypeRef::Named(*slot);
        }
        let slot = self.reserve();
        self.parsed.insert(path.to_owned(), slot);
        let location = self.rules.get(rule).location.clone();
        self.types[slot.0 as usize] = Some(Planned {
            // Nobody sees it: the type is called by its path.
            name: self.names.claim(&Name::of_type(path)),
            place: Place::At(location.to_string()),
            location,
            notes: Notes::default(),
            rules: vec![rule],
            shape: Shape::Foreign(Foreign {
                path: path.to_owned(),
                rule,
                of_format: true,
            }),
            checks: Vec::new(),
        });
        TypeRef::Named(slot)
    }

    pub(super) fn number(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let bounds = Bounds::of(key.atoms.owns().map(|id| (id, rules.get(id))));
        let floats = key.atoms.owns().filter_map(|id| rules.get(id).float);
        let float = floats.filter(|_| self.has_floats).last();
        let (mut inner, mut limits) = if key.kinds.contains(Kinds::FRACTION) {
            let number = float.map_or(TypeRef::Number, TypeRef::Float);
            (number, bounds.of_numbers())
        } else {
            let mut widths = key.atoms.owns().filter_map(|id| rules.get(id).width);
            let named = widths.find_map(Integer::of_range);
            match bounds.of_integers(self.widest, named) {
                Ok((integer, bounds)) => (TypeRef::Integer(integer), bounds),
                Err((bound, rule)) => {
                    let bound = bound.clone();
                    self.beyond_integers(&bound, rule);
                    return TypeRef::Never;
                }
            }
        };
        for id in key.atoms.owns() {
            let others = rules.get(id).shaping(Subject::Number, Word::Bound);
            limits.extend(others.map(|it| limit(it.clone(), id)));
        }
        let mut checks = key.atoms.checks();
        if self.mixes_integers {
            // Readers take more forms than draft 4 does.
            let strict = key.atoms.owns();
            let strict =
                strict.filter(|rule| rules.get(*rule).get::<Type>().is_some_and(|ty| ty.written));
            checks.extend(strict.map(|rule| Check {
                rule,
                part: Part::Whole,
            }));
        }
        if limits.is_empty() && checks.is_empty() {
            return inner;
        }
        if matches!(inner, TypeRef::Float(_)) {
            // Limits are compared with doubles.
            inner = TypeRef::Float(Float::F64);
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Value);
        let shape = Shape::Newtype(Newtype::new(inner, limits));
        self.finish_checked(slot, key, wish, name, shape, checks)
    }

    /// A newtype where something is asked of the value, else the plain type.
    pub(super) fn constrained(
        &mut self,
        key: &Key,
        wish: &Wish,
        inner: TypeRef,
        limits: Vec<Limit>,
    ) -> TypeRef {
        if limits.is_empty() && key.atoms.checks().is_empty() {
            inner
        } else {
            self.newtype(key, wish, inner, limits)
        }
    }

    pub(super) fn newtype(
        &mut self,
        key: &Key,
        wish: &Wish,
        inner: TypeRef,
        limits: Vec<Limit>,
    ) -> TypeRef {
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Value);
        let shape = Shape::Newtype(Newtype::new(inner, limits));
        self.finish_key(slot, key, wish, name, shape)
    }
}

/// What a rule asks of one value.
pub(super) fn limit(assertion: impl Into<Assertion>, rule: RuleId) -> Limit {
    Limit {
        assertion: assertion.into(),
        rule,
        native: None,
    }
}

/// The tightest limits of a count.
#[derive(Default)]
pub(super) struct Tightest {
    pub(super) least: Option<(Count, Limit)>,
    pub(super) most: Option<(Count, Limit)>,
}

impl Tightest {
    /// Keeps a limit if it is tighter than what is known.
    pub(super) fn add(&mut self, side: Side, count: &Count, limit: Limit) {
        let kept = match side {
            Side::Least => &mut self.least,
            Side::Most => &mut self.most,
        };
        let is_tighter = |(known, _): &(Count, Limit)| side.is_tighter(count, known);
        if kept.as_ref().is_none_or(is_tighter) {
            *kept = Some((count.clone(), limit));
        }
    }

    /// Both limits.
    pub(super) fn limits(self) -> impl Iterator<Item = Limit> {
        let limits = self.least.into_iter().chain(self.most);
        limits.map(|(_, limit)| limit)
    }
}

//! Booleans, numbers and strings.

use super::bounds::Bounds;
use super::decide::Decider;
use super::model::{Check, Limit, LimitKind, Newtype, Part, Shape, TypeRef, ValueVariant, Values};
use super::name::Name;
use super::plan::{Key, Planner, Wish};
use super::rule::{Kinds, RuleId};

impl Planner<'_> {
    pub(super) fn boolean(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let verdicts: Vec<Option<bool>> = self
            .booleans
            .iter()
            .map(|value| Decider::new(self.rules, value).atoms(&key.atoms.list))
            .collect();
        match verdicts.as_slice() {
            [Some(true), Some(true)] => TypeRef::Boolean,
            [Some(false), Some(false)] => TypeRef::Never,
            [Some(no), Some(_)] => {
                let (ident, value) = if *no {
                    ("False", self.booleans[0].clone())
                } else {
                    ("True", self.booleans[1].clone())
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
                let name = self.name(wish);
                let planned = self.finish_checked(slot, key, wish, name, shape, Vec::new());
                self.refused_by_some(slot, key);
                planned
            }
            _ => self.newtype(key, wish, TypeRef::Boolean, Vec::new()),
        }
    }

    pub(super) fn text(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let (mut least, mut most) = (None, None);
        let mut limits = Vec::new();
        let mut meant = Vec::new();
        for id in key.atoms.owns() {
            let rule = self.rules.get(id);
            meant.extend(rule.temporal);
            raise(&mut least, rule.min_length, id);
            lower(&mut most, rule.max_length, id);
            if let Some(pattern) = &rule.pattern {
                limits.push(self.limit(LimitKind::Pattern(pattern.clone()), id, "pattern"));
            }
            if rule.format.is_some()
                || rule.content_encoding.is_some()
                || rule.content_media_type.is_some()
            {
                limits.push(self.limit(LimitKind::Format(rule.format.clone()), id, "format"));
            }
        }
        if let Some((most, rule)) = most {
            limits.insert(0, self.limit(LimitKind::MaxLength(most), rule, "maxLength"));
        }
        if let Some((least, rule)) = least
            && least > 0
        {
            limits.insert(
                0,
                self.limit(LimitKind::MinLength(least), rule, "minLength"),
            );
        }
        meant.dedup();
        let inner = match meant.as_slice() {
            [temporal] => TypeRef::Temporal(*temporal),
            _ => TypeRef::Text,
        };
        self.constrained(key, wish, inner, limits)
    }

    pub(super) fn number(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let bounds = Bounds::of(key.atoms.owns().map(|id| (id, rules.get(id))));
        let (inner, bounds) = if key.kinds.contains(Kinds::FRACTION) {
            (TypeRef::Number, bounds.of_numbers())
        } else {
            match bounds.of_integers(self.widest) {
                Ok((integer, bounds)) => (TypeRef::Integer(integer), bounds),
                Err((keyword, bound, rule)) => {
                    self.beyond_integers(keyword, bound, rule);
                    return TypeRef::Never;
                }
            }
        };
        let mut limits: Vec<Limit> = bounds
            .into_iter()
            .map(|(kind, keyword, rule)| self.limit(kind, rule, keyword))
            .collect();
        for id in key.atoms.owns() {
            if let Some(divisor) = &rules.get(id).multiple_of {
                let kind = LimitKind::MultipleOf(divisor.clone());
                limits.push(self.limit(kind, id, "multipleOf"));
            }
        }
        let mut checks = key.atoms.checks();
        if self.mixes_integers {
            // Readers take more forms than draft 4 does.
            let strict = key.atoms.owns();
            let strict = strict.filter(|rule| rules.get(*rule).written_integers);
            checks.extend(strict.map(|rule| Check {
                rule,
                part: Part::Whole,
            }));
        }
        if limits.is_empty() && checks.is_empty() {
            return inner;
        }
        let slot = self.begin(key);
        let name = self.name(wish);
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
        let name = self.name(wish);
        let shape = Shape::Newtype(Newtype::new(inner, limits));
        self.finish_key(slot, key, wish, name, shape)
    }

    /// A limit with the location of its keyword.
    pub(super) fn limit(&self, kind: LimitKind, rule: RuleId, keyword: &str) -> Limit {
        Limit {
            kind,
            rule,
            location: self.rules.get(rule).at(keyword),
        }
    }
}

/// Keeps the greater of two lower limits.
pub(super) fn raise(kept: &mut Option<(u64, RuleId)>, stated: Option<u64>, rule: RuleId) {
    if let Some(stated) = stated
        && kept.is_none_or(|(kept, _)| stated > kept)
    {
        *kept = Some((stated, rule));
    }
}

/// Keeps the lesser of two upper limits.
pub(super) fn lower(kept: &mut Option<(u64, RuleId)>, stated: Option<u64>, rule: RuleId) {
    if let Some(stated) = stated
        && kept.is_none_or(|(kept, _)| stated < kept)
    {
        *kept = Some((stated, rule));
    }
}

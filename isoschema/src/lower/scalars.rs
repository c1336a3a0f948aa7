//! Booleans, numbers and strings.

use super::decide::Decider;
use super::model::{Integer, Limit, LimitKind, Newtype, Shape, TypeRef, ValueVariant, Values};
use super::name::Name;
use super::plan::{Key, Planner, Wish};
use super::rule::{Bound, Kinds, NumberText, RuleId};

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
                self.finish_checked(slot, key, wish, name, shape, Vec::new())
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
        let integer = !key.kinds.contains(Kinds::FRACTION);
        let (mut least, mut most) = (None, None);
        let mut limits = Vec::new();
        for id in key.atoms.owns() {
            let rule = self.rules.get(id);
            for bound in &rule.minimum {
                tighten(&mut least, bound, id, |new, old| new > old);
            }
            for bound in &rule.maximum {
                tighten(&mut most, bound, id, |new, old| new < old);
            }
            if let Some(divisor) = &rule.multiple_of {
                let kind = LimitKind::MultipleOf(divisor.0.to_string());
                limits.push(self.limit(kind, id, "multipleOf"));
            }
        }
        let inner = if integer {
            match narrowest(least.as_ref(), most.as_ref()) {
                Integer::I128 => TypeRef::Integer(self.widest),
                narrow => TypeRef::Integer(narrow),
            }
        } else {
            TypeRef::Number
        };
        if let TypeRef::Integer(integer) = &inner {
            integer_bounds(*integer, &mut least, &mut most);
        }
        if let Some((bound, id)) = most {
            let (kind, keyword) = if bound.exclusive {
                (
                    LimitKind::ExclusiveMaximum as fn(String) -> _,
                    "exclusiveMaximum",
                )
            } else {
                (LimitKind::Maximum as fn(String) -> _, "maximum")
            };
            limits.insert(0, self.limit(kind(bound.limit.0.to_string()), id, keyword));
        }
        if let Some((bound, id)) = least {
            let (kind, keyword) = if bound.exclusive {
                (
                    LimitKind::ExclusiveMinimum as fn(String) -> _,
                    "exclusiveMinimum",
                )
            } else {
                (LimitKind::Minimum as fn(String) -> _, "minimum")
            };
            limits.insert(0, self.limit(kind(bound.limit.0.to_string()), id, keyword));
        }
        self.constrained(key, wish, inner, limits)
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
            location: format!("{}/{keyword}", self.rules.get(rule).location),
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

/// Keeps the tighter of two bounds.
fn tighten(
    kept: &mut Option<(Bound, RuleId)>,
    bound: &Bound,
    rule: RuleId,
    is_tighter: fn(&super::number::Decimal, &super::number::Decimal) -> bool,
) {
    let replaces = match kept {
        None => true,
        Some((old, _)) => match (bound.limit.decimal(), old.limit.decimal()) {
            (Some(new), Some(old_limit)) => {
                is_tighter(&new, &old_limit)
                    || (new == old_limit && bound.exclusive && !old.exclusive)
            }
            _ => false,
        },
    };
    if replaces {
        *kept = Some((bound.clone(), rule));
    }
}

/// Moves the bounds of an integer to the nearest integers inside. A bound that
/// the Rust type has by itself is not asked for again.
fn integer_bounds(
    integer: Integer,
    least: &mut Option<(Bound, RuleId)>,
    most: &mut Option<(Bound, RuleId)>,
) {
    let range = integer.range();
    let moved = |bound: &mut Option<(Bound, RuleId)>, to: fn(&Bound) -> i128, implied| {
        let Some((stated, _)) = bound else { return };
        let limit = to(stated);
        if implied == Some(limit) {
            *bound = None;
        } else {
            *stated = Bound {
                limit: NumberText(limit.to_string().into()),
                exclusive: false,
            };
        }
    };
    moved(least, integer_least, range.map(|(least, _)| least));
    moved(most, integer_most, range.map(|(_, most)| most));
}

/// The least integer that a lower bound allows.
fn integer_least(bound: &Bound) -> i128 {
    match bound.limit.decimal() {
        None => i128::MIN,
        Some(limit) if bound.exclusive => limit.floor().saturating_add(1),
        Some(limit) => limit.ceil(),
    }
}

/// The greatest integer that an upper bound allows.
fn integer_most(bound: &Bound) -> i128 {
    match bound.limit.decimal() {
        None => i128::MAX,
        Some(limit) if bound.exclusive => limit.ceil().saturating_sub(1),
        Some(limit) => limit.floor(),
    }
}

/// The narrowest Rust integer that holds what the bounds allow.
fn narrowest(least: Option<&(Bound, RuleId)>, most: Option<&(Bound, RuleId)>) -> Integer {
    let least = least.map_or(i128::MIN, |(bound, _)| integer_least(bound));
    let most = most.map_or(i128::MAX, |(bound, _)| integer_most(bound));
    if least > i128::from(u64::MAX) || most < i128::from(i64::MIN) {
        return Integer::I128;
    }
    // Of what no bound limits, documents can hold `i64` and `u64`.
    let least = least.max(i128::from(i64::MIN));
    let most = most.min(i128::from(u64::MAX));
    [
        Integer::U8,
        Integer::I8,
        Integer::U16,
        Integer::I16,
        Integer::U32,
        Integer::I32,
        Integer::U64,
        Integer::I64,
    ]
    .into_iter()
    .find(|integer| {
        integer
            .range()
            .is_some_and(|(from, to)| from <= least && most <= to)
    })
    .unwrap_or(Integer::I128)
}

impl Integer {
    /// The least and the greatest value, where the derived schema states them.
    #[must_use]
    pub fn range(self) -> Option<(i128, i128)> {
        Some(match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::U8 => (0, u8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
            Self::I128 | Self::Any => return None,
        })
    }
}

//! What `minimum` and `maximum` leave of the numbers, and the Rust integer
//! that holds it.

use crate::keywords::side::Side;
use crate::load::number::Edge;
use crate::rules::number::NumberText;

use super::model::{Integer, Limit, Native};
use crate::keywords::bound::Bound;
use crate::keywords::keyword::Read as _;
use crate::keywords::multiple_of::MultipleOf;
use crate::rules::id::RuleId;
use crate::rules::rule::Rule;

/// The tightest bounds that several rules give, each with the rule.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    least: Option<(Bound, RuleId)>,
    most: Option<(Bound, RuleId)>,
    divisors: Vec<(MultipleOf, RuleId)>,
}

/// A divisor of which no multiple is within the bounds.
pub(super) struct Beyond<'b> {
    pub(super) keyword: &'static str,
    pub(super) divisor: &'b NumberText,
    pub(super) rule: RuleId,
    pub(super) sides: Crossed<'b>,
}

/// The two bounds that leave nothing over.
pub(super) type Crossed<'b> = [(&'b Bound, RuleId); 2];

impl Bounds {
    /// The bounds of rules that all apply to one number.
    pub(super) fn of<'r>(rules: impl Iterator<Item = (RuleId, &'r Rule)>) -> Self {
        let mut bounds = Self::default();
        for (id, rule) in rules {
            for bound in rule.each::<Bound>() {
                let kept = match bound.side {
                    Side::Least => &mut bounds.least,
                    Side::Most => &mut bounds.most,
                };
                let replaces = |old: &(Bound, RuleId)| bound.is_tighter_than(&old.0);
                if kept.as_ref().is_none_or(replaces) {
                    *kept = Some((bound.clone(), id));
                }
            }
            let divisors = rule.each::<MultipleOf>();
            bounds.divisors.extend(divisors.map(|it| (it.clone(), id)));
        }
        bounds
    }

    /// The lower and the upper bound that integers between two limits can
    /// break.
    pub(super) fn within(&self, from: i128, to: i128) -> [Option<(&Bound, RuleId)>; 2] {
        let least = self
            .least
            .as_ref()
            .filter(|(bound, _)| first(bound) >= Edge::At(from));
        let most = self
            .most
            .as_ref()
            .filter(|(bound, _)| last(bound) <= Edge::At(to));
        [least, most].map(|kept| kept.map(|(bound, rule)| (bound, *rule)))
    }

    /// The bounds, where no number is between them, or no integer.
    pub(super) fn crossed(&self, of_integers: bool) -> Option<Crossed<'_>> {
        let ((least, least_rule), (most, most_rule)) =
            self.least.as_ref().zip(self.most.as_ref())?;
        let (from, to) = (least.limit.decimal(), most.limit.decimal());
        let touch = least.exclusive || most.exclusive;
        let is_empty = from > to
            || (touch && from == to)
            || (of_integers
                && match (first(least), last(most)) {
                    // Of what lies there, only the limits themselves are known.
                    (Edge::Above, Edge::Above) | (Edge::Below, Edge::Below) => false,
                    (start, end) => start > end,
                });
        is_empty.then_some([(least, *least_rule), (most, *most_rule)])
    }

    /// The divisors of which no multiple is between the bounds.
    pub(super) fn without_multiple(&self, of_integers: bool) -> impl Iterator<Item = Beyond<'_>> {
        let divisors = self.divisors.iter();
        divisors.filter_map(move |(divisor, rule)| {
            Some(Beyond {
                keyword: MultipleOf::NAME,
                divisor: divisor.text(),
                rule: *rule,
                sides: self.around(divisor, of_integers)?,
            })
        })
    }

    /// The bounds, where no multiple of a divisor is between them, as far as
    /// 128 bits tell.
    fn around(&self, divisor: &MultipleOf, of_integers: bool) -> Option<Crossed<'_>> {
        let ((least, least_rule), (most, most_rule)) =
            self.least.as_ref().zip(self.most.as_ref())?;
        let (from, to, step) = if of_integers {
            let (Edge::At(from), Edge::At(to)) = (first(least), last(most)) else {
                return None;
            };
            (from, to, divisor.whole()?)
        } else {
            let divisor = divisor.text().decimal();
            let limits = [&least.limit, &most.limit].map(NumberText::decimal);
            let exponents = limits.iter().filter(|limit| !limit.is_zero());
            let lowest = exponents.fold(divisor.exponent, |all, it| all.min(it.exponent));
            let [from, to] = limits.map(|limit| limit.scaled(lowest));
            let from = from?.checked_add(least.exclusive.into())?;
            let to = to?.checked_sub(most.exclusive.into())?;
            (from, to, divisor.scaled(lowest)?)
        };
        let greatest = to.checked_sub(to.checked_rem_euclid(step)?)?;
        (greatest < from).then_some([(least, *least_rule), (most, *most_rule)])
    }

    /// The bounds of any number.
    pub(super) fn of_numbers(&self) -> Vec<Limit> {
        let bounds = self.least.iter().chain(&self.most);
        bounds
            .map(|(bound, rule)| Limit {
                assertion: bound.clone().into(),
                rule: *rule,
                native: None,
            })
            .collect()
    }

    /// The Rust integer that holds what the bounds leave, the one that a format names before
    /// a narrower one, and the bounds that it has not by itself. As the error: the bound that no value of the type
    /// keeps.
    pub(super) fn of_integers(
        &self,
        widest: Integer,
        named: Option<Integer>,
    ) -> Result<(Integer, Vec<Limit>), (&Bound, RuleId)> {
        let start = self
            .least
            .as_ref()
            .map_or(Edge::Below, |(bound, _)| first(bound));
        let end = self
            .most
            .as_ref()
            .map_or(Edge::Above, |(bound, _)| last(bound));
        let integer = named
            .filter(|named| named.spans(start, end))
            .or_else(|| narrowest(start, end))
            .filter(|_| widest != Integer::Any || is_exact(start, end))
            .unwrap_or(widest);
        let Some((from, to)) = integer.holds() else {
            return Ok((integer, self.of_numbers()));
        };
        let mut bounds = Vec::new();
        if let Some((bound, rule)) = &self.least
            && start > Edge::At(from)
        {
            let value = native(integer, start).ok_or((bound, *rule))?;
            bounds.push(bounding(bound, value, *rule));
        }
        if let Some((bound, rule)) = &self.most
            && end < Edge::At(to)
        {
            let value = native(integer, end).ok_or((bound, *rule))?;
            bounds.push(bounding(bound, value, *rule));
        }
        Ok((integer, bounds))
    }
}

/// A bound, and the last integer within.
fn bounding(bound: &Bound, value: Native, rule: RuleId) -> Limit {
    Limit {
        assertion: bound.clone().into(),
        rule,
        native: Some(value),
    }
}

/// The least integer that a lower bound allows.
fn first(bound: &Bound) -> Edge {
    let limit = bound.limit.decimal();
    if bound.exclusive {
        limit.floor().next()
    } else {
        limit.ceil()
    }
}

/// The greatest integer that an upper bound allows.
fn last(bound: &Bound) -> Edge {
    let limit = bound.limit.decimal();
    if bound.exclusive {
        limit.ceil().previous()
    } else {
        limit.floor()
    }
}

fn native(integer: Integer, edge: Edge) -> Option<Native> {
    match edge {
        Edge::At(value) => integer.native(value),
        Edge::Below | Edge::Above => None,
    }
}

/// Whether each integer between two limits is the same in any form, as `1e3` is
/// 1000: no double between them stands for several.
fn is_exact(start: Edge, end: Edge) -> bool {
    const EXACT: i128 = 1 << 53;
    start >= Edge::At(-EXACT) && end <= Edge::At(EXACT)
}

/// Rust's integers, from the narrowest on.
const NATIVES: [Integer; 8] = [
    Integer::U8,
    Integer::I8,
    Integer::U16,
    Integer::I16,
    Integer::U32,
    Integer::I32,
    Integer::U64,
    Integer::I64,
];

/// The narrowest Rust integer that holds what the bounds allow; `None` where
/// that takes the widest.
fn narrowest(start: Edge, end: Edge) -> Option<Integer> {
    let (least, most) = (Edge::At(i64::MIN.into()), Edge::At(u64::MAX.into()));
    if start > most || end < least {
        return None;
    }
    // Of what no bound limits, documents can hold `i64` and `u64`.
    let (start, end) = (start.max(least), end.min(most));
    NATIVES
        .into_iter()
        .find(|integer| integer.spans(start, end))
}

impl Integer {
    /// Whether it holds all between two limits.
    fn spans(self, start: Edge, end: Edge) -> bool {
        self.range()
            .is_some_and(|(from, to)| Edge::At(from) <= start && end <= Edge::At(to))
    }

    /// The type that holds just the integers from one to another.
    pub(super) fn of_range(range: (i128, i128)) -> Option<Self> {
        let mut natives = NATIVES.into_iter();
        natives.find(|integer| integer.holds() == Some(range))
    }

    /// The least and the greatest value, where the derived schema states them.
    #[must_use]
    pub fn range(self) -> Option<(i128, i128)> {
        match self {
            Self::I128 => None,
            other => other.holds(),
        }
    }

    /// The least and the greatest value; `None` where there are none.
    #[must_use]
    pub fn holds(self) -> Option<(i128, i128)> {
        Some(match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::U8 => (0, u8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
            Self::I128 => (i128::MIN, i128::MAX),
            Self::Any => return None,
        })
    }

    /// An integer as a value of this type, where the type holds it.
    ///
    /// ```
    /// use isoschema::plan::model::Integer;
    /// assert_eq!(Integer::U8.native(255).unwrap().value(), 255);
    /// assert!(Integer::U8.native(256).is_none());
    /// assert!(Integer::Any.native(1).is_none());
    /// ```
    #[must_use]
    pub fn native(self, value: i128) -> Option<Native> {
        Native::new(self, value)
    }
}

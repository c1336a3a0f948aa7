//! Rules taken at their word: an evaluator with no thought of speed, so that
//! the suite's verdicts can be asked of rules alone.

use std::cmp::Ordering;
use std::collections::HashSet;

use isoschema::load::{Decimal, Json, JsonKind};
use isoschema::lower::rule::{Bound, Contains, Kinds, Rule, RuleId, Rules};
use regress::Regex;

/// The members and items that a schema has looked at.
#[derive(Default)]
struct Seen {
    members: HashSet<String>,
    items: HashSet<usize>,
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.members.extend(other.members);
        self.items.extend(other.items);
    }
}

/// Whether a value is valid.
pub(crate) fn valid(rules: &Rules, rule: RuleId, value: &Json) -> bool {
    evaluate(rules, rule, value).is_some()
}

fn evaluate(rules: &Rules, id: RuleId, value: &Json) -> Option<Seen> {
    let rule = rules.get(id);
    let mut seen = Seen::default();
    if rule.verdict == Some(false) || !plain(rule, value) {
        return None;
    }
    match &value.kind {
        JsonKind::Array(items) => array(rules, rule, items, &mut seen)?,
        JsonKind::Object(_) => object(rules, rule, value, &mut seen)?,
        _ => {}
    }
    for id in rule.references.iter().chain(&rule.all_of) {
        seen.add(evaluate(rules, *id, value)?);
    }
    let fitting = |ids: &[RuleId]| -> Vec<Seen> {
        ids.iter()
            .filter_map(|id| evaluate(rules, *id, value))
            .collect()
    };
    let (any, one) = (fitting(&rule.any_of), fitting(&rule.one_of));
    if (any.is_empty() && !rule.any_of.is_empty()) || (one.len() != 1 && !rule.one_of.is_empty()) {
        return None;
    }
    any.into_iter().chain(one).for_each(|inner| seen.add(inner));
    if rule.not.is_some_and(|id| valid(rules, id, value)) {
        return None;
    }
    if let Some(conditional) = &rule.conditional {
        let held = evaluate(rules, conditional.condition, value);
        let next = if held.is_some() {
            conditional.then
        } else {
            conditional.otherwise
        };
        if let Some(inner) = held {
            seen.add(inner);
        }
        if let Some(next) = next {
            seen.add(evaluate(rules, next, value)?);
        }
    }
    unevaluated(rules, rule, value, &mut seen)?;
    Some(seen)
}

fn unevaluated(rules: &Rules, rule: &Rule, value: &Json, seen: &mut Seen) -> Option<()> {
    if let (Some(id), JsonKind::Array(items)) = (rule.unevaluated_items, &value.kind) {
        for (index, item) in items.iter().enumerate() {
            if seen.items.insert(index) {
                evaluate(rules, id, item)?;
            }
        }
    }
    if let (Some(id), JsonKind::Object(members)) = (rule.unevaluated_properties, &value.kind) {
        for (name, member) in members {
            if seen.members.insert(name.clone()) {
                evaluate(rules, id, member)?;
            }
        }
    }
    Some(())
}

/// What needs no other rule.
fn plain(rule: &Rule, value: &Json) -> bool {
    let kind = match &value.kind {
        JsonKind::Null => Kinds::NULL,
        JsonKind::Bool(_) => Kinds::BOOLEAN,
        JsonKind::Number(token) if integer(rule, token) => Kinds::INTEGER,
        JsonKind::Number(_) => Kinds::FRACTION,
        JsonKind::String(_) => Kinds::STRING,
        JsonKind::Array(_) => Kinds::ARRAY,
        JsonKind::Object(_) => Kinds::OBJECT,
    };
    let listed = |values: &Vec<Json>| values.iter().any(|known| known.same_value(value));
    let fits = rule.types.is_none_or(|types| types.contains(kind))
        && rule.enumeration.as_ref().is_none_or(listed)
        && rule
            .constant
            .as_ref()
            .is_none_or(|known| known.same_value(value));
    fits && match &value.kind {
        JsonKind::Number(token) => number(rule, token),
        JsonKind::String(text) => {
            let length = text.chars().count() as u64;
            rule.min_length.is_none_or(|min| length >= min)
                && rule.max_length.is_none_or(|max| length <= max)
                && rule
                    .pattern
                    .as_ref()
                    .is_none_or(|pattern| finds(pattern, text))
        }
        _ => true,
    }
}

fn integer(rule: &Rule, token: &str) -> bool {
    let plain = !token.contains(['.', 'e', 'E']);
    plain || !rule.written_integers && Decimal::parse(token).is_integer()
}

fn number(rule: &Rule, token: &str) -> bool {
    let within = |bound: &Bound, beyond: Ordering| {
        let order = compare(token, &bound.limit.0);
        order != beyond && !(bound.exclusive && order == Ordering::Equal)
    };
    rule.minimum
        .iter()
        .all(|bound| within(bound, Ordering::Less))
        && rule
            .maximum
            .iter()
            .all(|bound| within(bound, Ordering::Greater))
        && rule
            .multiple_of
            .as_ref()
            .is_none_or(|divisor| multiple(token, &divisor.text().0))
}

fn compare(a: &str, b: &str) -> Ordering {
    let (a, b) = (Decimal::parse(a), Decimal::parse(b));
    let sign = |d: &Decimal| {
        if d.is_zero() {
            0
        } else {
            1 - 2 * i32::from(d.negative)
        }
    };
    let magnitude = || {
        let size = |d: &Decimal| d.digits.len() as i128 + d.exponent;
        size(&a)
            .cmp(&size(&b))
            .then_with(|| a.digits.cmp(&b.digits))
    };
    match sign(&a).cmp(&sign(&b)) {
        Ordering::Equal if sign(&a) < 0 => magnitude().reverse(),
        Ordering::Equal if sign(&a) > 0 => magnitude(),
        order => order,
    }
}

fn multiple(token: &str, divisor: &str) -> bool {
    let (value, divisor) = (Decimal::parse(token), Decimal::parse(divisor));
    let Ok(modulus) = divisor.digits.parse::<u128>() else {
        return false;
    };
    let shift = value.exponent - divisor.exponent;
    if value.is_zero() {
        return true;
    }
    if shift < 0 {
        // A multiple has no digit below the divisor's last one, but for the
        // zeros that the divisor's digits may supply.
        let Ok(scaled) = u32::try_from(-shift).map(|by| 10u128.saturating_pow(by)) else {
            return false;
        };
        let digits: u128 = value.digits.parse().unwrap_or(1);
        return digits.is_multiple_of(modulus.saturating_mul(scaled));
    }
    let digits = value.digits.bytes().map(|b| u128::from(b - b'0'));
    let zeros = (0..shift).map(|_| 0);
    digits
        .chain(zeros)
        .fold(0, |rest, digit| (rest * 10 + digit) % modulus)
        == 0
}

fn finds(pattern: &str, text: &str) -> bool {
    let regex = Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern));
    regex
        .expect("a pattern that was compiled before")
        .find(text)
        .is_some()
}

fn array(rules: &Rules, rule: &Rule, items: &[Json], seen: &mut Seen) -> Option<()> {
    let count = items.len() as u64;
    let repeated = || {
        let pairs = items.iter().enumerate();
        pairs
            .into_iter()
            .any(|(i, a)| items[..i].iter().any(|b| a.same_value(b)))
    };
    if rule.min_items.is_some_and(|min| count < min)
        || rule.max_items.is_some_and(|max| count > max)
        || (rule.unique_items && repeated())
    {
        return None;
    }
    for (index, item) in items.iter().enumerate() {
        if let Some(id) = rule.prefix_items.get(index).copied().or(rule.items) {
            evaluate(rules, id, item)?;
            seen.items.insert(index);
        }
    }
    if let Some(Contains {
        rule,
        min,
        max,
        evaluates,
        ..
    }) = rule.contains
    {
        let fits = |(_, item): &(usize, &Json)| valid(rules, rule, item);
        let found: Vec<usize> = items
            .iter()
            .enumerate()
            .filter(fits)
            .map(|(i, _)| i)
            .collect();
        let count = found.len() as u64;
        if count < min || max.is_some_and(|max| count > max) {
            return None;
        }
        if evaluates {
            seen.items.extend(found);
        }
    }
    Some(())
}

fn object(rules: &Rules, rule: &Rule, value: &Json, seen: &mut Seen) -> Option<()> {
    let members = value.as_object()?;
    let count = members.len() as u64;
    if rule.min_properties.is_some_and(|min| count < min)
        || rule.max_properties.is_some_and(|max| count > max)
        || !rule.required.iter().all(|name| members.contains_key(name))
    {
        return None;
    }
    for (name, member) in members {
        let own = rule.properties.get(name).copied();
        let patterns = rule.pattern_properties.iter();
        let mut ids: Vec<RuleId> = patterns
            .filter(|(p, _)| finds(p, name))
            .map(|(_, id)| *id)
            .collect();
        ids.extend(own);
        if ids.is_empty() {
            ids.extend(rule.additional_properties);
        }
        for id in &ids {
            evaluate(rules, *id, member)?;
            seen.members.insert(name.clone());
        }
        if let Some(id) = rule.property_names {
            evaluate(rules, id, &Json::new(JsonKind::String(name.clone())))?;
        }
        let said = rule
            .dependent_required
            .iter()
            .filter(|it| it.present == *name);
        let wanted = said.flat_map(|it| &it.needed);
        if !wanted.into_iter().all(|other| members.contains_key(other)) {
            return None;
        }
        if let Some(id) = rule.dependent_schemas.get(name) {
            seen.add(evaluate(rules, *id, value)?);
        }
    }
    Some(())
}

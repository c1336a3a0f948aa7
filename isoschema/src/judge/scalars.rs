//! What a rule says about a value by itself: kind, codes, bounds, texts.

use std::cmp::Ordering;

use crate::load::{Decimal, Json, JsonKind};
use crate::lower::number::Divisor;
use crate::lower::rule::{Kinds, Rule};
use crate::words::counted;

use super::fault::shown;
use super::formats;
use super::read;
use super::run::{Finding, Run};

/// How many codes an error lists.
const MOST_CODES: usize = 8;

/// Checks every keyword that needs no other rule.
pub(super) fn check(run: &Run<'_, '_, '_>, finding: &mut Finding, rule: &Rule, value: &Json) {
    let mut refuse = |keyword, wanted| finding.push(run.fault(value, keyword, rule, wanted));
    let kind = kind_of(rule, value);
    if let Some(types) = rule.types
        && !types.contains(kind)
    {
        let wanted = match kind_word(value, kind) {
            "null" => format!("is not {}", kinds_word(types)),
            word => format!("is {word}, not {}", kinds_word(types)),
        };
        refuse("type", wanted);
    } else if kind == Kinds::INTEGER
        && rule.asks_for_integers()
        && rule.enumeration.is_none()
        && rule.constant.is_none()
        && run.reads_integer(value)
    {
        let wanted = "is an integer beyond 64 bits, or beyond 2^53 with a fraction or an exponent";
        refuse("type", wanted.to_owned());
    }
    if let Some(values) = &rule.enumeration
        && !values.iter().any(|known| known.same_value(value))
    {
        match value.as_str() {
            Some(code) if rule.open => run.open_code(&rule.location, code),
            _ => refuse("enum", format!("is none of {}", codes(values))),
        }
    }
    if let Some(known) = &rule.constant
        && !known.same_value(value)
    {
        refuse("const", format!("is not {}", shown(known)));
    }
    match &value.kind {
        JsonKind::Number(token) => number(rule, token, &mut refuse),
        JsonKind::String(text) => string(run, rule, text, &mut refuse),
        _ => {}
    }
}

fn kind_of(rule: &Rule, value: &Json) -> Kinds {
    match &value.kind {
        JsonKind::Null => Kinds::NULL,
        JsonKind::Bool(_) => Kinds::BOOLEAN,
        JsonKind::Number(token) => {
            let plain = !token.contains(['.', 'e', 'E']);
            let is_integer = || Decimal::parse(token).is_integer();
            if plain || (!rule.written_integers || read::has_no_form(token)) && is_integer() {
                Kinds::INTEGER
            } else {
                Kinds::FRACTION
            }
        }
        JsonKind::String(_) => Kinds::STRING,
        JsonKind::Array(_) => Kinds::ARRAY,
        JsonKind::Object(_) => Kinds::OBJECT,
    }
}

fn kind_word(value: &Json, kind: Kinds) -> &'static str {
    if kind == Kinds::INTEGER {
        "an integer"
    } else {
        value.kind_name()
    }
}

fn kinds_word(kinds: Kinds) -> String {
    let mut words = Vec::new();
    let number = kinds.contains(Kinds::NUMBER);
    for (kind, word) in [
        (Kinds::STRING, "a string"),
        (Kinds::NUMBER, "a number"),
        (Kinds::INTEGER, "an integer"),
        (Kinds::BOOLEAN, "a boolean"),
        (Kinds::ARRAY, "an array"),
        (Kinds::OBJECT, "an object"),
        (Kinds::NULL, "null"),
    ] {
        if kinds.contains(kind) && !(kind == Kinds::INTEGER && number) {
            words.push(word);
        }
    }
    words.join(" or ")
}

fn codes(values: &[Json]) -> String {
    let mut list: Vec<String> = values.iter().take(MOST_CODES).map(shown).collect();
    if values.len() > MOST_CODES {
        list.push(format!("{} more", values.len() - MOST_CODES));
    }
    list.join(", ")
}

fn string(
    run: &Run<'_, '_, '_>,
    rule: &Rule,
    text: &str,
    refuse: &mut impl FnMut(&'static str, String),
) {
    let length = text.chars().count() as u64;
    if let Some(least) = rule.min_length.filter(|least| length < *least) {
        refuse(
            "minLength",
            format!("has {}, fewer than {least}", counted(length, "character")),
        );
    }
    if let Some(most) = rule.max_length.filter(|most| length > *most) {
        refuse(
            "maxLength",
            format!("has {}, more than {most}", counted(length, "character")),
        );
    }
    if let Some(pattern) = rule.pattern.as_deref()
        && !run.judge.finds(pattern, text)
    {
        refuse("pattern", format!("does not match the pattern {pattern}"));
    }
    if let Some(format) = rule.format.as_deref()
        && !formats::fits(format, text)
    {
        refuse("format", format!("is not in the format {format}"));
    }
    if let Some((keyword, wanted)) = formats::content_fault(rule, text) {
        refuse(keyword, wanted);
    }
}

fn number(rule: &Rule, token: &str, refuse: &mut impl FnMut(&'static str, String)) {
    let value = Decimal::parse(token);
    for bound in &rule.minimum {
        let limit = &bound.limit.0;
        match (value.cmp(&bound.limit.decimal()), bound.exclusive) {
            (Ordering::Less, false) => refuse(bound.keyword, format!("is below {limit}")),
            (Ordering::Less | Ordering::Equal, true) => {
                refuse(bound.keyword, format!("is not above {limit}"));
            }
            _ => {}
        }
    }
    for bound in &rule.maximum {
        let limit = &bound.limit.0;
        match (value.cmp(&bound.limit.decimal()), bound.exclusive) {
            (Ordering::Greater, false) => refuse(bound.keyword, format!("is above {limit}")),
            (Ordering::Greater | Ordering::Equal, true) => {
                refuse(bound.keyword, format!("is not below {limit}"));
            }
            _ => {}
        }
    }
    if let Some(divisor) = &rule.multiple_of
        && !is_multiple(token, divisor)
    {
        let wanted = format!("is not a multiple of {}", divisor.text());
        refuse("multipleOf", wanted);
    }
}

/// Whether a number token is a multiple of a divisor, exactly.
fn is_multiple(token: &str, divisor: &Divisor) -> bool {
    let value = Decimal::parse(token);
    if value.is_zero() {
        return true;
    }
    // Digits end in no zero, so that a divisor with a higher last place does
    // not go into them.
    let Ok(power) = u128::try_from(value.exponent - i128::from(divisor.exponent())) else {
        return false;
    };
    let modulus = divisor.mantissa();
    let mut rest = 0;
    for digit in value.digits.bytes() {
        rest = times(rest, 10, modulus);
        rest = plus(rest, u128::from(digit - b'0') % modulus, modulus);
    }
    let (mut factor, mut base, mut left) = (1 % modulus, 10 % modulus, power);
    while left > 0 {
        if left & 1 == 1 {
            factor = times(factor, base, modulus);
        }
        base = times(base, base, modulus);
        left >>= 1;
    }
    times(rest, factor, modulus) == 0
}

fn plus(a: u128, b: u128, modulus: u128) -> u128 {
    if a >= modulus - b {
        a - (modulus - b)
    } else {
        a + b
    }
}

fn times(a: u128, b: u128, modulus: u128) -> u128 {
    if let Some(product) = a.checked_mul(b) {
        return product % modulus;
    }
    let (mut sum, mut a, mut b) = (0, a % modulus, b);
    while b > 0 {
        if b & 1 == 1 {
            sum = plus(sum, a, modulus);
        }
        a = plus(a, a, modulus);
        b >>= 1;
    }
    sum
}

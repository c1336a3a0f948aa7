//! A document's numbers as the generated types read them, where the crate does
//! without `serde_json`'s `arbitrary_precision`.

use std::borrow::Cow;

use crate::load::json::{Json, JsonKind};
use crate::load::number::Decimal;

use crate::keywords::path::Step;

/// Beyond this, doubles no longer tell neighbours apart.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Any decimal of so many digits is told by the double that is nearest to it.
const FEW: usize = f64::DIGITS as usize;

/// How a number is read.
enum Number {
    /// As it stands there.
    Exact,
    /// As the nearest double.
    Rounded(String),
    /// Not at all: no double is so large.
    Beyond,
}

fn number(token: &str) -> Number {
    let plain = !token.contains(['.', 'e', 'E']);
    if plain && (token.parse::<u64>().is_ok() || token.parse::<i64>().is_ok()) {
        return Number::Exact;
    }
    // So few digits come through a double as they are.
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    if digits <= FEW && !token.contains(['e', 'E']) {
        return Number::Exact;
    }
    let Some(value) = token.parse::<f64>().ok().filter(|value| value.is_finite()) else {
        return Number::Beyond;
    };
    let shortest = if plain {
        format!("{value}")
    } else {
        format!("{value:e}")
    };
    if Decimal::parse(&shortest) == Decimal::parse(token) {
        Number::Exact
    } else {
        Number::Rounded(shortest)
    }
}

/// Whether an integer is read as one: it has 64 bits, or no more than doubles
/// are exact for.
#[must_use]
pub fn is_exact_integer(token: &str) -> bool {
    token.parse::<u64>().is_ok()
        || token.parse::<i64>().is_ok()
        || token.parse::<f64>().is_ok_and(|value| value.abs() <= EXACT)
}

/// A document with its numbers as they are read; the places of those that
/// cannot be read are handed to `beyond`.
pub fn document<'d>(
    json: &'d Json,
    beyond: &mut impl FnMut(&[Step<'d>], &'d Json),
) -> Cow<'d, Json> {
    if is_read_as_it_stands(json) {
        return Cow::Borrowed(json);
    }
    read(json, &mut Vec::new(), beyond)
}

/// Whether all numbers of a document are, as those of most are.
fn is_read_as_it_stands(json: &Json) -> bool {
    match &json.kind {
        JsonKind::Number(token) => matches!(number(token), Number::Exact),
        JsonKind::Array(items) => items.iter().all(is_read_as_it_stands),
        JsonKind::Object(members) => members.values().all(is_read_as_it_stands),
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::String(_) => true,
    }
}

fn read<'d>(
    json: &'d Json,
    path: &mut Vec<Step<'d>>,
    beyond: &mut impl FnMut(&[Step<'d>], &'d Json),
) -> Cow<'d, Json> {
    match &json.kind {
        JsonKind::Number(token) => match number(token) {
            Number::Exact => Cow::Borrowed(json),
            Number::Rounded(text) => Cow::Owned(with(json, JsonKind::Number(text.into()))),
            Number::Beyond => {
                beyond(path, json);
                Cow::Borrowed(json)
            }
        },
        JsonKind::Array(items) => {
            let read: Vec<Cow<'_, Json>> = items
                .iter()
                .enumerate()
                .map(|(index, item)| inside(item, Step::Item(index), path, beyond))
                .collect();
            if read.iter().all(|item| matches!(item, Cow::Borrowed(_))) {
                return Cow::Borrowed(json);
            }
            let items = read.into_iter().map(Cow::into_owned).collect();
            Cow::Owned(with(json, JsonKind::Array(items)))
        }
        JsonKind::Object(members) => {
            let read: Vec<(&String, Cow<'_, Json>)> = members
                .iter()
                .map(|(name, member)| (name, inside(member, Step::Member(name), path, beyond)))
                .collect();
            if read
                .iter()
                .all(|(_, member)| matches!(member, Cow::Borrowed(_)))
            {
                return Cow::Borrowed(json);
            }
            let members = read
                .into_iter()
                .map(|(name, member)| (name.clone(), member.into_owned()))
                .collect();
            Cow::Owned(with(json, JsonKind::Object(members)))
        }
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::String(_) => Cow::Borrowed(json),
    }
}

fn inside<'d>(
    json: &'d Json,
    step: Step<'d>,
    path: &mut Vec<Step<'d>>,
    beyond: &mut impl FnMut(&[Step<'d>], &'d Json),
) -> Cow<'d, Json> {
    path.push(step);
    let read = read(json, path, beyond);
    path.pop();
    read
}

fn with(json: &Json, kind: JsonKind) -> Json {
    Json {
        span: json.span,
        key: json.key,
        kind,
    }
}

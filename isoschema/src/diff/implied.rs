//! Two schemas → what has to hold of the schemas inside them, so that the one
//! is within the other.
//!
//! Each keyword of the outer one has to follow from the inner one. What does
//! not follow in these simple ways may follow all the same: that is for others
//! to prove.

use std::cmp::Ordering;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::keywords::table::Word;
use crate::kit::kind;
use crate::load::number::Decimal;

use super::apart::{Meant, are_apart, kinds, listed, values};

/// That a schema has to be within another one; `turned` where they stand on the
/// sides of one another.
pub(super) struct Need<'b> {
    pub(super) inner: &'b Value,
    pub(super) outer: &'b Value,
    pub(super) turned: bool,
}

type Members = Map<String, Value>;

static ANY: Value = Value::Bool(true);
static ONE: LazyLock<Value> = LazyLock::new(|| 1.into());
static EMPTY: LazyLock<Members> = LazyLock::new(Map::new);

/// What has to hold; `None` where nothing is known to be enough.
pub(super) fn needs<'b>(
    inner: &'b Value,
    outer: &'b Value,
    meant: [Meant<'_, 'b>; 2],
) -> Option<Vec<Need<'b>>> {
    let (members, asked) = match (inner, outer) {
        (Value::Bool(false), _) | (_, Value::Bool(true)) => return Some(Vec::new()),
        (Value::Bool(true), Value::Object(asked)) => (&*EMPTY, asked),
        (Value::Object(members), Value::Object(asked)) => (members, asked),
        _ => return None,
    };
    let mut work = Work {
        whole: inner,
        inner: members,
        outer: asked,
        kinds: kinds(inner, meant[0]),
        meant,
        found: Vec::new(),
    };
    if asked.iter().all(|(word, value)| work.follows(word, value)) {
        return Some(work.found);
    }
    // Whatever each alternative takes, or one of several parts.
    let every = |arms: &'b [Value]| -> Vec<Need<'b>> {
        let needs = arms.iter().map(|inner| Need {
            inner,
            outer,
            turned: false,
        });
        needs.collect()
    };
    for (word, most) in [("anyOf", usize::MAX), ("oneOf", usize::MAX), ("allOf", 1)] {
        let arms = list(members, word);
        if !arms.is_empty() && arms.len() <= most {
            return Some(every(arms));
        }
    }
    None
}

struct Work<'m, 'b> {
    whole: &'b Value,
    inner: &'b Members,
    outer: &'b Members,
    kinds: u8,
    meant: [Meant<'m, 'b>; 2],
    found: Vec<Need<'b>>,
}

impl<'b> Work<'_, 'b> {
    /// Whether a keyword of the outer schema follows, if what is found holds.
    fn follows(&mut self, word: &str, value: &'b Value) -> bool {
        if self.kinds & kinds_of(word) == 0 {
            return true;
        }
        let own = self.inner.get(word);
        match word {
            "type" => self.kinds & !kind::of_type(value) == 0,
            "enum" | "const" => {
                let allowed = values(word, value);
                let own = listed(self.inner);
                own.is_some_and(|own| own.iter().all(|value| allowed.contains(value)))
            }
            "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties" => {
                compared(own, value).is_some_and(Ordering::is_ge)
            }
            "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties" => {
                compared(own, value).is_some_and(Ordering::is_le)
            }
            "uniqueItems" => *value == Value::Bool(false) || own == Some(value),
            "multipleOf" | "pattern" | "format" | "dependentRequired" => own == Some(value),
            "required" => {
                let (own, asked) = (list(self.inner, word), list(self.outer, word));
                asked.iter().all(|name| own.contains(name))
            }
            "properties" | "patternProperties" | "dependentSchemas" => self.named(word),
            "additionalProperties" => self.others(value),
            "items" => {
                let many = |schema| list(schema, "prefixItems").len();
                for at in many(self.outer)..many(self.inner) {
                    self.need(self.item(at), value);
                }
                self.need(self.inner.get("items").unwrap_or(&ANY), value);
                true
            }
            "prefixItems" => {
                let items = list(self.outer, word);
                for (at, item) in items.iter().enumerate() {
                    self.need(self.item(at), item);
                }
                true
            }
            "propertyNames" => self.same_word(own, value),
            "contains" => self.contains(own, value),
            // These are looked at with what they belong to.
            "then" | "else" | "minContains" | "maxContains" => true,
            "allOf" => self.all(),
            "anyOf" => self.any(),
            "oneOf" => self.one(),
            "not" => own.is_some_and(|own| {
                self.turned(own, value);
                true
            }),
            "if" => self.conditional(own, value),
            _ => false,
        }
    }

    fn need(&mut self, inner: &'b Value, outer: &'b Value) {
        self.found.push(Need {
            inner,
            outer,
            turned: false,
        });
    }

    /// That the outer one is within the inner one.
    fn turned(&mut self, inner: &'b Value, outer: &'b Value) {
        self.found.push(Need {
            inner: outer,
            outer: inner,
            turned: true,
        });
    }

    fn same_word(&mut self, own: Option<&'b Value>, value: &'b Value) -> bool {
        self.need(own.unwrap_or(&ANY), value);
        true
    }

    fn item(&self, at: usize) -> &'b Value {
        let prefix = list(self.inner, "prefixItems");
        let rest = || self.inner.get("items").unwrap_or(&ANY);
        prefix.get(at).unwrap_or_else(rest)
    }

    fn named(&mut self, word: &str) -> bool {
        let (own, asked) = (map(self.inner, word), map(self.outer, word));
        let has_patterns = map(self.inner, "patternProperties").is_some();
        for (name, schema) in asked.into_iter().flatten() {
            let own = own.and_then(|own| own.get(name));
            let inner = match own {
                Some(own) => own,
                // Which members these are, only their names tell.
                None if word != "properties" || has_patterns => &ANY,
                None => self.inner.get("additionalProperties").unwrap_or(&ANY),
            };
            self.need(inner, schema);
        }
        true
    }

    /// What is neither declared nor matched.
    fn others(&mut self, value: &'b Value) -> bool {
        for word in ["properties", "patternProperties"] {
            let (own, asked) = (map(self.inner, word), map(self.outer, word));
            for (name, schema) in own.into_iter().flatten() {
                if asked.is_none_or(|asked| !asked.contains_key(name)) {
                    self.need(schema, value);
                }
            }
        }
        self.same_word(self.inner.get("additionalProperties"), value)
    }

    fn contains(&mut self, own: Option<&'b Value>, value: &'b Value) -> bool {
        let least = |schema: &'b Members| schema.get("minContains").unwrap_or(&ONE);
        let Some(own) = own else { return false };
        if !compared(Some(least(self.inner)), least(self.outer)).is_some_and(Ordering::is_ge) {
            return false;
        }
        if let Some(most) = self.outer.get("maxContains") {
            if self.inner.get("maxContains") != Some(most) {
                return false;
            }
            self.turned(own, value);
        }
        self.need(own, value);
        true
    }

    fn all(&mut self) -> bool {
        let (own, asked) = (list(self.inner, "allOf"), list(self.outer, "allOf"));
        for (at, part) in asked.iter().enumerate() {
            let beside = own.get(at).filter(|_| own.len() == asked.len());
            self.need(beside.unwrap_or(self.whole), part);
        }
        true
    }

    fn any(&mut self) -> bool {
        let asked = list(self.outer, "anyOf");
        let own = ["anyOf", "oneOf"].map(|word| list(self.inner, word));
        let Some(own) = own.into_iter().find(|own| !own.is_empty()) else {
            return self.only_arm(asked);
        };
        for (at, arm) in own.iter().enumerate() {
            let Some(partner) = self.partner(arm, at, own, asked) else {
                return false;
            };
            self.need(arm, &asked[partner]);
        }
        true
    }

    /// Of just one alternative that fits, the others have to be known not to.
    fn one(&mut self) -> bool {
        let (own, asked) = (list(self.inner, "oneOf"), list(self.outer, "oneOf"));
        if own.is_empty() {
            return self.only_arm(asked);
        }
        let mut partners = Vec::new();
        for (at, arm) in own.iter().enumerate() {
            let Some(partner) = self.partner(arm, at, own, asked) else {
                return false;
            };
            self.need(arm, &asked[partner]);
            partners.push(partner);
        }
        for (at, other) in asked.iter().enumerate() {
            let of_other = |partner: &usize| *partner == at;
            let mut beside = own.iter().zip(&partners).filter(|(_, it)| !of_other(it));
            if beside.all(|(own, _)| are_apart([own, other], self.meant)) {
                continue;
            }
            let mut paired = own.iter().zip(&partners).filter(|(_, it)| of_other(it));
            match (paired.next(), paired.next()) {
                // What fits the other one fits this one, and so none but this one.
                (Some((own, _)), None) => self.turned(own, other),
                _ => return false,
            }
        }
        true
    }

    /// The alternative that one of another list most likely became: the same, the only one
    /// that is not apart, or what stands at its place.
    fn partner(
        &self,
        arm: &'b Value,
        at: usize,
        own: &[Value],
        asked: &'b [Value],
    ) -> Option<usize> {
        if let Some(same) = asked.iter().position(|other| other == arm) {
            return Some(same);
        }
        let is_free = |at: &usize| asked.get(*at).is_some_and(|other| !own.contains(other));
        let mut likely = (0..asked.len())
            .filter(is_free)
            .filter(|other| !are_apart([arm, &asked[*other]], self.meant));
        match (likely.next(), likely.next()) {
            (one, None) => one,
            _ => Some(at).filter(is_free),
        }
    }

    /// Whether just one alternative is not known to be apart: what fits has to fit that one.
    fn only_arm(&mut self, arms: &'b [Value]) -> bool {
        let mut left = arms
            .iter()
            .filter(|arm| !are_apart([self.whole, arm], self.meant));
        let (Some(arm), None) = (left.next(), left.next()) else {
            return false;
        };
        self.need(self.whole, arm);
        true
    }

    fn conditional(&mut self, own: Option<&'b Value>, value: &'b Value) -> bool {
        let Some(own) = own else { return false };
        self.need(own, value);
        self.turned(own, value);
        for word in ["then", "else"] {
            if let Some(asked) = self.outer.get(word) {
                self.need(self.inner.get(word).unwrap_or(&ANY), asked);
            }
        }
        true
    }
}

/// The schemas or names of a keyword that lists some.
fn list<'b>(schema: &'b Members, word: &str) -> &'b [Value] {
    let list = schema.get(word).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// The schemas of a keyword that gives them by name.
fn map<'b>(schema: &'b Members, word: &str) -> Option<&'b Members> {
    schema.get(word)?.as_object()
}

/// How a limit compares with another one.
fn compared(own: Option<&Value>, other: &Value) -> Option<Ordering> {
    let number = |value: &Value| {
        value
            .is_number()
            .then(|| Decimal::parse(&value.to_string()))
    };
    Some(number(own?)?.cmp(&number(other)?))
}

/// The kinds of values that a keyword says something about. What a `format` is of, is not known here.
fn kinds_of(word: &str) -> u8 {
    match Word::spelled(word) {
        Some(Word::Format) | None => kind::ALL,
        Some(word) => word.kinds().bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::kinds_of;
    use crate::kit::kind;

    #[test]
    fn the_table_and_the_kit_have_the_same_kinds() {
        let asked = [
            "type",
            "multipleOf",
            "pattern",
            "items",
            "required",
            "format",
            "x-own",
        ];
        let kinds = asked.map(kinds_of);
        let number = kind::INTEGER | kind::FRACTION;
        let (text, list, object) = (kind::STRING, kind::ARRAY, kind::OBJECT);
        let expected = [kind::ALL, number, text, list, object, kind::ALL, kind::ALL];
        assert_eq!(kinds, expected);
    }
}

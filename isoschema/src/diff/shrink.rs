//! A witness → a smaller one, as people can read it.

use serde_json::{Number, Value};

/// How many smaller documents are tried.
const MOST_TRIES: usize = 800;

/// A smaller text of which the same can be said; the text itself where there is none.
pub(super) fn shrunk(keeps: impl Fn(&Value) -> bool, witness: String) -> String {
    let Ok(best) = serde_json::from_str::<Value>(&witness) else {
        return witness;
    };
    let mut shrinker = Shrinker {
        keeps,
        best,
        tries: MOST_TRIES,
    };
    // Reading and writing once may have changed the text.
    if !(shrinker.keeps)(&shrinker.best) {
        return witness;
    }
    while shrinker.pass() {}
    shrinker.best.to_string()
}

struct Shrinker<F> {
    keeps: F,
    best: Value,
    tries: usize,
}

impl<F: Fn(&Value) -> bool> Shrinker<F> {
    /// Tries to make every value smaller once.
    fn pass(&mut self) -> bool {
        let mut improved = false;
        for place in places(&self.best) {
            match self.best.pointer(&place) {
                Some(Value::Object(members)) => {
                    for name in members.keys().cloned().collect::<Vec<_>>() {
                        improved |= self.attempt(&place, |value| {
                            value.as_object_mut()?.remove(&name).map(drop)
                        });
                    }
                }
                Some(Value::Array(items)) => {
                    for index in (0..items.len()).rev() {
                        improved |= self.attempt(&place, |value| {
                            value.as_array_mut().map(|items| drop(items.remove(index)))
                        });
                    }
                }
                Some(value) => {
                    let simpler = simpler(value);
                    improved |= simpler.into_iter().any(|simpler| {
                        self.attempt(&place, |value| {
                            *value = simpler;
                            Some(())
                        })
                    });
                }
                None => {}
            }
        }
        improved
    }

    /// Keeps a change if it keeps what the witness proves.
    fn attempt(&mut self, place: &str, change: impl FnOnce(&mut Value) -> Option<()>) -> bool {
        if self.tries == 0 {
            return false;
        }
        self.tries -= 1;
        let mut candidate = self.best.clone();
        let changed = candidate.pointer_mut(place).and_then(change);
        let keeps = changed.is_some() && (self.keeps)(&candidate);
        if keeps {
            self.best = candidate;
        }
        keeps
    }
}

/// The pointers of every value, outer ones first.
fn places(value: &Value) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut next = 0;
    while let Some(place) = out.get(next).cloned() {
        next += 1;
        match value.pointer(&place) {
            Some(Value::Object(members)) => {
                let names = members.keys().map(|name| crate::load::escape(name));
                out.extend(names.map(|name| format!("{place}/{name}")));
            }
            Some(Value::Array(items)) => {
                out.extend((0..items.len()).map(|index| format!("{place}/{index}")));
            }
            _ => {}
        }
    }
    out
}

/// Values that are simpler than one without values in it, the simplest first.
fn simpler(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            let simple = [("0", 0), ("1", 1), ("-1", -1)];
            let until = simple.iter().position(|(token, _)| *token == text);
            let plain = simple[..until.unwrap_or(simple.len())].iter();
            let mut out: Vec<Value> = plain.map(|(_, number)| (*number).into()).collect();
            let half = number.as_i64().map(|whole| whole / 2);
            out.extend(half.filter(|half| half.unsigned_abs() > 1).map(Value::from));
            // Without a fraction that is none.
            let whole = text.strip_suffix(".0").and_then(|it| it.parse().ok());
            out.extend(whole.map(|whole: i64| Value::Number(Number::from(whole))));
            out
        }
        Value::String(text) => {
            let count = text.chars().count();
            let mut out = Vec::new();
            if count > 0 {
                out.push(Value::from(""));
                out.push(text.chars().take(count / 2).collect::<String>().into());
                out.push(text.chars().take(count - 1).collect::<String>().into());
            }
            let plain = "a".repeat(count);
            if *text != plain {
                out.push(plain.into());
            }
            out
        }
        _ => Vec::new(),
    }
}

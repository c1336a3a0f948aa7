//! One measurement alone, for `valgrind --tool=callgrind`: the instruction
//! counts are repeatable where times are not.
//!
//! `count WHAT PAYLOAD TIMES`, such as `count serde lead 1000`, or with a corpus as its payload; of
//! a corpus, `refuse` and `refuse-serde` read its documents with a fault each, `json-refused` and
//! `serde-refused` the same documents without.

use std::hint::black_box;

use benches::borrowed::Borrowing;
use benches::subject::{Lead, Order, Subject, Visit, odd_shapes, payloads};
use benches::{corpora, schemas};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [what, payload, times] = words.as_slice() else {
        eprintln!("count WHAT PAYLOAD TIMES");
        std::process::exit(2);
    };
    let times: usize = times.parse().unwrap_or(1);
    if what == "generate" || what == "typify-generate" {
        let schema = schemas::definitions(payload.parse().unwrap_or(100));
        for _ in 0..times {
            black_box(if what == "generate" {
                schemas::engine(&schema)
            } else {
                schemas::typify(&schema)
            });
        }
        return;
    }
    let mut count = Count {
        what,
        payload,
        times,
        found: false,
    };
    count.borrow::<Lead>();
    count.borrow::<Order>();
    payloads(&mut count);
    odd_shapes(&mut count);
    corpora::all(&mut count);
    if !count.found {
        eprintln!("there is no measurement {what} of a payload {payload}");
        std::process::exit(2);
    }
}

struct Count<'a> {
    what: &'a str,
    payload: &'a str,
    times: usize,
    found: bool,
}

impl Visit for Count<'_> {
    fn visit<S: Subject>(&mut self) {
        if self.payload != S::NAME {
            return;
        }
        if self.found {
            return;
        }
        let text = S::text();
        self.found = true;
        match self.what {
            "scan" => self.read::<IgnoredAny>(&text),
            "value" => self.read::<Value>(&text),
            "plain" => self.read::<S::Plain>(&text),
            "typify" => self.read::<S::Typify>(&text),
            "serde" => self.read::<S::Engine>(&text),
            "json" => {
                for _ in 0..self.times {
                    black_box(S::from_json(black_box(&text)).is_some());
                }
            }
            "write" => self.write::<S::Engine>(&text),
            "write-plain" => self.write::<S::Plain>(&text),
            "write-value" => self.write::<Value>(&text),
            _ => self.found = false,
        }
    }
}

/// A corpus: all its documents are one payload.
impl corpora::Visit for Count<'_> {
    fn visit<T, E>(&mut self, name: &str, _: &str, file: &str, read: fn(&[u8]) -> Result<T, E>)
    where
        T: DeserializeOwned + Serialize,
        E: std::error::Error,
    {
        if self.payload != name {
            return;
        }
        self.found = true;
        let mut rng = fastrand::Rng::with_seed(16);
        for document in corpora::documents(file).expect(file) {
            if self.what.contains("refuse") {
                self.refuse::<T, E>(&document, read, &mut rng);
                continue;
            }
            match self.what {
                "json" => {
                    for _ in 0..self.times {
                        black_box(read(black_box(&document)).is_ok());
                    }
                }
                what => {
                    let text = std::str::from_utf8(&document).expect("UTF-8");
                    match what {
                        "scan" => self.read::<IgnoredAny>(text),
                        "value" => self.read::<Value>(text),
                        "serde" => self.read::<T>(text),
                        "write" => self.write::<T>(text),
                        "write-value" => self.write::<Value>(text),
                        _ => self.found = false,
                    }
                }
            }
        }
    }
}

/// Replaces one value of a document, of which `left` stand before it.
fn spoil(value: &mut Value, left: &mut usize, by: &Value) -> bool {
    if *left == 0 {
        *value = by.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| spoil(item, left, by)),
        Value::Object(members) => members.values_mut().any(|value| spoil(value, left, by)),
        _ => false,
    }
}

/// How many values there are in one, with itself.
fn size(value: &Value) -> usize {
    let inside: usize = match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    };
    1 + inside
}

impl Count<'_> {
    /// Reads a document with a fault at a drawn place, or the one without it.
    fn refuse<T: DeserializeOwned, E>(
        &self,
        document: &[u8],
        read: fn(&[u8]) -> Result<T, E>,
        rng: &mut fastrand::Rng,
    ) {
        let whole: Value = serde_json::from_slice(document).expect("JSON");
        let faults = [
            json!(null),
            json!(true),
            json!(-7.5),
            json!("\u{1}"),
            json!([[]]),
        ];
        let drawn = (0..32).find_map(|_| {
            let mut value = whole.clone();
            spoil(
                &mut value,
                &mut rng.usize(..size(&whole)),
                rng.choice(&faults)?,
            );
            let text = serde_json::to_vec(&value).ok()?;
            read(&text).is_err().then_some(text)
        });
        let Some(drawn) = drawn else {
            return;
        };
        for _ in 0..self.times {
            black_box(match self.what {
                "refuse" => read(black_box(&drawn)).is_ok(),
                "json-refused" => read(black_box(document)).is_ok(),
                "refuse-serde" => serde_json::from_slice::<T>(black_box(&drawn)).is_ok(),
                _ => serde_json::from_slice::<T>(black_box(document)).is_ok(),
            });
        }
    }

    fn borrow<S: Borrowing>(&mut self) {
        if self.payload != S::NAME {
            return;
        }
        let text = S::text();
        self.found = true;
        for _ in 0..self.times {
            let text = black_box(text.as_str());
            black_box(match self.what {
                "borrowed-serde" => serde_json::from_str::<S::Borrowed<'_>>(text).is_ok(),
                "borrowed-plain" => serde_json::from_str::<S::PlainBorrowed<'_>>(text).is_ok(),
                "borrowed-json" => S::borrowed_from_json(text).is_some(),
                _ => {
                    self.found = false;
                    return;
                }
            });
        }
    }

    fn read<T: DeserializeOwned>(&self, text: &str) {
        for _ in 0..self.times {
            black_box(serde_json::from_str::<T>(black_box(text)).is_ok());
        }
    }

    fn write<T: DeserializeOwned + Serialize>(&self, text: &str) {
        let value: T = serde_json::from_str(text).expect("the payload fits");
        for _ in 0..self.times {
            black_box(serde_json::to_string(black_box(&value)).is_ok());
        }
    }
}

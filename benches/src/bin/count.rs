//! One measurement alone, for `valgrind --tool=callgrind`: the instruction
//! counts are repeatable where times are not.
//!
//! `count WHAT PAYLOAD TIMES`, such as `count serde lead 1000`, or with a corpus as its payload.

use std::hint::black_box;

use benches::borrowed::Borrowing;
use benches::subject::{Lead, Order, Subject, Visit, odd_shapes, payloads};
use benches::{corpora, schemas};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

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
        for document in corpora::documents(file).expect(file) {
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

impl Count<'_> {
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

//! Texts, numbers, codes and constants.

use isoschema::resolve::Draft;

use super::super::proof::text::Doc;
use super::{Drawer, Keywords, count, pools, put, some, text};

impl Drawer {
    pub(super) fn string(&mut self) -> Doc {
        let mut keywords = Keywords::new();
        let nullable = self.once_in(5);
        put(&mut keywords, "type", kind("string", nullable));
        match self.rng.u8(..8) {
            0 => put(
                &mut keywords,
                "pattern",
                text(self.one_of(&pools::PATTERNS)),
            ),
            1 | 2 => {
                let (least, most) = (self.rng.usize(..4), self.rng.usize(..9));
                put(&mut keywords, "minLength", count(least));
                put(&mut keywords, "maxLength", count(most));
            }
            3 | 4 => put(&mut keywords, "format", text(self.one_of(&pools::FORMATS))),
            5 => {
                put(&mut keywords, "format", text(self.one_of(&pools::FORMATS)));
                put(&mut keywords, "maxLength", count(25));
            }
            6 => put(&mut keywords, "default", text(self.one_of(&pools::CODES))),
            _ => {}
        }
        Doc::Object(keywords)
    }

    pub(super) fn number(&mut self) -> Doc {
        let mut keywords = Keywords::new();
        let (integer, nullable) = (self.rng.u8(..3) != 0, self.once_in(6));
        put(
            &mut keywords,
            "type",
            kind(if integer { "integer" } else { "number" }, nullable),
        );
        let (one, other) = (self.limit(), self.limit());
        let crossed = one.1 > other.1;
        // Mostly as they belong.
        let (least, most) = if crossed && !self.once_in(8) {
            (other, one)
        } else {
            (one, other)
        };
        if self.rng.bool() {
            self.bound("minimum", "exclusiveMinimum", least.0, &mut keywords);
        }
        if self.rng.bool() {
            self.bound("maximum", "exclusiveMaximum", most.0, &mut keywords);
        }
        if self.once_in(5) {
            let step = self.one_of(&pools::STEPS);
            put(&mut keywords, "multipleOf", Doc::Number(step.to_owned()));
        }
        if self.once_in(10) {
            put(&mut keywords, "default", Doc::Number("1".to_owned()));
        }
        Doc::Object(keywords)
    }

    /// A limit, and about how large it is.
    fn limit(&mut self) -> (String, f64) {
        let token = if self.once_in(3) {
            self.one_of(&pools::EDGES).to_owned()
        } else {
            self.rng.i16(-20..300).to_string()
        };
        let size = token.parse().unwrap_or_default();
        (token, size)
    }

    fn bound(&mut self, keyword: &str, exclusive: &str, limit: String, keywords: &mut Keywords) {
        let limit = Doc::Number(limit);
        if !self.once_in(4) {
            put(keywords, keyword, limit);
        } else if self.draft >= Draft::Draft6 {
            put(keywords, exclusive, limit);
        } else {
            put(keywords, keyword, limit);
            put(keywords, exclusive, Doc::Bool(true));
        }
    }

    /// An `enum`, mostly of texts.
    pub(super) fn codes(&mut self) -> Doc {
        let count = self.rng.usize(1..5);
        let mut codes: Vec<Doc> = some(&pools::CODES, count, &mut self.rng)
            .into_iter()
            .map(text)
            .collect();
        let mut keywords = Keywords::new();
        match self.rng.u8(..8) {
            0 => codes.push(Doc::Null),
            1 => codes.extend(["1", "2.5"].map(|token| Doc::Number(token.to_owned()))),
            2 => {
                codes = ["1", "2", "-3"]
                    .map(|token| Doc::Number(token.to_owned()))
                    .into();
            }
            3 => codes.extend([
                Doc::Bool(true),
                Doc::List(vec![Doc::Null]),
                Doc::Object(vec![("x".to_owned(), text("y"))]),
            ]),
            4 | 5 => put(&mut keywords, "type", text("string")),
            _ => {}
        }
        put(&mut keywords, "enum", Doc::List(codes));
        Doc::Object(keywords)
    }

    pub(super) fn constant(&mut self) -> Doc {
        let value = match self.rng.u8(..6) {
            0 => Doc::Number("7".to_owned()),
            1 => Doc::Null,
            2 => Doc::List(vec![text("a")]),
            _ => text(self.one_of(&pools::CODES)),
        };
        let (keyword, value) = if self.draft >= Draft::Draft6 {
            ("const", value)
        } else {
            ("enum", Doc::List(vec![value]))
        };
        Doc::Object(vec![(keyword.to_owned(), value)])
    }
}

/// A type, perhaps beside null.
pub(super) fn kind(kind: &str, nullable: bool) -> Doc {
    if nullable {
        Doc::List(vec![text(kind), text("null")])
    } else {
        text(kind)
    }
}

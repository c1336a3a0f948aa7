//! Objects, maps, lists and tuples.

use isoschema::resolve::Draft;

use super::super::proof::text::Doc;
use super::scalars::kind;
use super::{Drawer, Keywords, count, of_type, pools, put, some, text};

impl Drawer {
    pub(super) fn object(&mut self, depth: usize) -> Doc {
        let mut keywords = Keywords::new();
        let names = self.rng.usize(..6);
        let names = some(&pools::MEMBERS, names, &mut self.rng);
        // Without a type, everything else is taken too.
        if !self.once_in(10) {
            let nullable = self.once_in(8);
            put(&mut keywords, "type", kind("object", nullable));
        }
        let members = names
            .iter()
            .map(|name| ((*name).to_owned(), self.schema(depth.saturating_sub(1))));
        let members: Vec<_> = members.collect();
        put(&mut keywords, "properties", Doc::Object(members));
        let mut required: Vec<&str> = names.iter().copied().filter(|_| self.rng.bool()).collect();
        if self.once_in(12) {
            required.push("undeclared");
        }
        if !required.is_empty() {
            put(
                &mut keywords,
                "required",
                Doc::List(required.into_iter().map(text).collect()),
            );
        }
        match self.rng.u8(..8) {
            0 | 1 => put(&mut keywords, "additionalProperties", Doc::Bool(false)),
            2 => {
                let schema = self.schema(depth.saturating_sub(1));
                put(&mut keywords, "additionalProperties", schema);
            }
            _ => {}
        }
        self.members(&names, depth, &mut keywords);
        Doc::Object(keywords)
    }

    /// What an object asks of its members beside their own schemas.
    fn members(&mut self, names: &[&str], depth: usize, keywords: &mut Keywords) {
        match self.rng.u8(..16) {
            0 | 1 => {
                let schema = self.schema(depth.saturating_sub(1));
                let pattern = self.one_of(&pools::NAME_PATTERNS).to_owned();
                put(
                    keywords,
                    "patternProperties",
                    Doc::Object(vec![(pattern, schema)]),
                );
            }
            2 => put(keywords, "minProperties", count(self.rng.usize(1..3))),
            3 => put(keywords, "maxProperties", count(self.rng.usize(1..6))),
            4 if self.draft >= Draft::Draft6 => {
                let pattern = text(self.one_of(&pools::PATTERNS));
                put(
                    keywords,
                    "propertyNames",
                    Doc::Object(vec![("pattern".to_owned(), pattern)]),
                );
            }
            5 | 6 => {
                if let [first, .., last] = names {
                    let list = vec![((*first).to_owned(), Doc::List(vec![text(last)]))];
                    let keyword = if self.draft >= Draft::Draft2019 {
                        "dependentRequired"
                    } else {
                        "dependencies"
                    };
                    put(keywords, keyword, Doc::Object(list));
                }
            }
            7 => {
                if let Some(first) = names.first() {
                    let schema = self.object(0);
                    let keyword = if self.draft >= Draft::Draft2019 {
                        "dependentSchemas"
                    } else {
                        "dependencies"
                    };
                    put(
                        keywords,
                        keyword,
                        Doc::Object(vec![((*first).to_owned(), schema)]),
                    );
                }
            }
            _ => {}
        }
    }

    /// An object whose members have no names of their own.
    pub(super) fn map(&mut self, depth: usize) -> Doc {
        let mut keywords = Keywords::new();
        let nullable = self.once_in(8);
        put(&mut keywords, "type", kind("object", nullable));
        let schema = match self.rng.u8(..4) {
            0 => self.map(depth.saturating_sub(1)),
            _ => self.schema(depth.saturating_sub(1)),
        };
        if !self.once_in(6) {
            put(&mut keywords, "additionalProperties", schema);
        }
        if self.once_in(4) {
            put(&mut keywords, "minProperties", count(1));
        }
        Doc::Object(keywords)
    }

    pub(super) fn list(&mut self, depth: usize) -> Doc {
        let mut keywords = Keywords::new();
        let nullable = self.once_in(8);
        put(&mut keywords, "type", kind("array", nullable));
        let inner = depth.saturating_sub(1);
        let modern = self.draft >= Draft::Draft2020;
        if self.once_in(3) {
            let positions = Doc::List(
                (0..self.rng.usize(1..4))
                    .map(|_| self.schema(inner))
                    .collect(),
            );
            put(
                &mut keywords,
                if modern { "prefixItems" } else { "items" },
                positions,
            );
            let rest = match self.rng.u8(..3) {
                0 => Some(Doc::Bool(false)),
                1 => Some(self.schema(inner)),
                _ => None,
            };
            if let Some(rest) = rest {
                put(
                    &mut keywords,
                    if modern { "items" } else { "additionalItems" },
                    rest,
                );
            }
        } else if !self.once_in(8) {
            let items = self.schema(inner);
            put(&mut keywords, "items", items);
        }
        match self.rng.u8(..8) {
            0 => put(&mut keywords, "minItems", count(self.rng.usize(1..3))),
            1 => put(&mut keywords, "maxItems", count(self.rng.usize(..4))),
            2 => put(&mut keywords, "uniqueItems", Doc::Bool(true)),
            3 if self.draft >= Draft::Draft6 => {
                put(&mut keywords, "contains", of_type("string"));
                if self.draft >= Draft::Draft2019 && self.rng.bool() {
                    put(&mut keywords, "minContains", count(2));
                    put(&mut keywords, "maxContains", count(3));
                }
            }
            4 => {
                // As many as nobody sends.
                let most = ["18446744073709551615", "18446744073709551616", "4294967296"];
                put(
                    &mut keywords,
                    "maxItems",
                    Doc::Number(self.one_of(&most).to_owned()),
                );
            }
            _ => {}
        }
        Doc::Object(keywords)
    }
}

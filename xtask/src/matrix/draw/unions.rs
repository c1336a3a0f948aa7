//! Schemas made of schemas: alternatives, all at once, conditions.

use isoschema::resolve::Draft;

use super::super::proof::text::Doc;
use super::{Drawer, Keywords, pools, put, text};

impl Drawer {
    /// `oneOf` or `anyOf`, with a member that tells the arms apart, or not.
    pub(super) fn either(&mut self, depth: usize) -> Doc {
        let keyword = self.one_of(&["oneOf", "anyOf"]);
        let told_apart = self.rng.bool();
        let arms = (0..self.rng.usize(2..4)).map(|number| {
            if !told_apart {
                return self.schema(depth.saturating_sub(1));
            }
            let mut arm = self.object(depth.saturating_sub(1));
            if let Doc::Object(keywords) = &mut arm {
                let code = text(pools::CODES[number]);
                let kind = Doc::Object(vec![("enum".to_owned(), Doc::List(vec![code]))]);
                keywords.retain(|(keyword, _)| keyword != "required");
                put(keywords, "required", Doc::List(vec![text("kind")]));
                for (keyword, value) in keywords {
                    if let ("properties", Doc::Object(members)) = (keyword.as_str(), value) {
                        members.retain(|(name, _)| name != "kind");
                        members.push(("kind".to_owned(), kind.clone()));
                    }
                }
            }
            arm
        });
        let arms = arms.collect();
        Doc::Object(vec![(keyword.to_owned(), Doc::List(arms))])
    }

    /// `allOf`, `not`, and what is left over.
    pub(super) fn all(&mut self, depth: usize) -> Doc {
        let inner = depth.saturating_sub(1);
        let mut keywords = Keywords::new();
        match self.rng.u8(..4) {
            0 => {
                let Doc::Object(mut schema) = self.schema(inner) else {
                    return Doc::Bool(true);
                };
                let no = if self.rng.bool() {
                    self.codes()
                } else {
                    self.object(0)
                };
                schema.retain(|(keyword, _)| keyword != "not");
                let alone = schema.iter().any(|(keyword, _)| keyword == "$ref")
                    && self.draft < Draft::Draft2019;
                if !alone {
                    put(&mut schema, "not", no);
                }
                return Doc::Object(schema);
            }
            1 if self.draft >= Draft::Draft2019 => {
                let parts = vec![self.object(inner), self.object(0)];
                put(&mut keywords, "allOf", Doc::List(parts));
                let left = if self.rng.bool() {
                    Doc::Bool(false)
                } else {
                    self.schema(0)
                };
                put(&mut keywords, "unevaluatedProperties", left);
            }
            2 => {
                let parts = vec![self.reference(), self.object(0)];
                put(&mut keywords, "allOf", Doc::List(parts));
            }
            _ => {
                let parts = vec![self.object(inner), self.object(0)];
                put(&mut keywords, "allOf", Doc::List(parts));
            }
        }
        Doc::Object(keywords)
    }

    /// `if` and what follows.
    pub(super) fn condition(&mut self, depth: usize) -> Doc {
        let Doc::Object(mut keywords) = self.object(depth.saturating_sub(1)) else {
            return Doc::Bool(true);
        };
        if self.draft >= Draft::Draft7 {
            let condition = self.object(0);
            put(&mut keywords, "if", condition);
            let then = self.object(0);
            put(&mut keywords, "then", then);
            if self.rng.bool() {
                let otherwise = self.object(0);
                put(&mut keywords, "else", otherwise);
            }
        }
        Doc::Object(keywords)
    }
}

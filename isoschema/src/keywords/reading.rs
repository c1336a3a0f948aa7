//! Schema object → what its keywords state: the forms that values have, and
//! what is said where they differ.

use std::sync::Arc;

use crate::diagnostics::Kind;
use crate::load::json::{Json, JsonKind, escape};
use crate::resolve::dialect::{Dialect, Draft};
use crate::rules::id::RuleId;
use crate::rules::number::NumberText;

use super::count::Count;
use super::own::CustomKeyword;
use super::regex::Pattern;
use super::spelling::Spelling;

/// Exponents beyond this are not told apart by readers.
const FARTHEST: u128 = 1 << 62;

/// The schema object that is being read, and what reading it needs.
pub trait Source<'a> {
    /// A member's value.
    fn get(&self, keyword: &str) -> Option<&'a Json>;

    /// The dialect that holds for it.
    fn dialect(&self) -> Dialect;

    /// The rule of a schema inside it, by the rest of its JSON Pointer.
    fn subschema(&mut self, suffix: &str) -> Option<RuleId>;

    /// The rules that `$ref`, `$dynamicRef` and `$recursiveRef` lead to.
    fn references(&mut self) -> Vec<RuleId>;

    /// A pattern, compiled; where it does not compile, that is reported at the
    /// value, or at its key.
    fn pattern(&mut self, source: &str, suffix: &str, at: &Json, key: bool) -> Option<Pattern>;

    /// Reports a member that cannot be what it is.
    fn refuse(&mut self, kind: Kind, keyword: &str, at: &Json, reason: String, help: Option<&str>);

    /// Why the configuration opens the schema's `enum`, where it does.
    fn opened(&self) -> Option<String>;

    /// The keywords of somebody's own.
    fn custom(&self) -> Vec<Arc<dyn CustomKeyword>>;

    /// Whether a format asserts, by the dialect or the configuration.
    fn asserts_format(&self, format: &str) -> bool;

    /// Whether what texts hold is asserted, or only noted.
    fn asserts_content(&self) -> bool;
}

/// A schema object on its way into one keyword.
pub struct Reading<'r, 'a> {
    source: &'r mut dyn Source<'a>,
    spellings: &'static [Spelling],
}

impl<'r, 'a> Reading<'r, 'a> {
    /// Reads a keyword that is spelt so from a schema object.
    pub fn new(source: &'r mut dyn Source<'a>, spellings: &'static [Spelling]) -> Self {
        Self { source, spellings }
    }

    /// The schema object itself.
    pub fn source(&mut self) -> &mut dyn Source<'a> {
        self.source
    }

    /// A pattern, compiled.
    pub fn pattern(&mut self, source: &str, suffix: &str, at: &Json, key: bool) -> Option<Pattern> {
        self.source.pattern(source, suffix, at, key)
    }

    /// The value of one of the keyword's members; `None` where the dialect
    /// does not know that spelling.
    #[must_use]
    pub fn get(&self, keyword: &str) -> Option<&'a Json> {
        let spelling = self.spellings.iter().find(|known| known.name == keyword)?;
        let spoken = spelling.is_spoken(self.source.dialect());
        spoken.then(|| self.source.get(keyword)).flatten()
    }

    /// The dialect.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.source.dialect()
    }

    /// Whether this draft or a later one is spoken.
    #[must_use]
    pub fn since(&self, draft: Draft) -> bool {
        self.dialect().since(draft)
    }

    /// Reports a keyword whose value has not the form that it should have.
    pub fn wrong(&mut self, keyword: &str, at: &Json, wanted: &str, help: Option<&str>) {
        let reason = format!("`{keyword}` {wanted}, not {}", at.kind_name());
        self.refuse(keyword, at, reason, help);
    }

    /// Reports a keyword for a reason of its own.
    pub fn refuse(&mut self, keyword: &str, at: &Json, reason: String, help: Option<&str>) {
        self.source.refuse(Kind::Keyword, keyword, at, reason, help);
    }

    /// Reports a keyword that goes beyond a limit of the engine's.
    pub fn beyond(&mut self, keyword: &str, at: &Json, reason: String, help: &str) {
        self.source
            .refuse(Kind::Limit, keyword, at, reason, Some(help));
    }

    /// Reports a meaning that no code can be given for.
    pub fn unsupported(&mut self, keyword: &str, at: &Json, reason: String, help: &str) {
        self.source
            .refuse(Kind::Unsupported, keyword, at, reason, Some(help));
    }

    /// A non-negative integer.
    pub fn count(&mut self, keyword: &str) -> Option<Count> {
        let json = self.get(keyword)?;
        let wanted = "is a whole number from 0 on";
        if let Some(token) = json.as_number() {
            let count = Count::of(token);
            if count.is_none() {
                let reason = format!("`{keyword}` {wanted}, not {token}");
                self.refuse(keyword, json, reason, None);
            }
            return count;
        }
        self.wrong(keyword, json, wanted, quoted(json));
        None
    }

    /// A non-negative integer of which there are to be so many at least; where
    /// it is 0, nothing is asked.
    pub fn least(&mut self, keyword: &str) -> Option<Count> {
        self.count(keyword).filter(|least| least.value() > 0)
    }

    /// A non-negative integer of which there are to be so many at most; where no
    /// document has so many, nothing is asked.
    pub fn most(&mut self, keyword: &str) -> Option<Count> {
        self.count(keyword).filter(|most| !most.is_beyond())
    }

    /// A number.
    pub fn number(&mut self, keyword: &str) -> Option<NumberText> {
        let json = self.get(keyword)?;
        if let Some(token) = json.as_number() {
            let number = NumberText(token.into());
            if number.decimal().exponent.unsigned_abs() > FARTHEST {
                let reason = format!("`{keyword}` has an exponent of more than 18 digits");
                let help = "remove the keyword: no number that a document can hold is near it";
                self.beyond(keyword, json, reason, help);
                return None;
            }
            return Some(number);
        }
        self.wrong(keyword, json, "is a number", quoted(json));
        None
    }

    /// A text.
    pub fn text(&mut self, keyword: &str) -> Option<&'a str> {
        let json = self.get(keyword)?;
        if let Some(text) = json.as_str() {
            return Some(text);
        }
        self.wrong(keyword, json, "is a string", None);
        None
    }

    /// `true` or `false`.
    pub fn flag(&mut self, keyword: &str) -> Option<bool> {
        let json = self.get(keyword)?;
        let flag = json.as_bool();
        if flag.is_none() {
            self.wrong(keyword, json, "is true or false", None);
        }
        flag
    }

    /// A list of names, each once.
    pub fn names(&mut self, keyword: &str, json: &'a Json, help: Option<&str>) -> Vec<String> {
        let wanted = "is a list of member names";
        let Some(items) = json.as_array() else {
            self.wrong(keyword, json, wanted, help);
            return Vec::new();
        };
        let mut names = indexmap::IndexSet::new();
        for item in items {
            match item.as_str() {
                Some(name) => {
                    names.insert(name.to_owned());
                }
                None => self.wrong(keyword, item, wanted, None),
            }
        }
        names.into_iter().collect()
    }

    /// One schema.
    pub fn schema(&mut self, keyword: &str) -> Option<RuleId> {
        self.get(keyword)?;
        self.source.subschema(&format!("/{keyword}"))
    }

    /// A list of schemas; only some may be empty.
    pub fn list(&mut self, keyword: &str, may_be_empty: bool) -> Vec<RuleId> {
        let Some(json) = self.get(keyword) else {
            return Vec::new();
        };
        match json.as_array() {
            Some([]) if !may_be_empty => {
                let reason = format!("`{keyword}` is a list of at least one schema");
                self.refuse(keyword, json, reason, Some("remove it"));
                Vec::new()
            }
            Some(items) => (0..items.len())
                .filter_map(|index| self.source.subschema(&format!("/{keyword}/{index}")))
                .collect(),
            None => {
                let help = matches!(json.kind, JsonKind::Object(_))
                    .then_some("put the schema into square brackets");
                self.wrong(keyword, json, "is a list of schemas", help);
                Vec::new()
            }
        }
    }

    /// Schemas by name.
    pub fn map(&mut self, keyword: &str) -> Vec<(String, RuleId)> {
        let Some(json) = self.get(keyword) else {
            return Vec::new();
        };
        let Some(members) = json.as_object() else {
            let wanted = "is an object with a schema for each name";
            self.wrong(keyword, json, wanted, None);
            return Vec::new();
        };
        members
            .keys()
            .filter_map(|name| {
                let suffix = format!("/{keyword}/{}", escape(name));
                Some((name.clone(), self.source.subschema(&suffix)?))
            })
            .collect()
    }
}

fn quoted(json: &Json) -> Option<&'static str> {
    let text = json.as_str()?;
    let number = serde_json::from_str::<serde_json::Number>(text).is_ok();
    number.then_some("remove the quotes")
}

//! Keywords → a derived schema of draft 2020-12.

use serde_json::{Map, Value};

use crate::rules::id::RuleId;

/// What writes whole rules, references inlined.
pub trait Renderer {
    /// A rule as a schema; `None` where it is recursive or too large.
    fn rule(&mut self, rule: RuleId) -> Option<Value>;

    /// Notes that schemas cannot be compared by what a keyword states.
    fn unmodelled(&mut self, why: &'static str);
}

/// A schema object in the making.
pub struct Rendering<'r> {
    renderer: &'r mut dyn Renderer,
    out: &'r mut Map<String, Value>,
}

impl<'r> Rendering<'r> {
    /// Writes into an object.
    pub fn new(renderer: &'r mut dyn Renderer, out: &'r mut Map<String, Value>) -> Self {
        Self { renderer, out }
    }

    /// States a keyword.
    pub fn put(&mut self, keyword: &str, value: impl Into<Value>) -> Option<()> {
        let value = value.into();
        self.beside(&[keyword], |schema| {
            schema.out.insert(keyword.to_owned(), value);
            Some(())
        })
    }

    /// Notes that schemas cannot be compared by what the keyword states.
    pub fn unmodelled(&mut self, why: &'static str) {
        self.renderer.unmodelled(why);
    }

    /// States keywords that belong together. Where one of them is there
    /// already, they go into an `allOf`.
    pub fn beside(
        &mut self,
        keywords: &[&str],
        state: impl FnOnce(&mut Rendering<'_>) -> Option<()>,
    ) -> Option<()> {
        if !keywords
            .iter()
            .any(|keyword| self.out.contains_key(*keyword))
        {
            return state(self);
        }
        let mut out = Map::new();
        state(&mut Rendering::new(self.renderer, &mut out))?;
        self.join(Value::Object(out));
        Some(())
    }

    /// A rule has to fit, too.
    pub fn also(&mut self, rule: RuleId) -> Option<()> {
        let schema = self.rule(rule)?;
        self.join(schema);
        Some(())
    }

    fn join(&mut self, schema: Value) {
        let all = self
            .out
            .entry("allOf")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(all) = all {
            all.push(schema);
        }
    }

    /// A rule as a schema.
    pub fn rule(&mut self, rule: RuleId) -> Option<Value> {
        self.renderer.rule(rule)
    }

    /// States a keyword that holds a schema.
    pub fn schema(&mut self, keyword: &str, rule: RuleId) -> Option<()> {
        let schema = self.rule(rule)?;
        self.put(keyword, schema)
    }

    /// States a keyword that holds a list of schemas.
    pub fn list(&mut self, keyword: &str, rules: &[RuleId]) -> Option<()> {
        let schemas: Option<Vec<Value>> = rules.iter().map(|rule| self.rule(*rule)).collect();
        self.put(keyword, schemas?)
    }

    /// States a keyword that holds a schema for each name.
    pub fn map<'n>(
        &mut self,
        keyword: &str,
        rules: impl IntoIterator<Item = (&'n str, RuleId)>,
    ) -> Option<()> {
        let mut schemas = Map::new();
        for (name, rule) in rules {
            schemas.insert(name.to_owned(), self.rule(rule)?);
        }
        self.put(keyword, schemas)
    }
}

//! Rule → JSON Schema (draft 2020-12), for what a derived schema repeats.

use serde_json::{Map, Value};

use crate::keywords::conditional::Conditional;
use crate::keywords::keyword::{Keyword as _, Role};
use crate::keywords::properties::Properties;
use crate::keywords::rendering::{Renderer, Rendering};
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

use super::model::{Check, Part};

/// A keyword beyond this many schema objects is not repeated: derived schemas
/// are for people, too.
const MOST_RULES: usize = 2_000;

/// Writes rules as schemas, references inlined.
struct Inliner<'a> {
    rules: &'a Rules,
    open: Vec<RuleId>,
    left: usize,
}

/// The schema of one predicate; `None` where it is recursive or too large.
#[must_use]
pub fn check(rules: &Rules, check: Check) -> Option<Value> {
    let mut inliner = Inliner {
        rules,
        open: Vec::new(),
        left: MOST_RULES,
    };
    let rule = rules.get(check.rule);
    let mut out = Map::new();
    let mut schema = Rendering::new(&mut inliner, &mut out);
    match check.part {
        // What counts as evaluated depends on all that stands beside it.
        Part::Keyword(word) if word.role() == Role::Rest => schema.also(check.rule)?,
        Part::Whole => schema.also(check.rule)?,
        Part::Unless => {
            if let Some(conditional) = rule.get::<Conditional>() {
                schema.schema("not", conditional.condition)?;
            }
        }
        Part::Patterns => {
            if let Some(properties) = rule.get::<Properties>() {
                properties.of_patterns().render(&mut schema)?;
            }
        }
        Part::Keyword(word) => {
            let stated = rule.assertions().iter().filter(|it| it.word() == word);
            for assertion in stated {
                assertion.keyword().render(&mut schema)?;
            }
        }
    }
    Some(Value::Object(out))
}

impl Renderer for Inliner<'_> {
    fn rule(&mut self, id: RuleId) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        if self.open.contains(&id) {
            return None;
        }
        let rules = self.rules;
        let rule = rules.get(id);
        if let Some(verdict) = rule.verdict {
            return Some(Value::Bool(verdict));
        }
        self.open.push(id);
        let mut out = Map::new();
        let mut schema = Rendering::new(self, &mut out);
        let mut assertions = rule.assertions().iter();
        let complete = assertions.try_for_each(|it| it.keyword().render(&mut schema));
        self.open.pop();
        complete?;
        Some(Value::Object(out))
    }
}

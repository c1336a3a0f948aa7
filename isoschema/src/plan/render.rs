//! Rule → JSON Schema (draft 2020-12), for what a derived schema repeats.

use serde_json::{Map, Value};

use crate::components::components;
use crate::keywords::conditional::Conditional;
use crate::keywords::keyword::{Keyword as _, Role};
use crate::keywords::properties::Properties;
use crate::keywords::rendering::{Renderer, Rendering};
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};

use super::model::{Check, Part};

/// A keyword beyond this many schema objects is not repeated: derived schemas
/// are for people, too.
const MOST_RULES: usize = 2_000;

/// What of rules can be repeated.
#[derive(Debug)]
pub struct Repeats<'a> {
    rules: &'a Rules,
    /// Whether a rule leads to one that comes back to itself: no end of it could
    /// be inlined.
    endless: Vec<bool>,
}

impl<'a> Repeats<'a> {
    /// Looks for the rules that cannot be.
    #[must_use]
    pub fn of(rules: &'a Rules) -> Self {
        let inner = |rule: usize| -> Vec<usize> {
            let inner = rules.rules[rule].inner().into_iter();
            inner.map(|(_, rule)| rule.0 as usize).collect()
        };
        let count = rules.rules.len();
        let component = components(count, inner);
        // What a rule leads to comes before it.
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|rule| component[*rule]);
        let mut endless = vec![false; count];
        for group in order.chunk_by(|one, other| component[*one] == component[*other]) {
            let leads = |rule: &usize| {
                let mut inner = inner(*rule).into_iter();
                inner.any(|inner| endless[inner] || component[inner] == component[*rule])
            };
            if group.iter().any(leads) {
                for rule in group {
                    endless[*rule] = true;
                }
            }
        }
        Self { rules, endless }
    }

    /// The schema of one predicate; `None` where it is recursive or too large.
    #[must_use]
    pub fn check(&self, check: Check) -> Option<Value> {
        let mut inliner = Inliner {
            of: self,
            left: MOST_RULES,
        };
        let rule = self.rules.get(check.rule);
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
                for assertion in rule.stating(word) {
                    assertion.keyword().render(&mut schema)?;
                }
            }
        }
        Some(Value::Object(out))
    }
}

/// What a rule itself says that schemas cannot be compared by, where its keywords say so.
pub(super) fn unmodelled(rule: &Rule) -> Option<&'static str> {
    let mut alone = Alone(None);
    let mut out = Map::new();
    for assertion in rule.assertions() {
        let _ = assertion
            .keyword()
            .render(&mut Rendering::new(&mut alone, &mut out));
    }
    alone.0
}

/// Looks at no rule inside another.
struct Alone(Option<&'static str>);

impl Renderer for Alone {
    fn rule(&mut self, _: RuleId) -> Option<Value> {
        Some(Value::Bool(true))
    }

    fn unmodelled(&mut self, why: &'static str) {
        self.0 = Some(why);
    }
}

/// Writes rules as schemas, references inlined.
struct Inliner<'a> {
    of: &'a Repeats<'a>,
    left: usize,
}

impl Renderer for Inliner<'_> {
    fn rule(&mut self, id: RuleId) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        if self.of.endless[id.0 as usize] {
            return None;
        }
        let rule = self.of.rules.get(id);
        if let Some(verdict) = rule.verdict {
            return Some(Value::Bool(verdict));
        }
        let mut out = Map::new();
        let mut schema = Rendering::new(self, &mut out);
        let mut assertions = rule.assertions().iter();
        assertions.try_for_each(|it| it.keyword().render(&mut schema))?;
        Some(Value::Object(out))
    }

    fn unmodelled(&mut self, _: &'static str) {}
}

//! Rule → JSON Schema (draft 2020-12), for what a derived schema repeats.

use serde_json::{Map, Value, json};

use super::model::{Check, Part};
use super::rule::{Bound, Kinds, NumberText, Rule, RuleId, Rules};

/// A keyword beyond this many schema objects is not repeated: derived schemas
/// are for people, too.
const MOST_RULES: usize = 2_000;

/// Writes rules as schemas, references inlined.
struct Renderer<'a> {
    rules: &'a Rules,
    open: Vec<RuleId>,
    left: usize,
}

/// The schema of one predicate; `None` where it is recursive or too large.
#[must_use]
pub fn check(rules: &Rules, check: Check) -> Option<Value> {
    let mut renderer = Renderer {
        rules,
        open: Vec::new(),
        left: MOST_RULES,
    };
    let rule = rules.get(check.rule);
    let mut out = Map::new();
    renderer.part(rule, check.part, check.rule, &mut out)?;
    Some(Value::Object(out))
}

impl Renderer<'_> {
    fn rule(&mut self, id: RuleId) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        if self.open.contains(&id) {
            return None;
        }
        let rule = self.rules.get(id);
        if let Some(verdict) = rule.verdict {
            return Some(Value::Bool(verdict));
        }
        self.open.push(id);
        let mut out = Map::new();
        let complete = self.whole(rule, id, &mut out);
        self.open.pop();
        complete?;
        Some(Value::Object(out))
    }

    fn list(&mut self, ids: &[RuleId]) -> Option<Value> {
        let schemas: Option<Vec<Value>> = ids.iter().map(|id| self.rule(*id)).collect();
        Some(Value::Array(schemas?))
    }

    fn whole(&mut self, rule: &Rule, id: RuleId, out: &mut Map<String, Value>) -> Option<()> {
        if let Some(types) = rule.types {
            out.insert("type".to_owned(), kinds(types));
        }
        match &rule.enumeration {
            Some(_) if rule.open => {}
            Some(values) => {
                let values = values.iter().map(crate::load::Json::to_value).collect();
                out.insert("enum".to_owned(), Value::Array(values));
            }
            None => {}
        }
        if let Some(constant) = &rule.constant {
            out.insert("const".to_owned(), constant.to_value());
        }
        limits(rule, out);
        if !rule.prefix_items.is_empty() {
            out.insert("prefixItems".to_owned(), self.list(&rule.prefix_items)?);
        }
        for (keyword, inner) in [
            ("items", rule.items),
            ("unevaluatedItems", rule.unevaluated_items),
            ("unevaluatedProperties", rule.unevaluated_properties),
        ] {
            if let Some(inner) = inner {
                out.insert(keyword.to_owned(), self.rule(inner)?);
            }
        }
        self.members(rule, out)?;
        if !rule.required.is_empty() {
            out.insert("required".to_owned(), json!(rule.required));
        }
        let mut all: Vec<Value> = Vec::new();
        for inner in rule.references.iter().chain(&rule.all_of) {
            all.push(self.rule(*inner)?);
        }
        if !all.is_empty() {
            out.insert("allOf".to_owned(), Value::Array(all));
        }
        for part in [
            Part::PropertyNames,
            Part::PropertyCount,
            Part::DependentRequired,
            Part::DependentSchemas,
            Part::Contains,
            Part::UniqueItems,
            Part::AnyOf,
            Part::OneOf,
            Part::Not,
            Part::Conditional,
        ] {
            self.part(rule, part, id, out)?;
        }
        Some(())
    }

    /// `properties`, `patternProperties` and `additionalProperties`.
    fn members(&mut self, rule: &Rule, out: &mut Map<String, Value>) -> Option<()> {
        if !rule.properties.is_empty() {
            let mut properties = Map::new();
            for (name, property) in &rule.properties {
                properties.insert(name.clone(), self.rule(*property)?);
            }
            out.insert("properties".to_owned(), Value::Object(properties));
        }
        if let Some(additional) = rule.additional_properties {
            out.insert("additionalProperties".to_owned(), self.rule(additional)?);
        }
        self.patterns(rule, out)
    }

    fn patterns(&mut self, rule: &Rule, out: &mut Map<String, Value>) -> Option<()> {
        if !rule.pattern_properties.is_empty() {
            let mut patterns = Map::new();
            for (pattern, schema) in &rule.pattern_properties {
                patterns.insert(pattern.clone(), self.rule(*schema)?);
            }
            out.insert("patternProperties".to_owned(), Value::Object(patterns));
        }
        Some(())
    }

    fn part(
        &mut self,
        rule: &Rule,
        part: Part,
        id: RuleId,
        out: &mut Map<String, Value>,
    ) -> Option<()> {
        let mut put = |keyword: &str, value: Value| {
            out.insert(keyword.to_owned(), value);
        };
        match part {
            // What counts as evaluated depends on all that stands beside it.
            Part::Whole | Part::UnevaluatedItems | Part::UnevaluatedProperties => {
                let whole = self.rule(id)?;
                put("allOf", Value::Array(vec![whole]));
            }
            Part::AnyOf if !rule.any_of.is_empty() => put("anyOf", self.list(&rule.any_of)?),
            Part::OneOf if !rule.one_of.is_empty() => put("oneOf", self.list(&rule.one_of)?),
            Part::Not => {
                if let Some(not) = rule.not {
                    put("not", self.rule(not)?);
                }
            }
            Part::Conditional => {
                if let Some(conditional) = &rule.conditional {
                    put("if", self.rule(conditional.condition)?);
                    if let Some(then) = conditional.then {
                        put("then", self.rule(then)?);
                    }
                    if let Some(otherwise) = conditional.otherwise {
                        put("else", self.rule(otherwise)?);
                    }
                }
            }
            Part::Unless => {
                if let Some(conditional) = &rule.conditional {
                    put("not", self.rule(conditional.condition)?);
                }
            }
            Part::DependentSchemas if !rule.dependent_schemas.is_empty() => {
                let mut schemas = Map::new();
                for (name, schema) in &rule.dependent_schemas {
                    schemas.insert(name.clone(), self.rule(*schema)?);
                }
                put("dependentSchemas", Value::Object(schemas));
            }
            Part::DependentRequired if !rule.dependent_required.is_empty() => {
                let mut lists: indexmap::IndexMap<&str, Vec<&str>> = indexmap::IndexMap::new();
                for dependency in &rule.dependent_required {
                    let list = lists.entry(&dependency.present).or_default();
                    for name in &dependency.needed {
                        if !list.contains(&name.as_str()) {
                            list.push(name);
                        }
                    }
                }
                put("dependentRequired", json!(lists));
            }
            Part::Contains => {
                if let Some(contains) = &rule.contains {
                    put("contains", self.rule(contains.rule)?);
                    put("minContains", contains.min.into());
                    if let Some(max) = contains.max {
                        put("maxContains", max.into());
                    }
                }
            }
            Part::UniqueItems if rule.unique_items => put("uniqueItems", Value::Bool(true)),
            Part::PropertyNames => {
                if let Some(names) = rule.property_names {
                    put("propertyNames", self.rule(names)?);
                }
            }
            Part::PropertyCount => {
                if let Some(least) = rule.min_properties {
                    put("minProperties", least.into());
                }
                if let Some(most) = rule.max_properties {
                    put("maxProperties", most.into());
                }
            }
            Part::PatternProperties if rule.additional_properties.is_some() => {
                // What is additional depends on the declared names, too.
                self.members(rule, out)?;
            }
            Part::PatternProperties => self.patterns(rule, out)?,
            _ => {}
        }
        Some(())
    }
}

fn limits(rule: &Rule, out: &mut Map<String, Value>) {
    for (keyword, count) in [
        ("minLength", rule.min_length),
        ("maxLength", rule.max_length),
        ("minItems", rule.min_items),
        ("maxItems", rule.max_items),
    ] {
        if let Some(count) = count {
            out.insert(keyword.to_owned(), count.into());
        }
    }
    if let Some(pattern) = &rule.pattern {
        out.insert("pattern".to_owned(), pattern.as_str().into());
    }
    if let Some(format) = &rule.format {
        out.insert("format".to_owned(), format.as_str().into());
    }
    if let Some(divisor) = &rule.multiple_of {
        // One nearer to zero than any double would be 0, which is no divisor.
        if !divisor.text().is_read_as_zero() {
            out.insert("multipleOf".to_owned(), number(divisor.text()));
        }
    }
    bounds(&rule.minimum, ["minimum", "exclusiveMinimum"], out);
    bounds(&rule.maximum, ["maximum", "exclusiveMaximum"], out);
}

fn bounds(bounds: &[Bound], keywords: [&str; 2], out: &mut Map<String, Value>) {
    for bound in bounds {
        let keyword = keywords[usize::from(bound.exclusive)];
        out.insert(keyword.to_owned(), number(&bound.limit));
    }
}

/// A number, or the last double before it.
fn number(text: &NumberText) -> Value {
    serde_json::from_str(&text.0).unwrap_or_else(|_| {
        let value = text.0.parse::<f64>().unwrap_or_default();
        Value::from(value.clamp(f64::MIN, f64::MAX))
    })
}

fn kinds(kinds: Kinds) -> Value {
    let names = [
        (Kinds::NULL, "null"),
        (Kinds::BOOLEAN, "boolean"),
        (Kinds::NUMBER, "number"),
        (Kinds::STRING, "string"),
        (Kinds::ARRAY, "array"),
        (Kinds::OBJECT, "object"),
    ];
    let mut list: Vec<Value> = names
        .iter()
        .filter(|(kind, _)| kinds.contains(*kind))
        .map(|(_, name)| Value::from(*name))
        .collect();
    if kinds.contains(Kinds::INTEGER) && !kinds.contains(Kinds::FRACTION) {
        list.push("integer".into());
    }
    Value::Array(list)
}

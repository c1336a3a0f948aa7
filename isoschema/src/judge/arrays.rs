//! What a rule says about arrays.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::load::{Json, JsonKind};
use crate::lower::rule::{Contains, Rule};
use crate::words::counted;

use super::path::Step;
use super::run::{Finding, Run};

impl<'r, 'd> Run<'_, 'r, 'd> {
    pub(super) fn array(
        &self,
        finding: &mut Finding,
        rule: &'r Rule,
        value: &'d Json,
        items: &'d [Json],
    ) {
        let count = items.len() as u64;
        let mut refuse = |keyword, wanted| finding.push(self.fault(value, keyword, rule, wanted));
        if let Some(least) = rule.min_items.filter(|least| count < *least) {
            refuse(
                "minItems",
                format!("has {}, fewer than {least}", counted(count, "item")),
            );
        }
        if let Some(most) = rule.max_items.filter(|most| count > *most) {
            refuse(
                "maxItems",
                format!("has {}, more than {most}", counted(count, "item")),
            );
        }
        if rule.unique_items
            && let Some(index) = repeated(items)
        {
            refuse(
                "uniqueItems",
                format!("repeats an item: [{index}] was there before"),
            );
        }
        for (index, item) in items.iter().enumerate() {
            let prefix = rule.prefix_items.get(index).copied();
            let Some(id) = prefix.or(rule.items) else {
                continue;
            };
            if self.marks {
                finding.seen.items.insert(index);
            }
            if prefix.is_none() && self.is_never(id) {
                let place = &self.judge.rules.get(id).location.pointer;
                let keyword = if place.ends_with("/additionalItems") {
                    "additionalItems"
                } else {
                    "items"
                };
                finding.push(self.unwanted(Step::Item(index), item, keyword, rule));
            } else {
                finding.inside(&self.step(Step::Item(index), id, item));
            }
        }
        if let Some(contains) = &rule.contains {
            self.contains(finding, rule, value, items, contains);
        }
    }

    fn contains(
        &self,
        finding: &mut Finding,
        rule: &'r Rule,
        value: &'d Json,
        items: &'d [Json],
        contains: &Contains,
    ) {
        let found: Vec<usize> = items
            .iter()
            .enumerate()
            .filter(|(index, item)| {
                let step = || self.step(Step::Item(*index), contains.rule, item);
                self.only_asks(step).valid
            })
            .map(|(index, _)| index)
            .collect();
        let count = found.len() as u64;
        let contained = format!(
            "contains what fits {} {}",
            self.judge.rules.get(contains.rule).location,
            counted(count, "time")
        );
        if count < contains.min {
            let least = contains.min;
            let wanted = format!("{contained}, fewer than {least}");
            finding.push(self.fault(value, contains.least_keyword(), rule, wanted));
        }
        if let Some(most) = contains.max.filter(|most| count > *most) {
            let wanted = format!("{contained}, more than {most}");
            finding.push(self.fault(value, "maxContains", rule, wanted));
        }
        if contains.evaluates && self.marks {
            finding.seen.items.extend(found);
        }
    }

    pub(super) fn unevaluated(&self, finding: &mut Finding, rule: &'r Rule, value: &'d Json) {
        match (
            &value.kind,
            rule.unevaluated_items,
            rule.unevaluated_properties,
        ) {
            (JsonKind::Array(items), Some(id), _) => {
                for (index, item) in items.iter().enumerate() {
                    if !finding.seen.items.insert(index) {
                        continue;
                    }
                    let step = Step::Item(index);
                    if self.is_never(id) {
                        finding.push(self.unwanted(step, item, "unevaluatedItems", rule));
                    } else {
                        finding.inside(&self.step(step, id, item));
                    }
                }
            }
            (JsonKind::Object(members), _, Some(id)) => {
                for (name, member) in members {
                    if !finding.seen.members.insert(name.clone()) {
                        continue;
                    }
                    let step = Step::Member(name);
                    if self.is_never(id) {
                        finding.push(self.unwanted(step, member, "unevaluatedProperties", rule));
                    } else {
                        finding.inside(&self.step(step, id, member));
                    }
                }
            }
            _ => {}
        }
    }
}

/// The first item that was there before. Equal values have equal keys.
fn repeated(items: &[Json]) -> Option<usize> {
    let mut known = HashSet::new();
    items.iter().position(|item| {
        let mut key = String::new();
        write_key(item, &mut key);
        !known.insert(key)
    })
}

/// A text that is the same for the same JSON value and no other.
fn write_key(value: &Json, out: &mut String) {
    match &value.kind {
        JsonKind::Null => out.push('n'),
        JsonKind::Bool(value) => out.push(if *value { 't' } else { 'f' }),
        JsonKind::Number(token) => {
            let decimal = crate::load::Decimal::parse(token);
            let sign = if decimal.negative { "-" } else { "" };
            let _ = write!(out, "#{sign}{}e{}", decimal.digits, decimal.exponent);
        }
        JsonKind::String(text) => {
            out.push_str(&serde_json::Value::from(text.as_str()).to_string());
        }
        JsonKind::Array(items) => {
            out.push('[');
            for item in items {
                write_key(item, out);
                out.push(',');
            }
            out.push(']');
        }
        JsonKind::Object(members) => {
            let mut names: Vec<_> = members.iter().collect();
            names.sort_by_key(|(name, _)| *name);
            out.push('{');
            for (name, member) in names {
                out.push_str(&serde_json::Value::from(name.as_str()).to_string());
                write_key(member, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

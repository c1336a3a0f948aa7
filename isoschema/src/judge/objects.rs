//! What a rule says about objects.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::load::Json;
use crate::lower::rule::{Dependency, Rule};
use crate::words::counted;

use super::Arm;
use super::path::Step;
use super::run::{Finding, Run};

impl<'r, 'd> Run<'_, 'r, 'd> {
    pub(super) fn object(
        &self,
        finding: &mut Finding,
        rule: &'r Rule,
        value: &'d Json,
        members: &'d IndexMap<String, Json>,
    ) {
        let count = members.len() as u64;
        if let Some(least) = rule.min_properties.filter(|least| count < *least) {
            let wanted = format!("has {}, fewer than {least}", counted(count, "member"));
            finding.push(self.fault(value, "minProperties", rule, wanted));
        }
        if let Some(most) = rule.max_properties.filter(|most| count > *most) {
            let wanted = format!("has {}, more than {most}", counted(count, "member"));
            finding.push(self.fault(value, "maxProperties", rule, wanted));
        }
        for name in rule.required.iter().filter(|n| !members.contains_key(*n)) {
            let wanted = format!("the member {} is missing", quoted(name));
            let fault = self.fault(value, "required", rule, wanted);
            finding.push(fault.missing(name));
        }
        for dependency in &rule.dependent_required {
            if members.contains_key(&dependency.present) {
                self.needed(finding, rule, value, members, dependency);
            }
        }
        for (name, member) in members {
            self.member(finding, rule, name, member);
            if let Some(id) = rule.dependent_schemas.get(name) {
                finding.same(&self.ask(*id, value));
            }
        }
    }

    fn needed(
        &self,
        finding: &mut Finding,
        rule: &Rule,
        value: &Json,
        members: &IndexMap<String, Json>,
        dependency: &Dependency,
    ) {
        let needed = dependency.needed.iter();
        for name in needed.filter(|name| !members.contains_key(*name)) {
            let wanted = format!(
                "the member {} is missing, which {} asks for",
                quoted(name),
                quoted(&dependency.present)
            );
            let fault = self.fault(value, dependency.keyword, rule, wanted);
            finding.push(fault.missing(name));
        }
    }

    fn member(&self, finding: &mut Finding, rule: &'r Rule, name: &'d str, member: &'d Json) {
        let own = rule.properties.get(name).copied();
        let patterns = rule
            .pattern_properties
            .iter()
            .filter(|(pattern, _)| self.judge.finds(pattern, name))
            .map(|(_, id)| *id);
        let mut declared = false;
        for id in own.into_iter().chain(patterns) {
            declared = true;
            finding.inside(&self.step(Step::Member(name), id, member));
        }
        if !declared && let Some(id) = rule.additional_properties {
            declared = true;
            let step = Step::Member(name);
            if self.is_never(id) {
                finding.push(self.unwanted(step, member, "additionalProperties", rule));
            } else {
                finding.inside(&self.step(step, id, member));
            }
        }
        if declared && self.marks {
            finding.seen.members.insert(name.to_owned());
        }
        if let Some(id) = rule.property_names {
            let outcome = self.name(id, name);
            if !outcome.valid {
                let why = outcome.faults.first().map_or("", |fault| &fault.wanted);
                let wanted = format!("has the member name {}, which {why}", quoted(name));
                let value = crate::load::Json::new(crate::load::JsonKind::Null);
                let mut fault = self.fault(&value, "propertyNames", rule, wanted);
                fault.found = None;
                fault.value = None;
                fault.names.push(name.to_owned());
                finding.push(fault.arms(vec![Arm {
                    schema: self.judge.rules.get(id).location.clone(),
                    faults: Arc::clone(&outcome.faults),
                }]));
            }
        }
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

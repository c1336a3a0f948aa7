//! What a rule says about objects.

use indexmap::IndexMap;

use crate::load::Json;
use crate::lower::rule::Rule;

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
            let wanted = format!("has {count} members, at least {least} are wanted");
            finding.push(self.fault(value, "minProperties", rule, wanted));
        }
        if let Some(most) = rule.max_properties.filter(|most| count > *most) {
            let wanted = format!("has {count} members, at most {most} are allowed");
            finding.push(self.fault(value, "maxProperties", rule, wanted));
        }
        for name in rule.required.iter().filter(|n| !members.contains_key(*n)) {
            let wanted = format!("the member {} is missing", quoted(name));
            let fault = self.fault(value, "required", rule, wanted);
            finding.push(fault.missing(name));
        }
        for (name, member) in members {
            self.member(finding, rule, name, member);
            for other in rule.dependent_required.get(name).into_iter().flatten() {
                if !members.contains_key(other) {
                    let wanted = format!(
                        "the member {} is missing, which {} asks for",
                        quoted(other),
                        quoted(name)
                    );
                    let fault = self.fault(value, "dependentRequired", rule, wanted);
                    finding.push(fault.missing(other));
                }
            }
            if let Some(id) = rule.dependent_schemas.get(name) {
                finding.same(&self.ask(*id, value));
            }
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
                finding.push(fault);
            }
        }
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

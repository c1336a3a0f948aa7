//! `dependentSchemas` → conditionals on the presence of a member.
//!
//! `{"dependentSchemas": {"a": S}}` asks the same as `{"if": {"type":
//! "object", "required": ["a"]}, "then": S}` and evaluates the same members
//! (draft 2020-12, sections 10.2.2.4 and 11), so that the planner gives both
//! the same shape.

use super::rule::{Conditional, Kinds, Rule, RuleId, Rules};

/// Makes every dependent schema a conditional.
pub fn make_conditional(rules: &mut Rules) {
    for index in 0..rules.rules.len() {
        let dependent = std::mem::take(&mut rules.rules[index].dependent_schemas);
        for (member, schema) in dependent {
            let mut location = rules.rules[index].location.clone();
            location.pointer.push_str("/dependentSchemas");
            let mut presence = Rule::new(location.clone());
            presence.made = true;
            presence.types = Some(Kinds::OBJECT);
            presence.required.push(member);
            let condition = add(rules, presence);
            let mut conditional = Rule::new(location);
            conditional.made = true;
            conditional.conditional = Some(Conditional {
                condition,
                then: Some(schema),
                otherwise: None,
            });
            let conditional = add(rules, conditional);
            rules.rules[index].all_of.push(conditional);
        }
    }
}

fn add(rules: &mut Rules, rule: Rule) -> RuleId {
    let id = RuleId(u32::try_from(rules.rules.len()).unwrap_or(u32::MAX));
    rules.rules.push(rule);
    id
}

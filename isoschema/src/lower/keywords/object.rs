//! Objects: members by name, by pattern and beyond; limits and dependencies.

use super::{Lowering, Schema};
use crate::load::{Json, JsonKind, escape};
use crate::lower::rule::{Dependency, Rule};
use crate::resolve::Draft;

/// What `required: true` gets.
const DRAFT_3: &str = "a boolean is draft 3's form: list the name in the `required` of the object \
                       around it";

impl Lowering<'_> {
    pub(super) fn object_limits(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.min_properties = self.count(schema, "minProperties");
        rule.max_properties = self.count(schema, "maxProperties");
        if let Some(json) = schema.get("required") {
            let help = match &json.kind {
                JsonKind::Bool(_) => Some(DRAFT_3),
                JsonKind::String(_) => Some("put the name into square brackets"),
                _ => None,
            };
            rule.required = self.names(schema, "required", json, help);
        }
        if schema.since(Draft::Draft2019)
            && let Some(json) = schema.get("dependentRequired")
        {
            if let Some(members) = json.as_object() {
                for (name, json) in members {
                    let names = self.names(schema, "dependentRequired", json, None);
                    rule.dependent_required.push(Dependency {
                        present: name.clone(),
                        needed: names,
                        keyword: "dependentRequired",
                    });
                }
            } else {
                let wanted = "is an object with a list of names for each name";
                self.wrong(schema, "dependentRequired", json, wanted, None);
            }
        }
    }

    pub(super) fn members(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.properties = self.map(schema, "properties").into_iter().collect();
        for (pattern, inner) in self.map(schema, "patternProperties") {
            let at = schema
                .get("patternProperties")
                .and_then(|json| json.get(&pattern));
            if let Some(at) = at
                && self.pattern_key(schema, &pattern, at)
            {
                rule.pattern_properties.push((pattern, inner));
            }
        }
        rule.additional_properties = self.single(schema, "additionalProperties");
    }

    pub(super) fn names_of_members(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        if schema.since(Draft::Draft6) {
            rule.property_names = self.single(schema, "propertyNames");
        }
    }

    pub(super) fn dependent(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        if schema.since(Draft::Draft2019) {
            rule.dependent_schemas = self.map(schema, "dependentSchemas").into_iter().collect();
        }
        if let Some(json) = schema.get("dependencies") {
            self.dependencies(schema, json, rule);
        }
    }

    /// The older keyword for both dependencies; later drafts keep it in their
    /// meta-schemas, so it holds in every draft.
    fn dependencies(&mut self, schema: &Schema<'_>, json: &Json, rule: &mut Rule) {
        let Some(members) = json.as_object() else {
            let wanted = "is an object with a schema or a list of names for each name";
            self.wrong(schema, "dependencies", json, wanted, None);
            return;
        };
        for (name, json) in members {
            match json.kind {
                JsonKind::Array(_) => {
                    let needed = self.names(schema, "dependencies", json, None);
                    rule.dependent_required.push(Dependency {
                        present: name.clone(),
                        needed,
                        keyword: "dependencies",
                    });
                }
                JsonKind::Object(_) | JsonKind::Bool(_) => {
                    let suffix = format!("/dependencies/{}", escape(name));
                    if let Some(inner) = self.inner(schema, &suffix)
                        && !rule.dependent_schemas.contains_key(name)
                    {
                        rule.dependent_schemas.insert(name.clone(), inner);
                    }
                }
                _ => {
                    let wanted = "gives each name a schema or a list of names";
                    let help = json.as_str().map(|_| "put the name into square brackets");
                    self.wrong(schema, "dependencies", json, wanted, help);
                }
            }
        }
    }
}

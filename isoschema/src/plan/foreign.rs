//! Types from elsewhere take the places of generated ones.

use std::collections::HashMap;

use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};

use super::model::{Foreign, Model, Shape, TypeRef};
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

/// Puts the types that the configuration names into their places.
pub(super) fn replace(
    rules: &Rules,
    definitions: &HashMap<RuleId, Option<TypeRef>>,
    model: &mut Model,
) -> Result<(), Diagnostics> {
    let mut problems = Collector::default();
    for (id, rule) in rules.all() {
        let Some(path) = &rule.foreign else { continue };
        let own = definitions.get(&id).and_then(Option::as_ref);
        let used = own.or_else(|| model.used.get(id.0 as usize)?.as_ref());
        if let Some(TypeRef::Named(slot)) = used.map(TypeRef::bare) {
            let slot = slot.0 as usize;
            if let Some(ty) = model.types.get_mut(slot) {
                ty.checks.clear();
                ty.shape = Shape::Foreign(Foreign {
                    path: path.clone(),
                    rule: id,
                    of_format: false,
                });
            }
        } else {
            let reason = format!("`{path}` cannot stand for this schema: it is no type of its own");
            let problem = Diagnostic::of_file(
                Kind::Configuration,
                rule.location.document.clone(),
                reason,
            )
            .pointer(rule.location.pointer.clone())
            .help("name the schema that the types are made of, such as one that a `$ref` leads to");
            problems.push(problem);
        }
    }
    problems.finish(())
}

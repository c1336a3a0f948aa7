//! The schemas that payloads are judged by.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::front;
use crate::judge::Judge;
use crate::load::document::{Documents, Origin};
use crate::load::source::Source;
use crate::names::nearest::nearest;
use crate::rules::id::RuleId;
use crate::rules::rule::{Root, Rules};
use crate::stack::on_large_stack;

/// The schemas that payloads are judged by.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) schema: String,
    pub(crate) rules: Rules,
    pub(crate) root: RuleId,
    pub(crate) source: Source,
    pub(crate) config: Config,
    /// The documents as they are after corrections, by their paths.
    pub(crate) documents: BTreeMap<String, Value>,
}

impl Ground {
    pub(crate) fn judge(&self) -> Judge<'_> {
        Judge::new(&self.rules).configured(&self.config)
    }

    /// The schema of this name, or the one that there is.
    pub(crate) fn of(
        source: &Source,
        config: &Config,
        schema: Option<&str>,
    ) -> Result<Self, Diagnostics> {
        on_large_stack(|| {
            let (documents, rules, _) = front::rules(source, config)?;
            let root = wanted(&rules.roots, schema).map_err(|mut problem| {
                if let (None, Some(file)) = (schema, documents.iter().next()) {
                    problem.document = Arc::clone(file.text.name());
                    problem.help = pointers(&documents, &rules);
                }
                Diagnostics::from(*problem)
            })?;
            let (schema, root) = (root.name.clone(), root.rule);
            let documents = documents
                .iter()
                .filter(|document| document.origin != Origin::BuiltIn)
                .map(|document| (document.path.to_string(), document.json.to_value()))
                .collect();
            Ok(Self {
                schema,
                rules,
                root,
                source: source.clone(),
                config: config.clone(),
                documents,
            })
        })
    }
}

/// The schema that is meant.
fn wanted<'a>(roots: &'a [Root], schema: Option<&str>) -> Result<&'a Root, Box<Diagnostic>> {
    let wanted = schema.map(|schema| schema.strip_suffix(".json").unwrap_or(schema));
    let found = match wanted {
        Some(wanted) => roots.iter().find(|root| root.name == wanted),
        None => roots.first().filter(|_| roots.len() == 1),
    };
    found.ok_or_else(|| {
        let names = || roots.iter().map(|root| root.name.as_str());
        let (reason, help) = if let Some(wanted) = wanted {
            let near = nearest(wanted, names());
            let help = near.map(|near| format!("did you mean `{near}`?"));
            (format!("there is no schema `{wanted}`"), help)
        } else {
            let reason = format!("there is not one schema here, but {}", roots.len());
            (reason, None)
        };
        let mut problem = Diagnostic::of_file(Kind::Configuration, "schemas", reason);
        problem.help = help;
        Box::new(problem)
    })
}

/// How the first few schemas of a document are asked for.
fn pointers(documents: &Documents, rules: &Rules) -> Option<String> {
    let document = documents.iter().next()?;
    let places = rules
        .roots
        .iter()
        .map(|root| &rules.get(root.rule).location);
    let own = places.filter(|place| place.document == document.path);
    let some = own
        .take(5)
        .map(|place| format!("`{}#{}`", document.text.name(), place.pointer));
    let some: Vec<String> = some.collect();
    (!some.is_empty()).then(|| format!("say which, by its pointer: {}", some.join(", ")))
}

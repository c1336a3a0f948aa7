//! The schemas that payloads are judged by.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::front;
use crate::judge::Judge;
use crate::load::document::Origin;
use crate::load::source::Source;
use crate::names::nearest::nearest;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;
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

    pub(crate) fn of(source: &Source, config: &Config, schema: &str) -> Result<Self, Diagnostics> {
        on_large_stack(|| {
            let (documents, rules, _) = front::rules(source, config)?;
            let wanted = schema.strip_suffix(".json").unwrap_or(schema);
            let root = rules.roots.iter().find(|root| root.name == wanted);
            let Some(root) = root else {
                let reason = format!("there is no schema `{wanted}`");
                let names = rules.roots.iter().map(|root| root.name.as_str());
                let mut problem = Diagnostic::of_file(Kind::Configuration, "schemas", reason);
                problem.help = nearest(wanted, names).map(|near| format!("did you mean `{near}`?"));
                return Err(problem.into());
            };
            let root = root.rule;
            let documents = documents
                .iter()
                .filter(|document| document.origin != Origin::BuiltIn)
                .map(|document| (document.path.to_string(), document.json.to_value()))
                .collect();
            Ok(Self {
                schema: wanted.to_owned(),
                rules,
                root,
                source: source.clone(),
                config: config.clone(),
                documents,
            })
        })
    }
}

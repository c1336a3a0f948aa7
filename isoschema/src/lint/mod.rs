//! What is allowed in a schema, and surely not meant.
//!
//! A lint is a file here and a line in `LINTS`. It looks at one schema object or at one
//! rule, and what it finds is a warning with its place and a way out, unless
//! `[lints]` of the configuration allows it or denies it; `closed-enum` is allowed unless it warns of it. `no-value` is found
//! while types are planned, too.

mod closed_enum;
mod dialect;
mod fit;
mod format;
mod ignored;
pub(crate) mod level;
mod member;
mod misspelt;
mod no_schema;
mod no_type;
mod no_value;
mod null;
mod pattern;
mod refused;
mod repeated_entry;
mod swallowed;

use std::collections::HashSet;

use crate::config::settings::Config;
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind, Severity};
use crate::evaluate::ground::Ground;
use crate::load::document::{Document, Origin};
use crate::load::json::Json;
use crate::resolve::dialect::Dialect;
use crate::resolve::graph::{Graph, NodeId};
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};

pub use level::Level;
use level::{NAMES, NO_SCHEMA, NO_VALUE};

/// What a lint looks at.
enum Looks {
    /// Each document.
    Documents(fn(&Document) -> Option<Finding>),
    /// Each schema object as it is written.
    Schemas(fn(&Schema<'_>, &mut Vec<Finding>)),
    /// Each rule.
    Rules(fn(&Asked<'_>, &mut Vec<Finding>)),
    /// All rules together.
    Whole(fn(Ground<'_>) -> Vec<(RuleId, Finding)>),
}

/// One lint.
struct Lint {
    name: &'static str,
    looks: Looks,
}

/// All lints.
const LINTS: [Lint; 18] = [
    Lint::at_all("closed-enum", closed_enum::closed),
    Lint::at_schemas("foreign-pattern", pattern::foreign),
    Lint::at_schemas("ignored-keyword", ignored::ignored),
    Lint::at_schemas("misspelt-keyword", misspelt::misspelt),
    Lint::at_schemas("misspelt-member", member::misspelt),
    Lint::at_schemas(NO_SCHEMA, no_schema::no_schema),
    Lint::at_documents("no-type", no_type::no_type),
    Lint::at_all(NO_VALUE, no_value::found),
    Lint::at_rules("refused-member", refused::refused),
    Lint::at_rules("refused-null", null::refused),
    Lint::at_schemas("repeated-entry", repeated_entry::repeated),
    Lint::at_schemas("slow-pattern", pattern::slow),
    Lint::at_rules("swallowed-arm", swallowed::swallowed),
    Lint::at_rules("unfit-code", fit::codes),
    Lint::at_rules("unfit-default", fit::default),
    Lint::at_rules("unfit-example", fit::examples),
    Lint::at_schemas("unknown-dialect", dialect::unknown),
    Lint::at_schemas("unknown-format", format::unknown),
];

impl Lint {
    const fn at_documents(name: &'static str, look: fn(&Document) -> Option<Finding>) -> Self {
        let looks = Looks::Documents(look);
        Self { name, looks }
    }

    const fn at_schemas(name: &'static str, look: fn(&Schema<'_>, &mut Vec<Finding>)) -> Self {
        let looks = Looks::Schemas(look);
        Self { name, looks }
    }

    const fn at_all(name: &'static str, look: fn(Ground<'_>) -> Vec<(RuleId, Finding)>) -> Self {
        let looks = Looks::Whole(look);
        Self { name, looks }
    }

    const fn at_rules(name: &'static str, look: fn(&Asked<'_>, &mut Vec<Finding>)) -> Self {
        let looks = Looks::Rules(look);
        Self { name, looks }
    }
}

/// The names of all lints, in their order.
///
/// ```
/// assert!(isoschema::lint::names().any(|name| name == "misspelt-keyword"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter()
}

/// A schema object as it is written, which a lint looks at.
struct Schema<'a> {
    json: &'a Json,
    /// Where its first reference leads.
    target: Option<&'a Json>,
    dialect: Dialect,
    document: &'a Document,
    is_root: bool,
    config: &'a Config,
}

/// A rule that a lint looks at.
struct Asked<'a> {
    ground: Ground<'a>,
    id: RuleId,
    rule: &'a Rule,
}

/// What a lint has found: what follows the schema's pointer, what is wrong, and the way out.
struct Finding {
    suffix: String,
    reason: String,
    help: String,
}

/// Everything that the lints find in the user's own schemas, as warnings.
pub(crate) fn findings(graph: &Graph, rules: &Rules, config: &Config) -> Vec<Diagnostic> {
    let documents = &graph.documents;
    let mut told = Vec::new();
    let mut found = Vec::new();
    let roots: HashSet<NodeId> = graph.roots.iter().map(|(_, id)| *id).collect();
    for (index, node) in (0..).zip(&graph.nodes) {
        let document = documents.get(node.document);
        let Some(json) = document.json.pointer(&node.pointer) else {
            continue;
        };
        if document.origin != Origin::Schemas {
            continue;
        }
        let target = node.references.first().map(|it| it.target);
        let schema = Schema {
            json,
            target: target.and_then(|target| graph.json(target)),
            dialect: node.dialect,
            document,
            is_root: node.pointer.is_empty() && roots.contains(&NodeId(index)),
            config,
        };
        for lint in &LINTS {
            if let Looks::Schemas(look) = lint.looks
                && config.lints.of(lint.name) != Level::Allow
            {
                look(&schema, &mut found);
                let place = (&*document.path, &*node.pointer);
                told.extend(found.drain(..).map(|one| one.told(lint.name, place)));
            }
        }
    }
    let own = documents.iter().filter(|it| it.origin == Origin::Schemas);
    for document in own {
        for lint in &LINTS {
            if let Looks::Documents(look) = lint.looks
                && config.lints.of(lint.name) != Level::Allow
            {
                let found = look(document);
                told.extend(found.map(|one| one.told(lint.name, (&document.path, ""))));
            }
        }
    }
    let held: HashSet<usize> = graph.nodes.iter().map(|node| node.document).collect();
    for (index, document) in documents.iter().enumerate() {
        let is_own = document.origin == Origin::Schemas && !document.is_schema();
        if is_own && !held.contains(&index) && config.lints.of(NO_SCHEMA) != Level::Allow {
            told.push(no_schema::empty(document).told(NO_SCHEMA, (&document.path, "")));
        }
    }
    let ground = Ground::new(rules);
    let is_own = |rule: &Rule| {
        let document = documents.by_path(&rule.location.document);
        !rule.made && document.is_some_and(|it| it.origin == Origin::Schemas)
    };
    for (id, rule) in rules.all().filter(|(_, rule)| is_own(rule)) {
        let asked = Asked { ground, id, rule };
        for lint in &LINTS {
            if let Looks::Rules(look) = lint.looks
                && config.lints.of(lint.name) != Level::Allow
            {
                look(&asked, &mut found);
                let place = (&*rule.location.document, &*rule.location.pointer);
                told.extend(found.drain(..).map(|one| one.told(lint.name, place)));
            }
        }
    }
    for lint in &LINTS {
        if let Looks::Whole(look) = lint.looks
            && config.lints.of(lint.name) != Level::Allow
        {
            for (id, one) in look(ground) {
                let rule = rules.get(id);
                if is_own(rule) {
                    let place = (&*rule.location.document, &*rule.location.pointer);
                    told.push(one.told(lint.name, place));
                }
            }
        }
    }
    told.into_iter().map(|one| documents.place(one)).collect()
}

impl Finding {
    fn told(self, lint: &'static str, (document, pointer): (&str, &str)) -> Diagnostic {
        Diagnostic::of_file(Kind::Lint, document, self.reason)
            .pointer(format!("{pointer}{}", self.suffix))
            .help(self.help)
            .warning()
            .lint(lint)
    }
}

/// Warnings as the configuration wants them: without those that are allowed.
///
/// # Errors
///
/// Those that are denied.
pub(crate) fn settle(
    warnings: Option<Diagnostics>,
    config: &Config,
) -> Result<Option<Diagnostics>, Diagnostics> {
    let mut settled = Collector::default();
    for mut warning in warnings.into_iter().flatten() {
        match warning.lint.map(|lint| config.lints.of(lint)) {
            Some(Level::Allow) => continue,
            Some(Level::Deny) => warning.severity = Severity::Error,
            Some(Level::Warn) | None => {}
        }
        settled.push(warning);
    }
    let warnings = settled.take_warnings();
    settled.finish(warnings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_name() {
        let table: Vec<&str> = LINTS.iter().map(|lint| lint.name).collect();
        assert_eq!(table, names().collect::<Vec<_>>());
    }
}

//! The name that the user gives to the type of the one schema.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::load::document::stem;
use crate::names::name::Name;
use crate::rules::rule::Rules;

/// Gives the one root its name; `shown` is the schema's file, `at` where in it
/// it stands.
pub(super) fn give(
    rules: &mut Rules,
    name: &str,
    shown: &Path,
    at: Option<&str>,
) -> Result<(), Diagnostics> {
    let refuse = |reason: String, help: &str| {
        let shown = shown.display().to_string();
        Err(Diagnostic::of_file(Kind::Name, shown, reason)
            .help(help)
            .into())
    };
    if !Name::is_type(name) {
        return refuse(
            format!("`{name}` cannot be the name of a Rust type"),
            &format!(
                "give one in UpperCamelCase, of ASCII letters and digits, such as `{}`",
                Name::of_type(name)
            ),
        );
    }
    let Some(root) = rules.roots.first() else {
        return refuse(
            "there is no schema to name".to_owned(),
            "give a schema file",
        );
    };
    let location = &rules.get(root.rule).location;
    if at.is_none() && !location.pointer.is_empty() {
        let document = stem(&location.document);
        return refuse(
            format!("`{name}` names nothing here: the document holds schemas, and is none itself"),
            &format!(
                "leave the name out: each type is named after its schema; [names] in a \
                     configuration renames one: \"{document}#{}\" = \"{name}\"",
                location.pointer
            ),
        );
    }
    if rules.roots.len() > 1 {
        return refuse(
            format!(
                "`{name}` is to name the one schema, and there are {}",
                rules.roots.len()
            ),
            "give one schema file, or leave the name out: each type is named after its schema",
        );
    }
    let id = root.rule.0 as usize;
    if let Some(rule) = rules.rules.get_mut(id) {
        rule.rust_name = Some(Name::of_camel(name));
    }
    Ok(())
}

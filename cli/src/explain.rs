//! What became of a place in the schemas.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use isoschema::Generated;
use isoschema::resolve::nearest;

use crate::definitions::{definitions, standing};
use crate::input::{From, Input};
use crate::notes::notes;
use crate::reading::Reading;
use crate::shown::{print, rendered};
use crate::{Done, Failure, Status};

/// Says what became of a place: its Rust type, what is checked, what is a raw
/// value and why.
#[derive(Debug, Args)]
pub struct Explain {
    /// A schema's file or an OpenAPI document, in JSON or YAML; a folder of
    /// schemas; `-` for standard input; or FILE#/POINTER
    #[arg(value_name = "INPUT")]
    pub input: PathBuf,
    /// The place: a JSON Pointer into the file, or DOCUMENT#/POINTER
    /// [default: lists every place with its type]
    #[arg(value_name = "POINTER")]
    pub pointer: Option<String>,
    /// How the schemas are read.
    #[command(flatten)]
    pub reading: Reading,
}

impl Explain {
    pub(crate) fn run(&self) -> Done {
        let input = Input::of(&self.input);
        let generator = input.give(self.reading.generator(), self.reading.max_size)?;
        let generated = generator.generate().map_err(rendered)?;
        let Some(pointer) = &self.pointer else {
            print(&listed(&generated))?;
            return Ok(Status::Fine);
        };
        let place = if pointer.contains('#') {
            pointer.clone()
        } else {
            if matches!(input.from, From::Folder(_)) {
                return Err("name the document, too: DOCUMENT#/POINTER".into());
            }
            let document = generated.documents.iter().next();
            let document = document.map_or("", |document| &*document.path);
            format!("{document}#{pointer}")
        };
        print(&explained(&generated, &place)?)?;
        Ok(Status::Fine)
    }
}

/// Every place with its type, or with the reason why it has none.
fn listed(generated: &Generated) -> String {
    let report = &generated.report;
    let mut out = String::new();
    for entry in &report.locations {
        let _ = writeln!(out, "{}: {}", entry.schema, entry.rust);
    }
    let known: HashSet<&str> = report.locations.iter().map(|it| &*it.schema).collect();
    for (name, place) in standing(&generated.text) {
        if !known.contains(place) {
            let _ = writeln!(out, "{place}: {name}");
        }
    }
    for entry in &report.values {
        let _ = writeln!(out, "{}: serde_json::Value: {}", entry.schema, entry.reason);
    }
    for entry in &report.untyped {
        let _ = writeln!(
            out,
            "{}: no type of its own: {}",
            entry.schema, entry.reason
        );
    }
    out
}

fn explained(generated: &Generated, place: &str) -> Result<String, Failure> {
    let report = &generated.report;
    let mut out = format!("{place}\n");
    let rust = report.locations.iter().find(|it| it.schema == place);
    let untyped = report.untyped.iter().find(|it| it.schema == place);
    let mut definitions = definitions(&generated.text);
    // A type of any value, or of none, stands for no location.
    let mut types = standing(&generated.text).into_iter();
    let standing = types.find(|(_, it)| *it == place).map(|(name, _)| name);
    match (rust, untyped) {
        (Some(entry), _) => {
            let _ = writeln!(out, "  type: {}", entry.rust);
        }
        (None, Some(entry)) => {
            let _ = writeln!(out, "  no type of its own: {}", entry.reason);
        }
        (None, None) if standing.is_some() => {}
        (None, None) => {
            let (document, pointer) = place.split_once('#').unwrap_or((place, ""));
            let known = generated.documents.by_path(document);
            if known.is_none_or(|it| it.json.pointer(pointer).is_none()) {
                let places = || report.locations.iter().map(|it| &*it.schema);
                let near = places().find(|it| it.ends_with(pointer));
                let help = match (near, nearest(place, places())) {
                    (Some(there), _) => format!("; there is {there}"),
                    (None, Some(near)) => format!(": did you mean {near}?"),
                    (None, None) => String::new(),
                };
                return Err(format!("there is nothing at {place}{help}").into());
            }
            out.push_str("  states no type, no members, no items and no values\n");
        }
    }
    let mut tell = |head: &str, text: &str| {
        let _ = writeln!(out, "  {head}: {text}");
    };
    let at = |schema: &str| schema == place;
    for entry in report.repeated.iter().filter(|it| at(&it.schema)) {
        let text = format!("`{}`, by a predicate of {}", entry.keyword, entry.rust);
        tell("checked", &text);
    }
    for entry in report.values.iter().filter(|it| at(&it.schema)) {
        tell("holds serde_json::Value", &entry.reason);
    }
    for (_, head, text) in notes(report).filter(|(schema, ..)| at(schema)) {
        tell(head, &text);
    }
    for entry in report.undecided.iter().filter(|it| at(&it.schema)) {
        tell("not compared with a derived schema", &entry.reason);
    }
    for entry in report
        .assumed
        .iter()
        .filter(|it| it.schema.starts_with(place))
    {
        let text = format!(
            "`{}` is taken for {}: {}",
            entry.reference, entry.target, entry.reason
        );
        tell("assumed", &text);
    }
    let own = rust.map(|entry| named(&entry.rust)).or(standing);
    let definition = own.and_then(|name| definitions.remove(name));
    if let Some(definition) = definition {
        let _ = write!(out, "\n{definition}");
    }
    Ok(out)
}

/// The name of the innermost type: `Vec<Option<Order>>` is about `Order`.
fn named(rust: &str) -> &str {
    let inner = rust.rsplit(['<', ' ']).next().unwrap_or(rust);
    inner.trim_end_matches(['>', ')', ']'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_type() {
        for (rust, name) in [
            ("Order", "Order"),
            ("Vec<Option<Order>>", "Order"),
            ("BTreeMap<String, Line>", "Line"),
            ("[Line; 2]", "2"),
        ] {
            assert_eq!(named(rust), name);
        }
    }
}

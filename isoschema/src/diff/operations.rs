//! The operations of both sides → what became of each: what is asked for and what comes back, beside the values of
//! the schemas that have names.
//!
//! A request is written by who calls and read by who answers, a response the other way round: what is asked for now and was
//! not breaks those who write, what comes now and did not those who read.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

use super::relation::Relater;
use super::side::{Side, Spot};
use super::{OperationChange, OperationDiff, Relation};
use crate::rules::location::Location;
use crate::rules::operation::{Asks, Content, Operation, Parameter};
use crate::stack::on_large_stack;

/// Whom something breaks.
const NOBODY: [bool; 2] = [false, false];
const READERS: [bool; 2] = [true, false];
const WRITERS: [bool; 2] = [false, true];
const BOTH: [bool; 2] = [true, true];

/// Compares every operation, by its method and its path; what parameters are called in a path tells none from another.
pub(super) fn compare(old: &Side, new: &Side) -> Vec<OperationDiff> {
    if old.operations().is_empty() && new.operations().is_empty() {
        return Vec::new();
    }
    let run = || {
        let mut work = Work {
            old,
            new,
            relater: Relater::new(old, new),
            changes: Vec::new(),
        };
        work.run()
    };
    on_large_stack(|| Ok(run())).unwrap_or_default()
}

struct Work<'s> {
    old: &'s Side,
    new: &'s Side,
    relater: Relater<'s>,
    changes: Vec<OperationChange>,
}

impl Work<'_> {
    fn run(&mut self) -> Vec<OperationDiff> {
        let known = by_place(self.old);
        let mut out = Vec::new();
        let mut left = known.clone();
        for (key, new) in by_place(self.new) {
            left.shift_remove(&key);
            match known.get(&key) {
                Some(old) => self.both(&old.asks, &new.asks),
                None => self.tell("is new".to_owned(), NOBODY),
            }
            out.extend(self.told(new));
        }
        for (_, gone) in left {
            self.tell("is gone".to_owned(), BOTH);
            out.extend(self.told(gone));
        }
        out
    }

    fn told<S>(&mut self, operation: &Operation<S>) -> Option<OperationDiff> {
        let changes = std::mem::take(&mut self.changes);
        (!changes.is_empty()).then(|| OperationDiff {
            operation: format!("{} {}", operation.method, operation.path),
            location: operation.location.to_string(),
            changes,
        })
    }

    fn tell(&mut self, what: String, [breaks_readers, breaks_writers]: [bool; 2]) {
        self.changes.push(OperationChange {
            what,
            breaks_readers,
            breaks_writers,
            lost: None,
            gained: None,
            doubt: None,
        });
    }

    fn both(&mut self, old: &Asks, new: &Asks) {
        self.parameters(&old.parameters, &new.parameters);
        match (&old.body, &new.body) {
            (None, None) => {}
            (None, Some(body)) if body.is_required => {
                self.tell("a body has to be there now".to_owned(), WRITERS);
            }
            (None, Some(_)) => self.tell("a body may be there now".to_owned(), NOBODY),
            (Some(_), None) => self.tell("there is no body any more".to_owned(), WRITERS),
            (Some(before), Some(after)) => {
                self.required("the body", before.is_required, after.is_required);
                self.contents("the body", before, after, WRITERS);
            }
        }
        self.responses(&old.responses, &new.responses);
    }

    /// Whether something that was there before has to be there.
    fn required(&mut self, what: &str, before: bool, after: bool) {
        match (before, after) {
            (false, true) => self.tell(format!("{what} has to be there now"), WRITERS),
            (true, false) => self.tell(format!("{what} may be left out now"), READERS),
            _ => {}
        }
    }

    fn parameters(&mut self, old: &[Parameter], new: &[Parameter]) {
        // The names of those in a path are between who wrote it and its parameters.
        let is_named = |it: &&Parameter| it.within != "path";
        let in_path = |it: &&Parameter| !is_named(it);
        let pairs = old.iter().filter(in_path).zip(new.iter().filter(in_path));
        for (before, after) in pairs {
            let (name, before, after) = (called(after), &before.schema, &after.schema);
            self.schemas(&name, before.as_ref(), after.as_ref());
        }
        for after in new.iter().filter(is_named) {
            let name = called(after);
            let Some(before) = same(old, after) else {
                let (what, whom) = if after.is_required {
                    ("has to be there now", WRITERS)
                } else {
                    ("may be there now", NOBODY)
                };
                self.tell(format!("{name} {what}"), whom);
                continue;
            };
            self.required(&name, before.is_required, after.is_required);
            self.schemas(&name, before.schema.as_ref(), after.schema.as_ref());
        }
        for before in old.iter().filter(is_named) {
            if same(new, before).is_none() {
                self.tell(format!("{} is gone", called(before)), WRITERS);
            }
        }
    }

    /// The media types of a body, and the schema of each.
    fn contents(&mut self, what: &str, old: &Content, new: &Content, whom: [bool; 2]) {
        let known: BTreeMap<_, _> = new.medias.iter().map(|(media, it)| (media, it)).collect();
        for (media, before) in &old.medias {
            match known.get(media) {
                None => self.tell(format!("{what} is `{media}` no more"), whom),
                Some(after) => self.schemas(what, before.as_ref(), after.as_ref()),
            }
        }
        for (media, _) in &new.medias {
            if old.medias.iter().all(|(it, _)| it != media) {
                self.tell(format!("{what} may be `{media}` now"), NOBODY);
            }
        }
    }

    fn responses(&mut self, old: &[(String, Content)], new: &[(String, Content)]) {
        for (status, after) in new {
            if let Some(before) = with_status(old, status) {
                self.contents(&format!("the response {status}"), before, after, READERS);
                continue;
            }
            // Who reads what is said of all others, or of its class, reads it.
            let class = status.get(..1).map(|first| format!("{first}XX"));
            let mut others = [class.as_deref(), Some("default")].into_iter().flatten();
            let is_known = others.any(|it| with_status(old, it).is_some());
            let whom = if is_known { NOBODY } else { READERS };
            self.tell(format!("the response {status} is new"), whom);
        }
        for (status, _) in old {
            if with_status(new, status).is_none() {
                // What succeeded is waited for.
                let whom = if status.starts_with('2') {
                    BOTH
                } else {
                    WRITERS
                };
                self.tell(format!("the response {status} is gone"), whom);
            }
        }
    }

    /// What became of the values of a schema that an operation carries, unless they are told of under a name.
    fn schemas(&mut self, what: &str, old: Option<&Location>, new: Option<&Location>) {
        let (Some(old), Some(new)) = (old, new) else {
            return;
        };
        let spots = (self.old.spot_of(old), self.new.spot_of(new));
        let (Some(old), Some(new)) = spots else {
            return;
        };
        let refers = |side: &Side, spot: &Spot| -> Option<String> {
            let schema = side.schema(&spot.to_string())?;
            let reference = schema.get("$ref").and_then(Value::as_str)?;
            Some(reference.to_owned())
        };
        let references = (refers(self.old, &old), refers(self.new, &new));
        // What has a name, and the same on both sides, is told of there.
        let name = |side: &Side, spot: &Spot| {
            let mut roots = side.roots.iter();
            roots
                .find(|(_, it)| *it == spot)
                .map(|(name, _)| name.clone())
        };
        let names = (name(self.old, &old), name(self.new, &new));
        let is_told = names.0.is_some() && names.0 == names.1;
        if is_told || references.0.is_some() && references.0 == references.1 {
            return;
        }
        let found = self.relater.relate(&old, &new);
        let relation = match found.relation {
            Relation::Equal => return,
            Relation::Unknown => "values that could not be compared".to_owned(),
            relation => format!("{} values", relation.word()),
        };
        let of = |reference: Option<String>| {
            let name = reference?.rsplit('/').next()?.to_owned();
            Some(format!("`{name}`"))
        };
        let which = match (of(references.0), of(references.1)) {
            (Some(old), Some(new)) => format!(": {new} and not {old}"),
            _ => String::new(),
        };
        self.changes.push(OperationChange {
            what: format!("{what} has {relation}{which}"),
            breaks_readers: found.gained.is_some(),
            breaks_writers: found.lost.is_some(),
            lost: found.lost,
            gained: found.gained,
            doubt: found.doubt,
        });
    }
}

/// The operations of a side by their methods and paths.
fn by_place(side: &Side) -> IndexMap<String, &Operation<crate::rules::id::RuleId>> {
    let operations = side.operations().iter();
    let keyed = operations.map(|it| (format!("{} {}", it.method, bare(&it.path)), it));
    keyed.collect()
}

/// A path without what its parameters are called.
fn bare(path: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for letter in path.chars() {
        is_inside = match letter {
            '{' => true,
            '}' => false,
            _ if is_inside => continue,
            _ => false,
        };
        out.push(letter);
    }
    out
}

/// The parameter of the same name at the same place.
fn same<'p>(among: &'p [Parameter], one: &Parameter) -> Option<&'p Parameter> {
    let is_same = |it: &&Parameter| it.name == one.name && it.within == one.within;
    among.iter().find(is_same)
}

fn with_status<'c>(among: &'c [(String, Content)], status: &str) -> Option<&'c Content> {
    let mut all = among.iter();
    let found = all.find(|(it, _)| it.eq_ignore_ascii_case(status));
    found.map(|(_, content)| content)
}

fn called(parameter: &Parameter) -> String {
    format!("the {} parameter `{}`", parameter.within, parameter.name)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn names_in_paths_say_nothing() {
        assert_eq!(bare("/a/{id}/b/{c}"), bare("/a/{x}/b/{y}"));
        assert_ne!(bare("/a/{id}"), bare("/a/id"));
    }
}

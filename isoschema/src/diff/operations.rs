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
                match (before.is_required, after.is_required) {
                    (false, true) => self.tell("the body has to be there now".to_owned(), WRITERS),
                    (true, false) => self.tell("the body may be left out now".to_owned(), READERS),
                    _ => {}
                }
                self.contents("the body", before, after, WRITERS);
            }
        }
        self.responses(&old.responses, &new.responses);
    }

    fn parameters(&mut self, old: &[Parameter], new: &[Parameter]) {
        // The names of those in a path are between who wrote it and its parameters.
        let is_named = |it: &&Parameter| it.within != "path";
        let places = |of: &[Parameter]| of.iter().filter(|it| it.within == "path").count();
        let in_path = |of: &[Parameter], index: usize| {
            let mut all = of.iter().filter(|it| it.within == "path");
            all.nth(index).cloned()
        };
        for index in 0..places(old).min(places(new)) {
            if let (Some(before), Some(after)) = (in_path(old, index), in_path(new, index)) {
                self.schemas(
                    &called(&after),
                    before.schema.as_ref(),
                    after.schema.as_ref(),
                );
            }
        }
        let find = |among: &[Parameter], one: &Parameter| {
            let same = |it: &&Parameter| it.name == one.name && it.within == one.within;
            among.iter().find(same).cloned()
        };
        for after in new.iter().filter(is_named) {
            let name = called(after);
            let Some(before) = find(old, after) else {
                let (what, whom) = if after.is_required {
                    ("has to be there now", WRITERS)
                } else {
                    ("may be there now", NOBODY)
                };
                self.tell(format!("{name} {what}"), whom);
                continue;
            };
            match (before.is_required, after.is_required) {
                (false, true) => self.tell(format!("{name} has to be there now"), WRITERS),
                (true, false) => self.tell(format!("{name} may be left out now"), READERS),
                _ => {}
            }
            self.schemas(&name, before.schema.as_ref(), after.schema.as_ref());
        }
        for before in old.iter().filter(is_named) {
            if find(new, before).is_none() {
                self.tell(format!("{} is gone", called(before)), WRITERS);
            }
        }
    }

    /// The media types of a body, and the schema of each.
    fn contents(&mut self, what: &str, old: &Content, new: &Content, whom: [bool; 2]) {
        let known: BTreeMap<_, _> = new.medias.iter().cloned().collect();
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
        let find = |among: &[(String, Content)], status: &str| {
            let mut all = among.iter();
            all.find(|(it, _)| it.eq_ignore_ascii_case(status)).cloned()
        };
        for (status, after) in new {
            if let Some((_, before)) = find(old, status) {
                self.contents(&format!("the response {status}"), &before, after, READERS);
                continue;
            }
            // Who reads what is said of all others, or of its class, reads it.
            let class = status.get(..1).map(|first| format!("{first}XX"));
            let mut others = [class.as_deref(), Some("default")].into_iter().flatten();
            let is_known = others.any(|it| find(old, it).is_some());
            let whom = if is_known { NOBODY } else { READERS };
            self.tell(format!("the response {status} is new"), whom);
        }
        for (status, _) in old {
            if find(new, status).is_none() {
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

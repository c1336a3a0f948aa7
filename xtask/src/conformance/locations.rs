//! The keywords that errors name ↔ the schemas, and what `check` finds.

use std::collections::{BTreeSet, HashSet};

use isoschema::config::Config;
use isoschema::front;
use isoschema::judge::{Fault, Judge};
use isoschema::load::{Documents, Source, parse_text};
use isoschema::rules::rule::Rules;
use isoschema::words::{is_hidden, shown};

use super::modules::{Made, Modules, SCHEMA, settings};
use super::suite::{Group, REMOTES};

/// What errors about a group's documents may name.
pub(crate) struct Places {
    documents: Documents,
    rules: Rules,
    config: Config,
    /// Whether the types read every digit of a number.
    digits: bool,
}

impl Places {
    /// Reads a group's schemas.
    pub(crate) fn of(group: &Group) -> Result<Self, String> {
        let config = settings(group)?.default_draft(group.draft);
        let mut source = Source::texts([(SCHEMA.to_owned(), group.schema.clone())]);
        if group.remotes.is_dir() {
            source = source.remote_base(REMOTES, &group.remotes);
        }
        let (documents, rules, _) =
            front::rules(&source, &config).map_err(|problems| problems.render())?;
        Ok(Self {
            documents,
            rules,
            config,
            digits: group.needs_digits(),
        })
    }

    /// What is wrong with the keywords that an error about a document names,
    /// one at the end of each line: each has to be one that `check` names, and
    /// to be there. Nothing in the error is hidden.
    pub(crate) fn wrong(&self, data: &str, error: &str) -> Option<String> {
        if error.contains(|letter| letter != '\n' && is_hidden(letter)) {
            return Some(format!("the error hides characters: {error:?}"));
        }
        let Ok((document, _)) = parse_text("data", data) else {
            return Some("no JSON".to_owned());
        };
        let root = self.rules.roots.first()?.rule;
        let mut judge = Judge::new(&self.rules).configured(&self.config);
        if self.digits {
            judge = judge.every_digit();
        }
        let judged = judge.judge(root, &document);
        let mut found = BTreeSet::new();
        all(&judged.faults, &mut HashSet::new(), &mut found);
        error.lines().find_map(|line| {
            let named = found
                .iter()
                .find(|location| line.ends_with(&format!(" [{}]", shown(location))));
            match named {
                None => Some(format!(
                    "another keyword than `check` finds, {found:?}: {line}"
                )),
                Some(named) if !self.is_there(named) => Some(format!("leads nowhere: {line}")),
                Some(_) => None,
            }
        })
    }

    fn is_there(&self, location: &str) -> bool {
        location.split_once('#').is_some_and(|(path, pointer)| {
            let document = self.documents.iter().find(|it| *it.path == *path);
            document.is_some_and(|it| it.json.pointer(pointer).is_some())
        })
    }
}

/// The places that modules name and that are not in the schemas, one line for
/// each module: no error may lead nowhere, whoever sees it.
pub(crate) fn missed(groups: &[Group], modules: &Modules) -> Vec<String> {
    let both = groups.iter().zip(&modules.made);
    let missed = both.filter_map(|(group, made)| {
        let Made::Module { index, .. } = made else {
            return None;
        };
        let text = &modules.modules[*index].text;
        let problem = match Places::of(group) {
            Ok(places) => format!(
                "names {}, which is not there",
                stated(text).find(|location| !places.is_there(location))?
            ),
            Err(problem) => problem,
        };
        let (keyword, name) = (&group.keyword, &group.description);
        Some(format!("{}/{keyword}: {name}: {problem}", group.draft_name))
    });
    missed.collect()
}

/// The places in the schema that a module's code names.
fn stated(text: &str) -> impl Iterator<Item = String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let quoted = code.flat_map(|line| {
        line.match_indices("\"schema.json#")
            .map(|(at, _)| &line[at..])
    });
    quoted.filter_map(|rest| {
        let end = rest[1..].match_indices('"').find_map(|(at, _)| {
            let literal = &rest[..at + 2];
            syn::parse_str::<syn::LitStr>(literal).ok()
        })?;
        Some(end.value())
    })
}

/// The keywords of faults, those of alternatives included; alternatives share
/// their faults, each is gone through once.
fn all(faults: &[Fault], seen: &mut HashSet<*const Fault>, found: &mut BTreeSet<String>) {
    if !seen.insert(faults.as_ptr()) {
        return;
    }
    for fault in faults {
        found.insert(fault.location());
        for arm in &fault.arms {
            all(&arm.faults, seen, found);
        }
    }
}

//! The new set and what is there → what is to be changed.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::SystemTime;

use jiff::Timestamp;

use super::check;
use super::collect::Set;
use super::held::Held;
use super::lock::{Lock, Locked, sha256};
use super::outcome::Change;
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::parse::parse_text;

/// What is to be changed.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) changes: Vec<Change>,
    /// The files that an earlier refresh brought, and this one does not.
    pub(super) gone: BTreeSet<String>,
    pub(super) lock: Lock,
    offline: bool,
}

impl Plan {
    pub(super) fn new(
        held: Held<'_>,
        old: &Lock,
        set: &Set,
        offline: bool,
    ) -> Result<Self, Diagnostics> {
        let now = (!offline).then(|| moment(SystemTime::now()));
        let mut plan = Self {
            changes: Vec::new(),
            gone: BTreeSet::new(),
            lock: Lock::default(),
            offline,
        };
        let now = now.as_deref();
        plan.lock.roots.clone_from(&set.roots);
        plan.lock.document = set
            .document
            .as_ref()
            .map(|document| recorded(document, old.document.as_ref(), now));
        for (name, item) in &set.items {
            let path = format!("{name}.json");
            let before = held.text(&path)?;
            let locked = recorded(&item.locked(), old.files.get(&path), now);
            plan.lock.files.insert(path.clone(), locked);
            if before.as_ref() != Some(&item.text) {
                plan.changes.push(Change {
                    path,
                    before,
                    after: Some(item.text.clone()),
                });
            }
        }
        for path in old.files.keys() {
            if plan.lock.files.contains_key(path) {
                continue;
            }
            let before = held.text(path)?;
            if before.is_some() {
                plan.gone.insert(path.clone());
                plan.changes.push(Change {
                    path: path.clone(),
                    before,
                    after: None,
                });
            }
        }
        plan.changes.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(plan)
    }

    /// Refuses to replace, or to record as fetched, what somebody wrote.
    pub(super) fn refuse_edits(
        &self,
        schemas: &Path,
        lock: Option<&Lock>,
    ) -> Result<(), Diagnostics> {
        // Before the first refresh, nothing tells what is somebody's own.
        let Some(lock) = lock else { return Ok(()) };
        let mut problems = Collector::default();
        let mut push = |path: &str, reason: &str, help: String| {
            let shown = schemas.join(path).display().to_string();
            problems.push(Diagnostic::of_file(Kind::Upstream, shown, reason).help(help));
        };
        for change in &self.changes {
            let Some(before) = &change.before else {
                continue;
            };
            match lock.files.get(&change.path) {
                Some(locked) if locked.sha256 == sha256(before.as_bytes()) => {}
                // Its form alone was changed.
                Some(locked) if change.is_form() && self.records(&change.path, locked) => {}
                Some(_) => push(
                    &change.path,
                    check::EDITED,
                    format!("{}; or replace it (--discard-edits)", check::ADVICE),
                ),
                None => push(
                    &change.path,
                    "this file was not fetched, and the vendor has one of this name now",
                    "rename it; or replace it (--discard-edits)".to_owned(),
                ),
            }
        }
        if self.offline {
            for (path, locked) in &lock.files {
                if self.lock.files.contains_key(path) && !self.records(path, locked) {
                    let help = format!("{}; or record it (--discard-edits)", check::ADVICE);
                    push(path, check::EDITED, help);
                }
            }
        }
        problems.finish(())
    }

    /// Whether the new lock says of a file what the old one said.
    fn records(&self, path: &str, old: &Locked) -> bool {
        let new = self.lock.files.get(path);
        new.is_some_and(|new| new.sha256 == old.sha256)
    }
}

/// A moment in UTC, to the second: `2026-11-24T08:30:00Z` (RFC 3339).
fn moment(time: SystemTime) -> String {
    // No clock is set to a year behind 9999.
    let moment = Timestamp::try_from(time).unwrap_or_default();
    format!("{moment:.0}")
}

/// What the new lock says, with the time of the fetch: the old one's where
/// nothing else is different. `now` is absent where nothing was fetched.
fn recorded(new: &Locked, old: Option<&Locked>, now: Option<&str>) -> Locked {
    let at = |fetched: Option<String>| Locked {
        fetched,
        ..new.clone()
    };
    match (old, now) {
        (Some(old), None) if old.sha256 == new.sha256 => old.clone(),
        (Some(old), Some(_)) if *old == at(old.fetched.clone()) => old.clone(),
        _ => at(now.map(str::to_owned)),
    }
}

impl Change {
    /// Whether the schema is the same, written in another way.
    fn is_form(&self) -> bool {
        let form = |text: &Option<String>| {
            let (json, _) = parse_text(&self.path, text.as_deref()?).ok()?;
            Some(json.to_text())
        };
        form(&self.before).is_some_and(|before| Some(before) == form(&self.after))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    #[test]
    fn moments_are_cut_to_the_second() {
        let time = UNIX_EPOCH + Duration::from_millis(951_782_399_999);
        assert_eq!(moment(time), "2000-02-28T23:59:59Z");
    }
}

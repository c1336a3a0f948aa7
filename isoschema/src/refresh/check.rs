//! Do the files and the lock agree? Without any network.

use std::path::Path;

use super::held::Held;
use super::lock::{LOCK, Lock, sha256};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::document::Origin;
use crate::load::parse::parse_text;
use crate::load::source::Source;
use crate::read;

/// What [`check`] found in a folder whose files and lock agree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// How many files a refresh brought.
    pub files: usize,
    /// The schemas that no refresh brought: somebody's own.
    pub own: Vec<String>,
}

/// Says whether the schemas of a folder are those that its lock records.
///
/// # Errors
///
/// A lock that is not there or cannot be read, and every file that is gone or
/// was changed since it was fetched.
pub fn check(schemas: impl AsRef<Path>) -> Result<Checked, Diagnostics> {
    checked(Held {
        folder: schemas.as_ref(),
        limit: read::LIMIT,
    })
}

/// The same with any limit.
pub(super) fn checked(held: Held<'_>) -> Result<Checked, Diagnostics> {
    let schemas = held.folder;
    let Some(lock) = Lock::of_folder(schemas)? else {
        let shown = schemas.join(LOCK).display().to_string();
        let reason = "there is no lock: nothing says which schemas were fetched";
        return Err(Diagnostic::of_file(Kind::File, shown, reason)
            .help("refresh the schemas; with --offline, the files that are there are recorded")
            .into());
    };
    let mut problems = Collector::default();
    for (path, locked) in &lock.files {
        let file = schemas.join(path);
        let shown = file.display().to_string();
        let mut push = |reason: &str, help: &str| {
            let problem = Diagnostic::of_file(Kind::Upstream, shown.as_str(), reason);
            problems.push(problem.help(help));
        };
        match held.bytes(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => push(
                "this file is gone; the lock says that it was fetched",
                "refresh again, or take it from version control",
            ),
            Err(error) => problems.push(read::unreadable(&file, &error).help("refresh again")),
            Ok(bytes) if sha256(&bytes) == locked.sha256 => {}
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let form_only = parse_text(&shown, &text)
                    .is_ok_and(|(json, _)| sha256(json.to_text().as_bytes()) == locked.sha256);
                if form_only {
                    push(
                        "the form of this file was changed, not what it says",
                        "put it back as it was fetched: a refresh compares texts",
                    );
                } else {
                    push(EDITED, ADVICE);
                }
            }
        }
    }
    let loader = crate::load::Loader::new(&Source::folder(schemas).max_size(held.limit));
    let own = loader
        .documents
        .iter()
        .filter(|document| document.origin == Origin::Schemas)
        .map(|document| document.path.to_string())
        .filter(|path| !lock.files.contains_key(path))
        .collect();
    problems.finish(Checked {
        files: lock.files.len(),
        own,
    })
}

pub(super) const EDITED: &str = "this file was edited since it was fetched";

pub(super) const ADVICE: &str = "put the fetched file back and make the edit an overlay, which \
    survives every refresh: overlays/NAME.json with `schema`, `reason` and `patch` or `merge`";

//! A git revision → the schemas folder as it was, in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};

/// A folder of schemas at a revision; the copy is removed when this is
/// dropped.
#[derive(Debug)]
pub struct Revision {
    folder: PathBuf,
}

impl Revision {
    /// Copies what `folder` held at a revision (a commit, a tag, a branch) of
    /// the git repository that it is in. The folder need not exist any more in
    /// the work tree, but the one that it is in must.
    ///
    /// # Errors
    ///
    /// What git says: no repository, no such revision, no such folder then.
    pub fn of(folder: impl AsRef<Path>, revision: &str) -> Result<Self, Diagnostics> {
        let folder = folder.as_ref();
        let refuse = |reason: String| {
            Diagnostics::from(Diagnostic::of_file(
                Kind::File,
                folder.display().to_string(),
                reason,
            ))
        };
        if revision.starts_with('-') {
            return Err(refuse(format!("`{revision}` is not a revision")));
        }
        let asked = format!("{revision}^{{commit}}");
        let commit = git(folder, &["rev-parse", "--verify", "--quiet", &asked]).map_err(|_| {
            refuse(format!(
                "`{revision}` is neither a path nor a git revision here"
            ))
        })?;
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        let listed = git(
            folder,
            &["ls-tree", "-r", "-z", "--name-only", &commit, "."],
        )
        .map_err(|error| refuse(format!("git ls-tree: {error}")))?;
        let copy = Self {
            folder: fresh().map_err(|error| refuse(format!("no temporary folder: {error}")))?,
        };
        let names: Vec<&[u8]> = listed
            .split(|byte| *byte == 0)
            .filter(|name| !name.is_empty())
            .collect();
        if names.is_empty() {
            return Err(refuse(format!("there was nothing here at `{revision}`")));
        }
        for name in names {
            let name = String::from_utf8_lossy(name).into_owned();
            let blob = git(folder, &["show", &format!("{commit}:./{name}")])
                .map_err(|error| refuse(format!("git show {name}: {error}")))?;
            let path = copy.folder.join(&name);
            let written = path
                .parent()
                .map_or(Ok(()), std::fs::create_dir_all)
                .and_then(|()| std::fs::write(&path, blob));
            written.map_err(|error| refuse(format!("{}: {error}", path.display())))?;
        }
        Ok(copy)
    }

    /// The folder of the copy.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

/// A folder that nobody else has.
fn fresh() -> std::io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("isoschema-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        match std::fs::create_dir(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path),
        }
    }
}

//! A git revision → the schemas folder as it was, in a folder of its own.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::read;
use crate::write::tree::inside;

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
        Self::of_up_to(folder, revision, read::LIMIT)
    }

    /// As [`Revision::of`], with files of at most so many bytes. In the place
    /// of a larger one stands one without content that is as large: whoever
    /// reads it says that it is too large.
    ///
    /// # Errors
    ///
    /// As for [`Revision::of`].
    pub fn of_up_to(
        folder: impl AsRef<Path>,
        revision: &str,
        max_size: u64,
    ) -> Result<Self, Diagnostics> {
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
        let listed = git(folder, &["ls-tree", "-r", "-z", "--long", &commit, "."])
            .map_err(|error| refuse(format!("git ls-tree: {error}")))?;
        let copy = Self {
            folder: fresh().map_err(|error| refuse(format!("no temporary folder: {error}")))?,
        };
        let listed = String::from_utf8_lossy(&listed);
        let entries: Vec<Entry<'_>> = listed.split('\0').filter_map(Entry::read).collect();
        if entries.is_empty() {
            return Err(refuse(format!("there was nothing here at `{revision}`")));
        }
        for entry in entries {
            let text = match entry.size {
                size if size > max_size => Err(size),
                _ => Ok(git(folder, &["cat-file", "blob", entry.object])
                    .map_err(|error| refuse(format!("git cat-file {}: {error}", entry.path)))?),
            };
            copy.put(entry.path, text)
                .map_err(|error| refuse(format!("{}: {error}", entry.path)))?;
        }
        Ok(copy)
    }

    /// Writes a file of the copy, or one without content of this size.
    #[expect(
        clippy::disallowed_methods,
        reason = "a folder that this process has made, where nothing else is"
    )]
    fn put(&self, path: &str, text: Result<Vec<u8>, u64>) -> io::Result<()> {
        let path = inside(&self.folder, path)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = std::fs::File::create_new(&path)?;
        match text {
            Ok(text) => file.write_all(&text),
            Err(size) => file.set_len(size),
        }
    }

    /// The folder of the copy.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Revision {
    #[expect(clippy::disallowed_methods, reason = "a folder of its own")]
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A file of a revision.
struct Entry<'a> {
    object: &'a str,
    size: u64,
    path: &'a str,
}

impl<'a> Entry<'a> {
    /// Reads `MODE blob OBJECT SIZE\tPATH`; what is no file has no size.
    fn read(line: &'a str) -> Option<Self> {
        let (about, path) = line.split_once('\t')?;
        let mut about = about.split_ascii_whitespace().skip(2);
        Some(Self {
            object: about.next()?,
            size: about.next()?.parse().ok()?,
            path,
        })
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

//! A git revision → the schemas as they were, in a folder of their own.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::read;
use crate::write::tree::inside;

/// Files that no schema, configuration or lock is are not copied.
const ENDINGS: [&str; 8] = [
    "json", "jsonc", "jsonl", "lock", "ndjson", "toml", "yaml", "yml",
];

/// A folder of schemas at a revision; the copy is removed when this is
/// dropped.
#[derive(Debug)]
pub struct Revision {
    folder: PathBuf,
    /// The file in it that was asked for.
    file: Option<PathBuf>,
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
        let copy = Self::copied(folder, &[&commit, "."], max_size).map_err(&refuse)?;
        copy.ok_or_else(|| refuse(format!("there was nothing here at `{revision}`")))
    }

    /// Copies what stood at `REVISION:PATH`, as git writes it: a folder, or a
    /// file with those beside it. A path is one from the root of the repository
    /// that `here` is in, or with `./` before it, from `here` on.
    ///
    /// # Errors
    ///
    /// What git says: no repository, no such revision, nothing at the path then.
    pub fn at(here: impl AsRef<Path>, place: &str, max_size: u64) -> Result<Self, Diagnostics> {
        let here = here.as_ref();
        let refuse = |reason: String| {
            Diagnostics::from(Diagnostic::of_file(Kind::File, place.to_owned(), reason))
        };
        let (revision, path) = place.split_once(':').unwrap_or((place, ""));
        if revision.is_empty() || revision.starts_with('-') {
            return Err(refuse(format!("`{revision}` is not a revision")));
        }
        let kind = |place: &str| git(here, &["cat-file", "-t", place]);
        let kind = kind(place).map_err(|said| {
            let mut problem = Diagnostic::of_file(
                Kind::File,
                place.to_owned(),
                format!("git finds nothing there: {said}"),
            );
            if !path.starts_with("./") && kind(&format!("{revision}:./{path}")).is_ok() {
                problem.help = Some(format!(
                    "a path begins at the root of the repository; did you mean `{revision}:./{path}`?"
                ));
            }
            Diagnostics::from(problem)
        })?;
        let (tree, file) = if kind.starts_with(b"tree") {
            (place.to_owned(), None)
        } else {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let folder = if folder == "." { "./" } else { folder };
            (format!("{revision}:{folder}"), Some(name))
        };
        let copy = Self::copied(here, &["--full-tree", &tree], max_size).map_err(&refuse)?;
        let copy = copy.ok_or_else(|| refuse("there is no schema there".to_owned()))?;
        let file = file.map(|name| copy.folder.join(name));
        if file.as_ref().is_some_and(|file| !file.is_file()) {
            return Err(refuse(format!(
                "no schema, whose name ends in one of {}",
                ENDINGS.join(", ")
            )));
        }
        Ok(copy.with_file(file))
    }

    fn with_file(mut self, file: Option<PathBuf>) -> Self {
        self.file = file;
        self
    }

    /// Copies the files of a tree; `None` where it has none.
    fn copied(folder: &Path, tree: &[&str], max_size: u64) -> Result<Option<Self>, String> {
        let listed = [&["ls-tree", "-r", "-z", "--long"], tree].concat();
        let listed = git(folder, &listed).map_err(|error| format!("git ls-tree: {error}"))?;
        let listed = String::from_utf8_lossy(&listed);
        let entries: Vec<Entry<'_>> = listed.split('\0').filter_map(Entry::read).collect();
        if entries.is_empty() {
            return Ok(None);
        }
        let copy = Self {
            folder: fresh().map_err(|error| format!("no temporary folder: {error}"))?,
            file: None,
        };
        let mut objects = Objects::of(folder).map_err(|error| format!("git cat-file: {error}"))?;
        for entry in entries {
            let text = match entry.size {
                size if size > max_size => Err(size),
                _ => Ok(objects
                    .read(entry.object)
                    .map_err(|error| format!("git cat-file {}: {error}", entry.path))?),
            };
            copy.put(entry.path, text)
                .map_err(|error| format!("{}: {error}", entry.path))?;
        }
        Ok(Some(copy))
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

    /// What was asked for: the folder, or a file in it.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.as_deref().unwrap_or(&self.folder)
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
    /// Reads `MODE blob OBJECT SIZE\tPATH`; what is no file has no size, and what
    /// is no schema by its name is passed over.
    fn read(line: &'a str) -> Option<Self> {
        let (about, path) = line.split_once('\t')?;
        let (_, ending) = path.rsplit_once('.')?;
        if !ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
            return None;
        }
        let mut about = about.split_ascii_whitespace().skip(2);
        Some(Self {
            object: about.next()?,
            size: about.next()?.parse().ok()?,
            path,
        })
    }
}

/// One process of git that gives the content of objects.
struct Objects {
    git: Child,
    asked: ChildStdin,
    said: BufReader<ChildStdout>,
}

impl Objects {
    fn of(folder: &Path) -> io::Result<Self> {
        let mut git = Command::new("git")
            .arg("-C")
            .arg(folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(asked), Some(said)) => Ok(Self {
                git,
                asked,
                said: BufReader::new(said),
            }),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Asks for one: `OBJECT blob SIZE`, the content and a line break come.
    fn read(&mut self, object: &str) -> io::Result<Vec<u8>> {
        writeln!(self.asked, "{object}")?;
        self.asked.flush()?;
        let mut head = String::new();
        self.said.read_line(&mut head)?;
        let size = head.split_ascii_whitespace().nth(2);
        let size: Option<usize> = size.and_then(|size| size.parse().ok());
        let Some(size) = size else {
            return Err(io::Error::other(head.trim().to_owned()));
        };
        let mut content = Vec::new();
        let whole = size as u64 + 1;
        self.said.by_ref().take(whole).read_to_end(&mut content)?;
        match content.pop() {
            Some(b'\n') if content.len() == size => Ok(content),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Nothing more is asked for: it ends by itself, or is ended.
        let _ = self.git.kill();
        let _ = self.git.wait();
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

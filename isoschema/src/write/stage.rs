//! A folder that is made beside another one, and takes its place in one step.
//!
//! The new state of the folder `NAME` is made in `.NAME.BY` beside it, `BY`
//! being the command at work, with all that stays as it is linked into it. Then
//! the two are exchanged in one step of the file system (`renameat2` with
//! `RENAME_EXCHANGE` on Linux, `renameatx_np` on macOS): a reader that opens
//! the folder finds the old state or the new one, and so does whoever comes
//! after an interruption. What an interruption leaves behind is `.NAME.BY`,
//! never in use, which the next run removes. There is no journal to be
//! replayed, and nothing that other programs would have to know.
//!
//! The file `.NAME.BY-mark` says that `.NAME.BY` is such a folder. Without it,
//! and wherever a link stands, nothing is walked into, written or removed.
//!
//! Where the file system cannot exchange, two renames do it; in between,
//! there is no folder of that name (a build fails, but reads no mixture), and
//! the next run puts the old one back.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::exchange::{Guard, cannot, exchange, lock};
use crate::read;

/// The folders, and the right to change them.
#[derive(Debug)]
pub(crate) struct Stage {
    /// The folder in use, without links; it need not be there yet.
    pub(crate) folder: PathBuf,
    /// The folder that is being made; after the exchange the old one.
    pub(crate) beside: PathBuf,
    /// Where the old one is between two renames.
    aside: PathBuf,
    /// The file that says whose the two others are.
    mark: PathBuf,
    /// Held as long as this is: one run at a time.
    _guard: Guard,
}

/// What was done to a path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Touched {
    /// It was put into the new folder.
    Staged,
    /// It was removed from the old one.
    Removed,
}

/// Who is told of it.
type Tell<'a> = dyn FnMut(Touched, &Path) + 'a;

impl Stage {
    /// Finds the places, keeps other runs out, or waits so long for them, and
    /// puts right what an interruption left behind.
    pub(crate) fn open(
        folder: &Path,
        by: &str,
        patience: Duration,
        tell: &mut Tell<'_>,
    ) -> io::Result<Self> {
        let (parent, name) = place(folder)?;
        let guard = lock(&parent, patience)?;
        let stage = Self {
            folder: parent.join(&name),
            beside: parent.join(format!(".{name}.{by}")),
            aside: parent.join(format!(".{name}.{by}-old")),
            mark: parent.join(format!(".{name}.{by}-mark")),
            _guard: guard,
        };
        stage.recover(tell)?;
        match kind(&stage.folder)? {
            Some(kind) if !kind.is_dir() => Err(io::Error::other(format!(
                "it is {}, not a folder",
                read::name(kind)
            ))),
            _ => Ok(stage),
        }
    }

    fn recover(&self, tell: &mut Tell<'_>) -> io::Result<()> {
        let marked = kind(&self.mark)?.is_some_and(|kind| kind.is_file());
        for path in [&self.mark, &self.beside, &self.aside] {
            let own = |kind: &fs::FileType| marked && (kind.is_dir() || path == &self.mark);
            if !kind(path)?.as_ref().is_none_or(own) {
                return Err(io::Error::other(format!(
                    "`{}` is in the way: it is not what an earlier run would have left; rename or remove it",
                    path.display()
                )));
            }
        }
        if !marked {
            return Ok(());
        }
        if kind(&self.aside)?.is_some() {
            if kind(&self.folder)?.is_none() {
                fs::rename(&self.aside, &self.folder)?;
            } else {
                remove(&self.aside, tell)?;
            }
        }
        self.clear_away(tell)
    }

    /// Makes the new folder: these files written, those left out, all else as
    /// it is.
    pub(crate) fn fill(
        &self,
        written: &[(&str, &str)],
        left_out: &BTreeSet<&str>,
        tell: &mut Tell<'_>,
    ) -> io::Result<()> {
        let mut mark = fs::File::create_new(&self.mark)?;
        mark.write_all(b"The folder beside is isoschema's: the next run removes it.\n")?;
        fs::create_dir(&self.beside)?;
        let skipped: BTreeSet<&str> = written
            .iter()
            .map(|(path, _)| *path)
            .chain(left_out.iter().copied())
            .collect();
        if kind(&self.folder)?.is_some() {
            fs::set_permissions(&self.beside, fs::metadata(&self.folder)?.permissions())?;
            walk(&self.folder, &mut |path, kind, from| {
                let to = self.beside.join(path);
                if kind.is_dir() {
                    return fs::create_dir(&to);
                }
                if skipped.contains(path) {
                    return Ok(());
                }
                tell(Touched::Staged, &to);
                carry(kind, from, &to)
            })?;
        }
        for (path, text) in written {
            let to = self.beside.join(path);
            if let Some(folder) = Path::new(path).parent() {
                // Not through a link that was carried over.
                read::kind_inside(&self.beside, &folder.join("-"))?;
                fs::create_dir_all(self.beside.join(folder))?;
            }
            let mut file = fs::File::create_new(&to)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            tell(Touched::Staged, &to);
        }
        Ok(())
    }

    /// Puts the new folder into the place of the old one.
    pub(crate) fn exchange(&self) -> io::Result<()> {
        if kind(&self.folder)?.is_none() {
            return fs::rename(&self.beside, &self.folder);
        }
        match exchange(&self.beside, &self.folder) {
            Ok(()) => Ok(()),
            Err(error) if cannot(&error) => {
                fs::rename(&self.folder, &self.aside)?;
                fs::rename(&self.beside, &self.folder).inspect_err(|_| {
                    // Back to where it was; the first error is the one to tell.
                    let _ = fs::rename(&self.aside, &self.folder);
                })?;
                fs::rename(&self.aside, &self.beside)
            }
            Err(error) => Err(error),
        }
    }

    /// After the exchange: carries over what somebody saved in the old folder
    /// while the new one was being made, then removes the old one.
    pub(crate) fn clear(&self, ours: &BTreeSet<&str>, tell: &mut Tell<'_>) -> io::Result<()> {
        if kind(&self.beside)?.is_some() {
            walk(&self.beside, &mut |path, kind, from| {
                if !kind.is_file() || ours.contains(path) {
                    return Ok(());
                }
                let to = self.folder.join(path);
                let stamp = |path: &Path| {
                    let data = fs::symlink_metadata(path)?;
                    Ok::<_, io::Error>((data.len(), data.modified()?))
                };
                if stamp(&to).ok() == Some(stamp(from)?) {
                    return Ok(());
                }
                if let Some(folder) = to.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::rename(from, &to)
            })?;
        }
        self.clear_away(tell)
    }

    /// Gives up: the old folder stays.
    pub(crate) fn discard(&self) {
        // What cannot be removed now, the next run removes.
        let _ = self.clear_away(&mut |_, _| {});
    }

    fn clear_away(&self, tell: &mut Tell<'_>) -> io::Result<()> {
        remove(&self.beside, tell)?;
        fs::remove_file(&self.mark)
    }
}

/// What stands there, if anything does; a link is one.
fn kind(path: &Path) -> io::Result<Option<fs::FileType>> {
    match fs::symlink_metadata(path) {
        Ok(data) => Ok(Some(data.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Goes through a folder, parents first, with `/`-separated paths.
fn walk(
    folder: &Path,
    each: &mut dyn FnMut(&str, fs::FileType, &Path) -> io::Result<()>,
) -> io::Result<()> {
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let path = format!("{prefix}{}", name.to_string_lossy());
            let kind = entry.file_type()?;
            if name.to_str().is_none() {
                let reason = format!("`{}` is no text", entry.path().display());
                return Err(io::Error::other(reason));
            }
            each(&path, kind, &entry.path())?;
            if kind.is_dir() {
                open.push((entry.path(), format!("{path}/")));
            }
        }
    }
    Ok(())
}

/// Has what is in the old folder in the new one, too.
fn carry(kind: fs::FileType, from: &Path, to: &Path) -> io::Result<()> {
    // A link of this kind keeps the time stamp, by which cargo knows changes.
    fs::hard_link(from, to).or_else(|error| {
        if kind.is_file() {
            fs::copy(from, to).map(drop)
        } else if kind.is_symlink() {
            link(&fs::read_link(from)?, to)
        } else {
            Err(error)
        }
    })
}

#[cfg(unix)]
fn link(target: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, to)
}

#[cfg(not(unix))]
fn link(_: &Path, to: &Path) -> io::Result<()> {
    let reason = format!("`{}` is a link, and is not copied", to.display());
    Err(io::Error::other(reason))
}

/// The folder's parent, links resolved, and its name.
fn place(folder: &Path) -> io::Result<(PathBuf, String)> {
    // Without a slash at its end, which would lead through a link.
    let folder: PathBuf = folder.components().collect();
    if kind(&folder)?.is_some_and(|kind| kind.is_symlink()) {
        return Err(io::Error::other(
            "it is a link; name the folder that it leads to",
        ));
    }
    let real = match folder.canonicalize() {
        Ok(real) => real,
        // Between two renames, there is none.
        Err(error) => match (folder.parent(), folder.file_name()) {
            (Some(parent), Some(name)) if parent.as_os_str().is_empty() => {
                Path::new(".").canonicalize()?.join(name)
            }
            (Some(parent), Some(name)) => parent.canonicalize()?.join(name),
            _ => return Err(error),
        },
    };
    let name = real.file_name().and_then(|name| name.to_str());
    match (real.parent(), name) {
        (Some(parent), Some(name)) => Ok((parent.to_owned(), name.to_owned())),
        _ => Err(io::Error::other("it has no name")),
    }
}

/// Removes a folder and all that is in it, if it is there.
fn remove(folder: &Path, tell: &mut Tell<'_>) -> io::Result<()> {
    match kind(folder)? {
        None => return Ok(()),
        Some(kind) if kind.is_dir() => {}
        Some(kind) => return Err(read::no_file(kind)),
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
        tell(Touched::Removed, &entry.path());
    }
    fs::remove_dir(folder)
}

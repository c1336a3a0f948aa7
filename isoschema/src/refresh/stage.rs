//! The folder beside the schemas folder that takes its place.
//!
//! The new set is made in `.NAME.refresh` beside the folder `NAME`, with all
//! else that the folder holds (configuration, overlays, own schemas) linked
//! into it. Then the two are exchanged in one step of the file system
//! (`renameat2` with `RENAME_EXCHANGE` on Linux, `renameatx_np` on macOS): a
//! reader that opens the folder finds the old set or the new one, and so does
//! whoever comes after an interruption. What an interruption leaves behind is
//! `.NAME.refresh`, never in use, which the next run removes. There is no
//! journal to be replayed, and nothing that other programs would have to know.
//!
//! Where the file system cannot exchange, two renames do it: in between,
//! there is no folder of that name (a build fails, but reads no mixture), and
//! the next run puts the old one back.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::event::Event;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};

/// The two folders.
#[derive(Debug)]
pub(super) struct Stage {
    /// The folder in use, without links.
    pub(super) schemas: PathBuf,
    /// The folder that is being made; after the exchange the old one.
    pub(super) beside: PathBuf,
    /// Where the old one is between two renames.
    aside: PathBuf,
    /// Held as long as this is: one refresh at a time.
    _guard: Guard,
}

impl Stage {
    /// Finds the places, puts right what an interruption left behind, and
    /// keeps other refreshes out.
    pub(super) fn open(
        schemas: &Path,
        tell: &mut dyn FnMut(&Event<'_>),
    ) -> Result<Self, Diagnostics> {
        let wrong = |error: &io::Error| {
            let shown = schemas.display().to_string();
            let reason = format!("this folder cannot be refreshed: {error}");
            Diagnostics::from(Diagnostic::of_file(Kind::File, shown, reason))
        };
        let (parent, name) = place(schemas).map_err(|error| wrong(&error))?;
        let guard = lock(&parent).map_err(|error| wrong(&error))?;
        let stage = Self {
            schemas: parent.join(&name),
            beside: parent.join(format!(".{name}.refresh")),
            aside: parent.join(format!(".{name}.refresh-old")),
            _guard: guard,
        };
        stage.recover(tell).map_err(|error| wrong(&error))?;
        if stage.schemas.is_dir() {
            Ok(stage)
        } else {
            Err(wrong(&io::Error::other("there is no such folder")))
        }
    }

    fn recover(&self, tell: &mut dyn FnMut(&Event<'_>)) -> io::Result<()> {
        if fs::symlink_metadata(&self.aside).is_ok() {
            if fs::symlink_metadata(&self.schemas).is_err() {
                fs::rename(&self.aside, &self.schemas)?;
            } else {
                remove(&self.aside, tell)?;
            }
        }
        remove(&self.beside, tell)
    }

    /// Makes the new folder: these files written, those left out, all else as
    /// it is.
    pub(super) fn fill(
        &self,
        written: &[(String, String)],
        left_out: &BTreeSet<String>,
        tell: &mut dyn FnMut(&Event<'_>),
    ) -> io::Result<()> {
        fs::create_dir(&self.beside)?;
        fs::set_permissions(&self.beside, fs::metadata(&self.schemas)?.permissions())?;
        let skipped: BTreeSet<&str> = written
            .iter()
            .map(|(path, _)| path.as_str())
            .chain(left_out.iter().map(String::as_str))
            .collect();
        walk(&self.schemas, &mut |path, kind, from| {
            let to = self.beside.join(path);
            if kind.is_dir() {
                return fs::create_dir(&to);
            }
            if skipped.contains(path) {
                return Ok(());
            }
            tell(&Event::Staged(&to));
            // A link keeps the time stamp, by which cargo knows changes.
            fs::hard_link(from, &to).or_else(|_| fs::copy(from, &to).map(drop))
        })?;
        for (path, text) in written {
            let to = self.beside.join(path);
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut file = fs::File::create_new(&to)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            tell(&Event::Staged(&to));
        }
        Ok(())
    }

    /// Puts the new folder into the place of the old one.
    pub(super) fn exchange(&self) -> io::Result<()> {
        match exchange(&self.beside, &self.schemas) {
            Ok(()) => Ok(()),
            Err(error) if cannot(&error) => {
                fs::rename(&self.schemas, &self.aside)?;
                fs::rename(&self.beside, &self.schemas).inspect_err(|_| {
                    // Back to where it was; the first error is the one to tell.
                    let _ = fs::rename(&self.aside, &self.schemas);
                })?;
                fs::rename(&self.aside, &self.beside)
            }
            Err(error) => Err(error),
        }
    }

    /// After the exchange: carries over what somebody saved in the old folder
    /// while the new one was being made, then removes the old one.
    pub(super) fn clear(
        &self,
        ours: &BTreeSet<String>,
        tell: &mut dyn FnMut(&Event<'_>),
    ) -> io::Result<()> {
        walk(&self.beside, &mut |path, kind, from| {
            if !kind.is_file() || ours.contains(path) {
                return Ok(());
            }
            let to = self.schemas.join(path);
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
        remove(&self.beside, tell)
    }

    /// Gives up: the old folder stays.
    pub(super) fn discard(&self) {
        // What cannot be removed now, the next run removes.
        let _ = fs::remove_dir_all(&self.beside);
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

/// The folder's parent and its name, links resolved.
fn place(schemas: &Path) -> io::Result<(PathBuf, String)> {
    let real = match schemas.canonicalize() {
        Ok(real) => real,
        // Between two renames, there is none.
        Err(error) => match (schemas.parent(), schemas.file_name()) {
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
fn remove(folder: &Path, tell: &mut dyn FnMut(&Event<'_>)) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
        tell(&Event::Removed(&entry.path()));
    }
    fs::remove_dir(folder)
}

/// Keeps other refreshes of folders in this one out, until it is dropped or
/// the process ends.
#[derive(Debug)]
struct Guard {
    #[cfg(unix)]
    folder: Option<fs::File>,
}

#[cfg(unix)]
fn lock(parent: &Path) -> io::Result<Guard> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    let folder = fs::File::open(parent)?;
    match flock(&folder, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Guard {
            folder: Some(folder),
        }),
        Err(Errno::WOULDBLOCK) => Err(io::Error::other("another refresh is at work there")),
        // Some network file systems have no locks.
        Err(_) => Ok(Guard { folder: None }),
    }
}

#[cfg(unix)]
impl Drop for Guard {
    fn drop(&mut self) {
        use rustix::fs::{FlockOperation, flock};

        // Closing would do, but for a process that is just being started and
        // holds a copy of everything that is open.
        if let Some(folder) = &self.folder {
            let _ = flock(folder, FlockOperation::Unlock);
        }
    }
}

#[cfg(not(unix))]
fn lock(_: &Path) -> io::Result<Guard> {
    Ok(Guard {})
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?;
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether this says that folders cannot be exchanged here.
fn cannot(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}

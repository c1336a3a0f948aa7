//! Disk → bytes: regular files alone, and no more of them than is allowed.
//!
//! Whatever lies in a folder may have been put there by somebody else: a FIFO,
//! which keeps whoever opens it waiting, a link to a device without an end, a
//! file of many gigabytes that takes no room on the disk. So a path is opened
//! without waiting, what was opened is looked at, not the path, and what is no
//! regular file or is larger than the limit is an error. All that the engine
//! and its commands read goes through here; `clippy.toml` keeps it so.

#![expect(
    clippy::disallowed_methods,
    reason = "this is what the others are to use"
)]

use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::{Component, Path};

use crate::diagnostics::{Diagnostic, Kind};
use crate::names::nearest::nearest;
use crate::words::counted;

/// How many bytes a file may have where nothing else is said: 16 MiB.
pub const LIMIT: u64 = 16 << 20;

/// Of so many names in a folder, one may be meant.
const MOST_NAMES: usize = 10_000;

/// Reads a regular file of at most so many bytes.
///
/// # Errors
///
/// What the file system says; a path that leads to no regular file; a file
/// that is larger ([`io::ErrorKind::FileTooLarge`]).
///
/// # Examples
///
/// ```
/// let path = std::env::temp_dir().join(format!("isoschema-read-{}", std::process::id()));
/// std::fs::write(&path, "true")?;
/// assert_eq!(isoschema::read::bytes(&path, 4)?, b"true");
/// assert!(isoschema::read::bytes(&path, 3).is_err());
/// assert!(isoschema::read::bytes(std::env::temp_dir(), 4).is_err());
/// # std::fs::remove_file(path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn bytes(path: impl AsRef<Path>, limit: u64) -> io::Result<Vec<u8>> {
    let file = open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Err(too_large(&counted(length, "byte"), limit));
    }
    stream(file, limit)
}

/// Reads a regular file of at most so many bytes as a text.
///
/// # Errors
///
/// Those of [`bytes`], and what is not UTF-8.
///
/// # Examples
///
/// ```
/// use isoschema::read;
///
/// let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
/// assert!(read::text(manifest, read::LIMIT)?.contains("[package]"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn text(path: impl AsRef<Path>, limit: u64) -> io::Result<String> {
    let not_text = |_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8");
    String::from_utf8(bytes(path, limit)?).map_err(not_text)
}

/// Reads a regular file of a folder by its `/`-separated path in it, which
/// leads out neither by its name nor through a link.
pub(crate) fn inside(folder: &Path, path: &str, limit: u64) -> io::Result<Vec<u8>> {
    match kind_inside(folder, Path::new(path))? {
        Some(kind) if kind.is_file() => bytes(folder.join(path), limit),
        Some(kind) => Err(no_file(kind)),
        None => Err(io::ErrorKind::NotFound.into()),
    }
}

/// What stands at a path in a folder, if anything does. Links are looked at,
/// not through.
pub(crate) fn kind_inside(folder: &Path, path: &Path) -> io::Result<Option<FileType>> {
    let mut at = folder.to_owned();
    let mut found = None;
    for part in path.components() {
        if let Some(kind) = found.filter(|kind: &FileType| !kind.is_dir()) {
            let shown = at.strip_prefix(folder).unwrap_or(&at).display();
            let reason = format!("`{shown}` is {}, not a folder", name(kind));
            return Err(io::Error::other(reason));
        }
        if !matches!(part, Component::Normal(_)) {
            let reason = format!("`{}` leads out of the folder", path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        at.push(part);
        match std::fs::symlink_metadata(&at) {
            Ok(data) => found = Some(data.file_type()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Reads a stream to its end, which is to come within so many bytes.
///
/// # Errors
///
/// What the stream says; a stream that has more
/// ([`io::ErrorKind::FileTooLarge`]).
///
/// # Examples
///
/// ```
/// assert_eq!(isoschema::read::stream(&b"true"[..], 4)?, b"true");
/// assert!(isoschema::read::stream(&b"true"[..], 3).is_err());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn stream(from: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large("more bytes", limit));
    }
    Ok(bytes)
}

/// Opens a regular file, without waiting for anybody at the other end of
/// whatever else it is.
///
/// # Errors
///
/// What the file system says; a path that leads to no regular file.
///
/// # Examples
///
/// ```
/// let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
/// assert!(isoschema::read::open(manifest)?.metadata()?.is_file());
/// assert!(isoschema::read::open(env!("CARGO_MANIFEST_DIR")).is_err());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn open(path: impl AsRef<Path>) -> io::Result<File> {
    let path = path.as_ref();
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;

        // Nor is a terminal to become this process's own.
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path).map_err(|error| {
        // A socket cannot even be opened; what it is says more.
        let other = std::fs::metadata(path).ok().filter(|data| !data.is_file());
        other.map_or(error, |data| no_file(data.file_type()))
    })?;
    let kind = file.metadata()?.file_type();
    if kind.is_file() {
        Ok(file)
    } else {
        Err(no_file(kind))
    }
}

/// What stands where a regular file is to be.
pub(crate) fn no_file(kind: FileType) -> io::Error {
    io::Error::other(format!("it is {}, not a regular file", name(kind)))
}

pub(crate) fn name(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;

        if kind.is_fifo() {
            return "a FIFO";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    if kind.is_file() {
        "a file"
    } else if kind.is_dir() {
        "a folder"
    } else if kind.is_symlink() {
        "a link"
    } else {
        "something else"
    }
}

fn too_large(has: &str, limit: u64) -> io::Error {
    let reason = format!("it has {has}, more than the {limit} that are read");
    io::Error::new(io::ErrorKind::FileTooLarge, reason)
}

/// What to say of a file that could not be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let shown = path.display().to_string();
    let reason = format!("cannot be read: {error}");
    if error.kind() == io::ErrorKind::FileTooLarge {
        return Diagnostic::of_file(Kind::Limit, shown, reason).help(
            "see what it is; larger schemas and payloads can be allowed (--max-size, or \
             `max_size` in code)",
        );
    }
    let problem = Diagnostic::of_file(Kind::File, shown, reason);
    match (error.kind() == io::ErrorKind::NotFound).then(|| beside(path)) {
        Some(Some(near)) => problem.help(format!("did you mean `{near}`?")),
        Some(None) => problem.help("look for the file, or for the folder that the command runs in"),
        None => problem,
    }
}

/// The names in a folder, for suggestions; none where it cannot be read.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let entries = entries.take(MOST_NAMES).flatten();
    let names = entries.flat_map(|it| it.file_name().into_string());
    names.collect()
}

/// The file whose name is nearest to one that is not there, in the same folder.
fn beside(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let names = names(folder.unwrap_or(Path::new(".")));
    let near = nearest(name, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near).display().to_string())
}

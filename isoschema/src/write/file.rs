//! One file.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::read;

/// Writes a text to a regular file, unless the file holds just this text
/// already. Missing folders are made. Where a link leads to a file, that file
/// is written, and the link stays. Gives whether anything was written.
///
/// # Errors
///
/// What the file system says, or that something else than a file is there,
/// which is not even read; it then is as it was before.
///
/// # Examples
///
/// ```
/// use isoschema::write::write_if_changed;
///
/// let path = std::env::temp_dir().join(format!("isoschema-doc-{}.rs", std::process::id()));
/// assert!(write_if_changed(&path, "struct A;\n")?);
/// assert!(!write_if_changed(&path, "struct A;\n")?);
/// # std::fs::remove_file(path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_if_changed(path: &Path, text: &str) -> io::Result<bool> {
    let link = match fs::symlink_metadata(path) {
        Ok(data) => data.is_symlink(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return create(path, text, None),
        Err(error) => return Err(error),
    };
    let there = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => io::Error::other("it is a link that leads nowhere"),
        _ => error,
    })?;
    if !there.is_file() {
        return Err(read::no_file(there.file_type()));
    }
    if there.len() == text.len() as u64 && read::bytes(path, there.len())? == text.as_bytes() {
        return Ok(false);
    }
    let kept = Some(there.permissions());
    if link {
        create(&path.canonicalize()?, text, kept)
    } else {
        create(path, text, kept)
    }
}

/// Writes a file beside the path and puts it there.
fn create(path: &Path, text: &str, permissions: Option<fs::Permissions>) -> io::Result<bool> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let beside = beside(folder);
    let written = fs::File::create_new(&beside)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            permissions.map_or(Ok(()), |kept| file.set_permissions(kept))
        })
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The first error is the one to tell; the rest may not even exist.
        let _ = fs::remove_file(&beside);
    }
    written.map(|()| true)
}

/// A name in the folder that no other write of any process has.
fn beside(folder: &Path) -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    folder.join(format!(".isoschema-{}-{number}.tmp", std::process::id()))
}

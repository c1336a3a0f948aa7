//! A folder of generated files → the same without what an earlier run left.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::tree::is_marked;
use crate::read;

/// Removes the Rust files in a folder that carry [`MARK`](super::MARK) and are
/// not among those that are kept, and the folders that are empty then. Whether
/// there were such files.
///
/// # Errors
///
/// What the file system says; a folder that is a link.
pub fn remove_stale(folder: &Path, kept: &BTreeSet<PathBuf>) -> io::Result<bool> {
    let mut removed = false;
    let mut open = vec![folder.to_owned()];
    if fs::symlink_metadata(folder).is_ok_and(|data| data.is_symlink()) {
        return Err(read::no_file(fs::symlink_metadata(folder)?.file_type()));
    }
    let mut seen = Vec::new();
    while let Some(folder) = open.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let (kind, path) = (entry.file_type()?, entry.path());
            // A link leads elsewhere.
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_file()
                && path.extension().is_some_and(|end| end == "rs")
                && !kept.contains(&path)
                && is_marked(&path)?
            {
                fs::remove_file(&path)?;
                removed = true;
            }
        }
        seen.push(folder);
    }
    for folder in seen.iter().rev() {
        // One that holds anything stays.
        let _ = fs::remove_dir(folder);
    }
    Ok(removed)
}

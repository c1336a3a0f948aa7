//! The files that a schemas folder holds already, none of them from elsewhere.

use std::io;
use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::read;

/// What was fetched earlier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held<'a> {
    /// The schemas folder.
    pub(super) folder: &'a Path,
    /// How many bytes a file may have.
    pub(super) limit: u64,
}

impl Held<'_> {
    /// A file's bytes, by its name in the lock.
    pub(super) fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        read::inside(self.folder, path, self.limit)
    }

    /// A file's text, if there is such a file.
    pub(super) fn text(&self, path: &str) -> Result<Option<String>, Diagnostics> {
        match self.bytes(path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.unreadable(path, &error).into()),
        }
    }

    /// The text of a file that is there.
    pub(super) fn known(&self, path: &str) -> Result<String, Diagnostics> {
        let missing = || self.unreadable(path, &io::ErrorKind::NotFound.into());
        self.text(path)?.ok_or_else(|| missing().into())
    }

    pub(super) fn unreadable(&self, path: &str, error: &io::Error) -> Diagnostic {
        read::unreadable(&self.folder.join(path), error)
    }
}

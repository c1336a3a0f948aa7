//! `isoschema.lock`: what was fetched, from where and when.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::references::is_name;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::read;

/// The lock file's name in the schemas folder.
pub const LOCK: &str = "isoschema.lock";

const HEAD: &str = "\
# Which schemas these are, and where they come from. A refresh writes this
# file; what is changed by hand belongs into overlays/ instead.

";

/// What a refresh recorded of each file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The form of this file: 1.
    version: u32,
    /// The roots that were asked for, where all files come from one document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roots: Option<Vec<String>>,
    /// The one document that all files come from, if they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Locked>,
    /// By the path in the schemas folder.
    #[serde(default)]
    pub files: BTreeMap<String, Locked>,
}

/// What was recorded of one file, or of the document that files come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Locked {
    /// Where it was fetched from.
    pub url: String,
    /// The answer's `ETag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The answer's `Last-Modified`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The SHA-256 of the file, or of the document as it was fetched, in
    /// hexadecimal digits.
    pub sha256: String,
    /// Its length in bytes.
    pub size: u64,
    /// When it was fetched, in UTC; absent for a file that was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fetched: Option<String>,
}

impl Default for Lock {
    fn default() -> Self {
        Self {
            version: 1,
            roots: None,
            document: None,
            files: BTreeMap::new(),
        }
    }
}

impl Lock {
    /// Reads the lock of a schemas folder; empty where there is none.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or is no lock.
    pub fn of_folder(folder: impl AsRef<Path>) -> Result<Option<Self>, Diagnostics> {
        let path = folder.as_ref().join(LOCK);
        let shown = path.display().to_string();
        let wrong = |reason: String| {
            Diagnostic::of_file(Kind::File, shown.as_str(), reason)
                .help("take the lock from version control, or remove it and refresh again")
        };
        let text = match read::inside(folder.as_ref(), LOCK, read::LIMIT) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(wrong(format!("cannot be read: {error}")).into()),
        };
        let lock: Self = toml::from_str(&text)
            .map_err(|error| wrong(format!("not a lock of a refresh: {}", error.message())))?;
        if lock.version != 1 {
            let reason = format!("a lock of version {}; 1 is known", lock.version);
            return Err(wrong(reason).into());
        }
        // What a lock names is read, and removed when it is no longer published.
        let outside = |path: &&String| !path.strip_suffix(".json").is_some_and(is_name);
        if let Some(path) = lock.files.keys().find(outside) {
            let reason = format!("`{path}` is not the name of a schema's file in this folder");
            return Err(wrong(reason).into());
        }
        Ok(Some(lock))
    }

    /// The lock as a text.
    pub(super) fn to_text(&self) -> String {
        // A map of structs of texts and numbers always has a form in TOML.
        let body = toml::to_string(self).unwrap_or_default();
        format!("{HEAD}{body}")
    }
}

/// The SHA-256 of a text, in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_read_as_it_was_written() -> Result<(), toml::de::Error> {
        let mut lock = Lock::default();
        let locked = Locked {
            url: "https://example.com/a \"b\".json".to_owned(),
            etag: Some("W/\"x\"".to_owned()),
            last_modified: None,
            sha256: sha256(b""),
            size: 0,
            fetched: Some("2026-11-24T08:30:00Z".to_owned()),
        };
        lock.roots = Some(vec!["a b".to_owned()]);
        lock.document = Some(locked.clone());
        lock.files.insert("inner/a b.json".to_owned(), locked);
        let text = lock.to_text();
        assert_eq!(toml::from_str::<Lock>(&text)?, lock);
        assert!(text.contains("[files.\"inner/a b.json\"]\n"), "{text}");
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(text.contains(empty), "{text}");
        Ok(())
    }
}

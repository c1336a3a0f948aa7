//! Texts → where the user wants them, or what differs from what is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use isoschema::Generated;
use isoschema::emit::Link;
use isoschema::read;
use isoschema::write::{remove_stale, write_output};
use similar::TextDiff;

use crate::Failure;

/// What a command writes to one place.
pub(crate) struct Output {
    /// The files, those first that are to be there first.
    files: Vec<(PathBuf, String)>,
    /// The folder that holds nothing else that is generated.
    folder: Option<PathBuf>,
}

impl Output {
    /// A file, or standard output.
    pub(crate) fn file(path: &Path, text: String) -> Self {
        Self {
            files: vec![(path.to_owned(), text)],
            folder: None,
        }
    }

    /// A module: in a folder, a file for each of the modules inside it too.
    pub(crate) fn module(path: &Path, generated: &Generated) -> Self {
        let is_file = path.extension().is_some_and(|end| end == "rs");
        let is_folder = path.is_dir() && !is_file || path.to_string_lossy().ends_with('/');
        if !is_folder {
            return Self::file(path, generated.text.clone());
        }
        // The module's own file comes last: what it brings in is there.
        let files = generated.files("mod.rs", Link::Mod).into_iter().rev();
        Self {
            files: files.map(|(own, text)| (path.join(own), text)).collect(),
            folder: Some(path.to_owned()),
        }
    }

    /// Writes what is not there yet.
    pub(crate) fn write(&self) -> Result<(), Failure> {
        for (path, text) in &self.files {
            write_output(path, text).map_err(|error| -> Failure {
                match error.kind() {
                    std::io::ErrorKind::BrokenPipe => error.into(),
                    _ => format!("{}: cannot be written: {error}", path.display()).into(),
                }
            })?;
        }
        if let Some(folder) = &self.folder {
            let kept: BTreeSet<PathBuf> = self.files.iter().map(|(path, _)| path.clone()).collect();
            remove_stale(folder, &kept)
                .map_err(|error| format!("{}: cannot be cleared: {error}", folder.display()))?;
        }
        Ok(())
    }

    /// What would change, as a unified diff; nothing where nothing would.
    pub(crate) fn compare(&self) -> Result<String, Failure> {
        let mut out = String::new();
        for (path, text) in &self.files {
            let shown = path.display().to_string();
            let there = match read::text(path, u64::MAX) {
                Ok(there) => there,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
                Err(error) => return Err(format!("{shown}: cannot be read: {error}").into()),
            };
            // How a line ends, version control may have changed.
            let there = there.replace("\r\n", "\n");
            if there != *text {
                let new = format!("{shown} (generated)");
                let diff = TextDiff::from_lines(there.as_str(), text.as_str());
                out.push_str(&diff.unified_diff().header(&shown, &new).to_string());
            }
        }
        Ok(out)
    }
}

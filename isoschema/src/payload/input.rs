//! Files, folders and standard input → payloads.

use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};

use super::Check;
use crate::read;

impl Check {
    /// Judges what a path holds: a file, every `*.json` and `*.jsonl` of a
    /// folder and of the folders in it, or JSON Lines on standard input where
    /// the path is `-`.
    ///
    /// # Errors
    ///
    /// A file or folder that cannot be read, a file or a standard input that is
    /// larger than [`Source::max_size`](crate::load::Source::max_size) says of
    /// the schemas, and a folder without payloads.
    pub fn path(&mut self, path: impl AsRef<Path>) -> Result<(), Diagnostics> {
        let path = path.as_ref();
        if path == Path::new("-") {
            let text = read::stream(std::io::stdin().lock(), self.limit());
            let text = text.map_err(|error| read::unreadable(path, &error))?;
            self.lines("-", &String::from_utf8_lossy(&text));
            return Ok(());
        }
        if !path.is_dir() {
            return self.file(path);
        }
        let mut files = Vec::new();
        list(path, &mut files)?;
        files.sort();
        if files.is_empty() {
            let reason = "there is no `*.json` and no `*.jsonl` file in this folder";
            let shown = path.display().to_string();
            return Err(Diagnostic::of_file(Kind::File, shown, reason).into());
        }
        files.iter().try_for_each(|file| self.file(file))
    }

    /// What the schemas may have, payloads may.
    fn limit(&self) -> u64 {
        self.ground.source.limit()
    }

    fn file(&mut self, path: &Path) -> Result<(), Diagnostics> {
        let name = path.display().to_string();
        let text =
            read::bytes(path, self.limit()).map_err(|error| read::unreadable(path, &error))?;
        let Ok(text) = String::from_utf8(text) else {
            self.refuse(&name, "is not in UTF-8");
            return Ok(());
        };
        if has_ending(path, "jsonl") || has_ending(path, "ndjson") {
            self.lines(&name, &text);
        } else {
            self.text(&name, &text);
        }
        Ok(())
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Diagnostics> {
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| read::unreadable(&folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| read::unreadable(&folder, &error))?;
            let kind = entry
                .file_type()
                .map_err(|error| read::unreadable(&folder, &error))?;
            let path = entry.path();
            // Links to folders are left alone: they may lead round.
            if kind.is_dir() {
                open.push(path);
            } else if has_ending(&path, "json")
                || has_ending(&path, "jsonl")
                || has_ending(&path, "ndjson")
            {
                files.push(path);
            }
        }
    }
    Ok(())
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

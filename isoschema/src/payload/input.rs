//! Files, folders and standard input → payloads.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Check, toml};
use crate::diagnostics::{Diagnostic, Diagnostics, Kind, Text};
use crate::load::parse::parse_text;
use crate::load::yaml;
use crate::read;

/// How the names of payloads end.
const ENDINGS: [&str; 6] = ["json", "jsonl", "ndjson", "toml", "yaml", "yml"];

impl Check {
    /// Judges what a path holds: a file, in JSON, JSON Lines, YAML or TOML as its
    /// name says; every such file of a folder and of the folders in it; or one
    /// JSON document or JSON Lines on standard input where the path is `-`.
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
            let text = String::from_utf8_lossy(&text);
            // One document over several lines is no line of JSON Lines.
            match parse_text("-", &text) {
                Ok((json, _)) if text.trim().contains('\n') => self.judge("-", Ok(json)),
                _ => self.lines("-", &text),
            }
            return Ok(());
        }
        if !path.is_dir() {
            return self.file(path);
        }
        let mut files = Vec::new();
        list(path, &mut files)?;
        files.sort();
        if files.is_empty() {
            let reason = "there is no JSON, JSON Lines, YAML or TOML file in this folder";
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
        match ending(path).as_str() {
            "jsonl" | "ndjson" => self.lines(&name, &text),
            "toml" => self.judge(&name, toml::parse(&name, text)),
            "yaml" | "yml" => {
                let text = Arc::new(Text::new(name.as_str(), text));
                let json = yaml::parse(&text).map_err(|problem| Diagnostics::from(*problem));
                self.judge(&name, json);
            }
            _ => self.text(&name, &text),
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
            } else if ENDINGS.contains(&ending(&path).as_str()) {
                files.push(path);
            }
        }
    }
    Ok(())
}

fn ending(path: &Path) -> String {
    let own = path.extension().and_then(|own| own.to_str());
    own.unwrap_or_default().to_ascii_lowercase()
}

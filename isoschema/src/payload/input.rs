//! Files, folders and standard input → payloads.

use std::io::{self, BufRead, BufReader, Read as _};
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
            return self
                .input(std::io::stdin().lock())
                .map_err(|error| read::unreadable(path, &error).into());
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

    /// Judges what comes in a stream: JSON Lines, where its first line is a whole
    /// document, else one document, in JSON, or in TOML or YAML where it begins
    /// as no JSON of more than a line does.
    fn input(&mut self, mut stream: impl BufRead) -> io::Result<()> {
        let limit = self.limit();
        let mut first = Vec::new();
        stream.by_ref().take(limit).read_until(b'\n', &mut first)?;
        let is_whole = std::str::from_utf8(&first).is_ok_and(|line| parse_text("-", line).is_ok());
        if is_whole {
            return self.stream("-", first.chain(stream));
        }
        let text = read::stream(first.chain(stream), limit)?;
        let text = String::from_utf8_lossy(&text);
        if text.trim().is_empty() {
            return Ok(());
        }
        let json = parse_text("-", &text).map(|(json, _)| json);
        let is_document =
            |line: &str| line.starts_with(['{', '[']) && parse_text("-", line).is_ok();
        if json.is_ok() {
            self.judge("-", json);
        } else if text.lines().skip(1).any(is_document) {
            // The first line alone is none.
            self.lines("-", &text);
        } else if text.trim_start().starts_with(['{', '[']) {
            self.judge("-", json);
        } else {
            let toml = toml::parse("-", text.clone().into_owned());
            match toml {
                Ok(json) => self.judge("-", Ok(json)),
                Err(_) => self.yaml("-", text.into_owned()),
            }
        }
        Ok(())
    }

    /// Judges each document of a YAML stream.
    fn yaml(&mut self, name: &str, text: String) {
        let text = Arc::new(Text::new(name, text));
        match yaml::parse_all(&text) {
            Ok(documents) if documents.len() > 1 => {
                for json in documents {
                    let (line, _) = text.position(json.span.start);
                    self.judge_at(format!("{name}:{line}"), Some(line), Ok(json));
                }
            }
            Ok(documents) => documents
                .into_iter()
                .for_each(|json| self.judge(name, Ok(json))),
            Err(problem) => self.judge(name, Err(Diagnostics::from(*problem))),
        }
    }

    /// What the schemas may have, payloads may.
    pub(super) fn limit(&self) -> u64 {
        self.ground.source.limit()
    }

    fn file(&mut self, path: &Path) -> Result<(), Diagnostics> {
        let name = path.display().to_string();
        if matches!(ending(path).as_str(), "jsonl" | "ndjson") {
            let lines = read::open(path).map(BufReader::new);
            let done = lines.and_then(|lines| self.stream(&name, lines));
            return done.map_err(|error| read::unreadable(path, &error).into());
        }
        let text =
            read::bytes(path, self.limit()).map_err(|error| read::unreadable(path, &error))?;
        let Ok(text) = String::from_utf8(text) else {
            self.refuse(&name, "is not in UTF-8");
            return Ok(());
        };
        match ending(path).as_str() {
            "toml" => self.judge(&name, toml::parse(&name, text)),
            "yaml" | "yml" => self.yaml(&name, text),
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

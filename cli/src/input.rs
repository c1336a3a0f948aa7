//! INPUT: a file, a folder, standard input, or a place in a document.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use isoschema::Generator;
use isoschema::config::Config;
use isoschema::load::Source;
use isoschema::read;

use crate::Failure;
use crate::shown::rendered;

/// Where schemas come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) from: From,
    /// The JSON Pointer behind `#`; empty for a document as a whole.
    pub(crate) pointer: String,
}

/// What is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum From {
    Folder(PathBuf),
    File(PathBuf),
    Stdin,
}

impl Input {
    /// An input as it is written on the command line, which [`told`] may have changed. What is there under the
    /// whole name is meant; else a pointer begins behind the last `#`.
    pub(crate) fn of(path: &Path) -> Self {
        let whole = |path: &Path| {
            Self::whole(match path {
                _ if path.is_dir() => From::Folder(path.to_owned()),
                _ if path == Path::new("-") => From::Stdin,
                _ => From::File(path.to_owned()),
            })
        };
        let text = path.to_str().filter(|_| !path.exists());
        let text = text.map(|text| text.strip_prefix(STREAM).unwrap_or(text));
        // All of a document is meant by `#` alone.
        if let Some(file) = text.and_then(|text| text.strip_suffix('#')) {
            return whole(Path::new(file));
        }
        match text.and_then(|text| text.rsplit_once("#/")) {
            Some((file, pointer)) => Self {
                pointer: format!("/{pointer}"),
                ..whole(Path::new(file))
            },
            None => whole(path),
        }
    }

    /// All of what is read.
    pub(crate) fn whole(from: From) -> Self {
        Self {
            from,
            pointer: String::new(),
        }
    }

    /// One place is in one document.
    fn is_one(&self) -> Result<(), Failure> {
        match &self.from {
            From::Folder(folder) if !self.pointer.is_empty() => {
                let (shown, pointer) = (folder.display(), &self.pointer);
                Err(format!("{shown} is a folder: name the file in it that has {pointer}").into())
            }
            _ => Ok(()),
        }
    }

    /// The generator with this as its schemas.
    pub(crate) fn give(&self, generator: Generator, limit: u64) -> Result<Generator, Failure> {
        self.is_one()?;
        let generator = match &self.from {
            From::Folder(folder) => generator.schemas(folder),
            From::File(file) => generator.schema(file).beside(),
            From::Stdin => {
                let (name, text) = stdin(limit)?;
                generator.text(name, text)
            }
        };
        Ok(generator.at(&self.pointer))
    }

    /// The same for what judges and compares, with the configuration of a
    /// folder.
    pub(crate) fn source(&self, limit: u64) -> Result<(Source, Config), Failure> {
        self.is_one()?;
        let mut config = Config::new();
        let mut source = match &self.from {
            From::Folder(folder) => {
                config = Config::of_folder(folder).map_err(rendered)?;
                Source::folder(folder)
            }
            From::File(file) => Source::file(file).beside(),
            From::Stdin => Source::texts([stdin(limit)?]),
        };
        if !self.pointer.is_empty() {
            source = source.at(&self.pointer);
        }
        Ok((source.max_size(limit), config))
    }
}

/// Before a `-` with a pointer, which is no flag.
const STREAM: &str = "\u{1}";

/// An argument as the command line's parser takes it: what begins with `-#` is standard input.
pub(crate) fn told(argument: OsString) -> OsString {
    match argument.to_str() {
        Some(text) if text.starts_with("-#") => format!("{STREAM}{text}").into(),
        _ => argument,
    }
}

/// The schema on standard input, with the name of a file that it could have:
/// what does not begin as JSON's objects do is YAML.
fn stdin(limit: u64) -> Result<(String, String), Failure> {
    let failed = |error: &dyn std::fmt::Display| format!("standard input cannot be read: {error}");
    let bytes = read::stream(std::io::stdin().lock(), limit).map_err(|error| failed(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| failed(&error))?;
    if text.trim().is_empty() {
        return Err("standard input is empty: a schema is expected".into());
    }
    let is_json = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{');
    let name = if is_json { "input.json" } else { "input.yaml" };
    Ok((name.to_owned(), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs() {
        for (written, from, pointer) in [
            ("-", From::Stdin, ""),
            ("-#/a/*", From::Stdin, "/a/*"),
            ("\u{1}-#/a/*", From::Stdin, "/a/*"),
            ("src", From::Folder("src".into()), ""),
            ("a.json", From::File("a.json".into()), ""),
            ("a#b.json", From::File("a#b.json".into()), ""),
            ("a.yaml#", From::File("a.yaml".into()), ""),
            ("a.yaml#/a~1b/x#y", From::File("a.yaml".into()), "/a~1b/x#y"),
        ] {
            let pointer = pointer.to_owned();
            assert_eq!(
                Input::of(Path::new(written)),
                Input { from, pointer },
                "{written}"
            );
        }
    }
}

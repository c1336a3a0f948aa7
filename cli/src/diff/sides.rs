//! OLD and NEW as they are written → the two sides.

use std::path::{Path, PathBuf};

use isoschema::diff::{Revision, Side};

use crate::Failure;
use crate::input::{From, Input};
use crate::shown::rendered;

/// Both sides, the new one first.
pub(super) fn open(
    old: Option<&Path>,
    new: Option<&Path>,
    against: Option<&str>,
    limit: u64,
) -> Result<(Side, Side), Failure> {
    let schemas = Path::new("schemas");
    let (old, new) = match (against, old, new) {
        (Some(_), _, Some(_)) => {
            return Err("`--against` is the old side: only one other can be given".into());
        }
        (Some(revision), new, None) => (Old::Revision(revision), new.unwrap_or(schemas)),
        // A file is no state of a folder.
        (None, Some(old), None) if old.is_file() => {
            let old = old.display();
            let help = format!("`--against HEAD {old}` compares with what is in git");
            return Err(
                format!("what is {old} to be compared with? Give both sides; {help}").into(),
            );
        }
        (None, Some(old), new) => (Old::Path(old), new.unwrap_or(schemas)),
        (None, None, _) => return Err("the old side is missing".into()),
    };
    let path = match old {
        Old::Path(path) => Some(path),
        Old::Revision(_) => None,
    };
    if let Some(reason) = path.into_iter().chain([new]).find_map(misspelt) {
        return Err(reason.into());
    }
    if matches!(old, Old::Path(old) if is_stream(old)) && is_stream(new) {
        return Err("only one side can be standard input".into());
    }
    let newer = side(new, limit, None)?;
    let older = match old {
        Old::Path(path) if is_there(path) || place(path).is_some() => {
            side(path, limit, Some(&newer))?
        }
        Old::Path(path) => revision(&path.to_string_lossy(), new, limit, &newer)?,
        Old::Revision(name) => revision(name, new, limit, &newer)?,
    };
    Ok((newer, older))
}

enum Old<'a> {
    Path(&'a Path),
    Revision(&'a str),
}

fn is_stream(path: &Path) -> bool {
    Input::of(path).from == From::Stdin
}

fn is_there(path: &Path) -> bool {
    match Input::of(path).from {
        From::File(file) => file.exists(),
        From::Folder(_) | From::Stdin => true,
    }
}

/// What is wrong with `PATH@REVISION`, where only the path is there.
fn misspelt(path: &Path) -> Option<String> {
    let written = path.to_str().filter(|_| !is_there(path))?;
    let (before, behind) = written.split_once('@')?;
    let is_path = |text: &str| !text.is_empty() && Path::new(text).exists();
    let (file, revision) = match (is_path(before), is_path(behind)) {
        (true, false) => (before, behind),
        (false, true) => (behind, before),
        _ => return None,
    };
    let place = format!("{revision}:./{file}");
    Some(format!(
        "there is no {written}: a git revision is written before the path, `{place}`"
    ))
}

/// `REVISION:PATH`, where it is no file of this name.
fn place(path: &Path) -> Option<String> {
    match Input::of(path).from {
        From::File(file) if !file.exists() => {
            let text = file.to_str()?;
            (text.contains(':') && !text.contains("://")).then(|| text.to_owned())
        }
        _ => None,
    }
}

/// What was at a revision where the new side is.
fn revision(name: &str, new: &Path, limit: u64, newer: &Side) -> Result<Side, Failure> {
    let label = format!("{} at {name}", new.display());
    let written = Input::of(new);
    let (folder, file) = match (&written.from, place(new)) {
        (From::Stdin, _) => {
            return Err(format!("`{name}` is no file, and standard input has no revisions").into());
        }
        // Another revision of what is one already.
        (_, Some(there)) => {
            let path = there.split_once(':').map_or("", |(_, path)| path);
            let old = format!("{name}:{path}{}", fragment(&written.pointer));
            return side(Path::new(&old), limit, Some(newer));
        }
        (From::Folder(folder), None) => (folder.clone(), None),
        (From::File(file), None) => {
            let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new(".")).to_owned();
            (folder, file.file_name())
        }
    };
    let copy = Revision::of_up_to(folder, name, limit).map_err(rendered)?;
    let path = match file {
        Some(name) => copy.folder().join(name),
        None => copy.folder().to_owned(),
    };
    if file.is_some() && !path.is_file() {
        return Err(format!("{} was not there at `{name}`", new.display()).into());
    }
    read(&path, &written.pointer, label, limit, Some(newer))
}

/// A side, before another one.
fn side(path: &Path, limit: u64, newer: Option<&Side>) -> Result<Side, Failure> {
    let label = path.display().to_string();
    let written = Input::of(path);
    if let Some(place) = place(path) {
        let copy = Revision::at(".", &place, limit).map_err(rendered)?;
        return read(copy.path(), &written.pointer, label, limit, newer);
    }
    match &written.from {
        From::Folder(path) | From::File(path) => read(path, &written.pointer, label, limit, newer),
        From::Stdin => from(&written, label, limit, newer),
    }
}

/// What lies at a path, or a place in it.
fn read(
    path: &Path,
    pointer: &str,
    label: String,
    limit: u64,
    newer: Option<&Side>,
) -> Result<Side, Failure> {
    if !pointer.is_empty() {
        let pointer = pointer.to_owned();
        let input = Input {
            pointer,
            ..Input::of(path)
        };
        return from(&input, label, limit, newer);
    }
    let side = match newer {
        Some(newer) => Side::open_before(newer, path, limit),
        None => Side::open_up_to(path, limit),
    };
    Ok(side.map_err(rendered)?.labelled(label))
}

fn from(input: &Input, label: String, limit: u64, newer: Option<&Side>) -> Result<Side, Failure> {
    let (source, config) = input.source(limit)?;
    let side = match newer {
        Some(newer) => Side::before(newer, label, &source, &config),
        None => Side::of(label, &source, &config),
    };
    side.map_err(rendered)
}

fn fragment(pointer: &str) -> String {
    if pointer.is_empty() {
        String::new()
    } else {
        format!("#{pointer}")
    }
}

/// The file that an annotation names, of a document of the new side.
pub(super) fn file(new: Option<&Path>, document: Option<&str>) -> PathBuf {
    let new = new.unwrap_or(Path::new("schemas"));
    match document {
        Some(document) if new.is_dir() => new.join(document),
        _ => new.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_behind_paths() {
        for written in ["Cargo.toml@v1", "v1@Cargo.toml"] {
            let told = misspelt(Path::new(written)).unwrap_or_default();
            assert!(told.ends_with("`v1:./Cargo.toml`"), "{told}");
        }
        for written in ["Cargo.toml", "HEAD@{1}", "none@v1", "v1:./Cargo.toml"] {
            assert_eq!(misspelt(Path::new(written)), None, "{written}");
        }
    }
}

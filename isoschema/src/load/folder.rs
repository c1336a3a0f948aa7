//! One folder of files, which nothing leads out of.

use std::path::{Component, Path, PathBuf};

use super::document::is_listed;
use crate::read;

/// A folder whose links are resolved.
#[derive(Debug)]
pub(super) struct Folder {
    /// As the user gave it.
    pub(super) shown: PathBuf,
    /// Without links.
    real: PathBuf,
}

/// What became of a search for a file.
#[derive(Debug)]
pub(super) enum Search {
    /// It is there.
    File(PathBuf),
    /// It is not.
    Missing,
    /// It is outside of the folder.
    Outside,
}

/// What a listing found.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Files, by their path relative to the folder, `/`-separated and sorted.
    pub(super) files: Vec<(String, PathBuf)>,
    /// The folders that were read.
    pub(super) folders: Vec<PathBuf>,
    /// Links that lead out of the folder.
    pub(super) outside: Vec<PathBuf>,
    /// What could not be read, with the reason.
    pub(super) failed: Vec<(PathBuf, std::io::Error)>,
}

impl Folder {
    pub(super) fn open(path: &Path) -> std::io::Result<Self> {
        let real = path.canonicalize()?;
        if !real.is_dir() {
            return Err(std::io::Error::other("not a folder"));
        }
        Ok(Self {
            shown: path.to_owned(),
            real,
        })
    }

    /// The path of a file inside this folder, relative to it, `/`-separated. A link has its own name.
    pub(super) fn relative(&self, file: &Path) -> Option<String> {
        let around = file.parent().filter(|it| !it.as_os_str().is_empty());
        let around = around.unwrap_or(Path::new(".")).canonicalize().ok()?;
        let real = around.join(file.file_name()?);
        let parts = real.strip_prefix(&self.real).ok()?.components();
        let parts: Option<Vec<_>> = parts.map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
    }

    /// Looks for a file by its `/`-separated path.
    pub(super) fn find(&self, path: &str) -> Search {
        let plain = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.contains(['\\', '\0']) {
            return Search::Outside;
        }
        let shown = self.shown.join(path);
        match shown.canonicalize() {
            Ok(real) if !real.starts_with(&self.real) => Search::Outside,
            // What is no regular file is refused when it is read.
            Ok(_) => Search::File(shown),
            Err(_) => Search::Missing,
        }
    }

    /// The names of the schemas' files in a folder of this one, for suggestions.
    pub(super) fn names(&self, directory: &str) -> Vec<String> {
        let mut names = read::names(&self.shown.join(directory));
        names.retain(|name| is_listed(Path::new(name)));
        names
    }

    /// Every schema's file of this folder and of the folders in it.
    pub(super) fn list(&self) -> Listing {
        let mut listing = Listing::default();
        let mut open = vec![(self.shown.clone(), String::new())];
        while let Some((folder, prefix)) = open.pop() {
            listing.folders.push(folder.clone());
            match std::fs::read_dir(&folder) {
                Err(error) => listing.failed.push((folder, error)),
                Ok(entries) => {
                    for entry in entries.flatten() {
                        self.entry(&entry, &prefix, &mut open, &mut listing);
                    }
                }
            }
        }
        listing.files.sort();
        listing.folders.sort();
        listing
    }

    fn entry(
        &self,
        entry: &std::fs::DirEntry,
        prefix: &str,
        open: &mut Vec<(PathBuf, String)>,
        listing: &mut Listing,
    ) {
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            return;
        };
        let Ok(kind) = entry.file_type() else { return };
        if name.starts_with('.') {
            return;
        }
        let path = entry.path();
        let is_listed = is_listed(Path::new(&name));
        if kind.is_dir() {
            if is_listed {
                listing.failed.push((path, read::no_file(kind)));
            } else if !(prefix.is_empty() && name == "overlays") {
                open.push((path, format!("{prefix}{name}/")));
            }
            return;
        }
        if kind.is_symlink() {
            match path.canonicalize() {
                Ok(real) if !real.starts_with(&self.real) && (is_listed || real.is_dir()) => {
                    listing.outside.push(path);
                    return;
                }
                // A folder that is linked to is met under its own name.
                Ok(real) if real.is_dir() => return,
                Ok(_) => {}
                Err(error) if is_listed => {
                    listing.failed.push((path, error));
                    return;
                }
                Err(_) => return,
            }
        }
        if is_listed {
            listing.files.push((format!("{prefix}{name}"), path));
        }
    }
}

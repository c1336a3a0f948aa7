//! What is generated for the project's own cases ↔ `expected.rs`, and the
//! files that it brings in from `expected/`, beside them.
//!
//! All of it is compared but for what modules share. It is what is generated
//! without options; the run compiles it, be it with what options add.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use isoschema::read;
use isoschema::write::{remove_stale, write_if_changed};

use isoschema::emit::Link;

use super::modules::{self, MODULE};
use super::suite::Group;
use crate::Failure;
use crate::cli::Also;
use crate::programs::parallel;

/// The cases for which something else is generated than what is recorded;
/// records it instead if asked to.
pub(crate) fn missed(groups: &[Group], bless: bool) -> Result<Vec<String>, Failure> {
    let own: Vec<(&Group, &PathBuf)> = groups
        .iter()
        .filter_map(|group| Some((group, group.own.as_ref()?)))
        .collect();
    let generated = parallel::each("comparing", &own, |(group, _)| {
        modules::one(group, Also::default()).map(|generated| generated.files(MODULE, Link::Mod))
    });
    let mut missed = Vec::new();
    for ((_, folder), files) in own.into_iter().zip(generated) {
        // What is refused has failed already.
        let Ok(files) = files else { continue };
        for (path, text) in &files {
            let path = folder.join(path);
            if bless {
                write_if_changed(&path, text)
                    .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
            } else if read::text(&path, read::LIMIT).ok().as_ref() != Some(text) {
                missed.push(format!(
                    "{}: something else than recorded; with BLESS=1 it is recorded, look at the difference",
                    path.display()
                ));
            }
        }
        let kept: BTreeSet<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
        let inner = folder.join(MODULE).with_extension("");
        if bless {
            remove_stale(&inner, &kept)?;
        }
        for path in recorded(&inner)?.difference(&kept) {
            missed.push(format!("{}: is generated no more", path.display()));
        }
    }
    Ok(missed)
}

/// The files in a folder, which need not be there.
fn recorded(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(error),
    }
}

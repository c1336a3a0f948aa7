//! What is generated for the project's own cases ↔ `expected.rs`, and the
//! files that it brings in from `expected/`, beside them.
//!
//! All of it is compared but for what modules share. The run compiles it, and
//! with it what is recorded.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use isoschema::read;
use isoschema::write::write_if_changed;

use super::modules::{MODULE, Made, Modules};
use super::suite::Group;
use crate::Failure;

/// The cases for which something else is generated than what is recorded;
/// records it instead if asked to.
pub(crate) fn missed(
    groups: &[Group],
    modules: &Modules,
    bless: bool,
) -> Result<Vec<String>, Failure> {
    let mut missed = Vec::new();
    for (group, made) in groups.iter().zip(&modules.made) {
        let (Some(folder), Made::Module { index, .. }) = (&group.own, made) else {
            continue;
        };
        let files = &modules.modules[*index].files;
        let mut left = recorded(folder)?;
        for (path, text) in files {
            left.remove(path);
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
        for path in left {
            let path = folder.join(path);
            if bless {
                fs::remove_file(path)?;
            } else {
                missed.push(format!("{}: is generated no more", path.display()));
            }
        }
    }
    Ok(missed)
}

/// The recorded files of a case, by their paths in its folder.
fn recorded(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::from([PathBuf::from(MODULE)]);
    let inner = Path::new(MODULE).with_extension("");
    if folder.join(&inner).is_dir() {
        for entry in fs::read_dir(folder.join(&inner))? {
            files.insert(inner.join(entry?.file_name()));
        }
    }
    Ok(files)
}

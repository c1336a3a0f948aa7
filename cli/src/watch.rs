//! Does something again each time that one of its inputs changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use isoschema::Generator;
use isoschema::build::Build;
use isoschema::load::is_listed;
use notify::{Event, EventKind, RecursiveMode};

use crate::{Done, Failure};

/// How long it has to be quiet after a change: an editor writes a file in
/// several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Does the work, which gives what it has read, and again at each change, until
/// the process is stopped. What fails is told, and tried again.
pub(crate) fn watch(
    generator: &Generator,
    work: impl Fn() -> Result<Vec<PathBuf>, Failure>,
) -> Done {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Who listens no more has ended.
        let _ = sender.send(event);
    })?;
    // What is named is watched even where it cannot be read yet, and all of it
    // before it is read: no change is missed.
    let mut inputs = Build::new(generator.clone()).watched();
    let mut folders = BTreeSet::new();
    loop {
        listen(&mut watcher, &inputs, &mut folders)?;
        let done = work();
        if let Ok(read) = &done {
            inputs.extend(read.iter().cloned());
            if listen(&mut watcher, &inputs, &mut folders)? {
                continue;
            }
        }
        match done {
            Ok(_) => eprintln!("generated; waiting for a change"),
            Err(failure) => eprintln!("{failure}\nwaiting for a change"),
        }
        wait(&changes, &inputs)?;
    }
}

/// Watches the folders of the inputs, and gives whether one of them is new: a
/// file that is replaced is another one, and its folder tells.
fn listen(
    watcher: &mut impl notify::Watcher,
    inputs: &BTreeSet<PathBuf>,
    folders: &mut BTreeSet<PathBuf>,
) -> Result<bool, Failure> {
    let mut is_new = false;
    for folder in inputs.iter().map(|path| folder(path)) {
        if !folders.contains(&folder) {
            watcher.watch(&folder, RecursiveMode::NonRecursive)?;
            folders.insert(folder);
            is_new = true;
        }
    }
    Ok(is_new)
}

/// The folder in which a change of a path is seen.
fn folder(path: &Path) -> PathBuf {
    if path.is_dir() {
        return path.to_owned();
    }
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

/// Waits for a change of an input, and until all is quiet behind it.
fn wait(
    changes: &Receiver<notify::Result<Event>>,
    inputs: &BTreeSet<PathBuf>,
) -> Result<(), Failure> {
    let real: BTreeSet<PathBuf> = inputs.iter().map(|path| real(path)).collect();
    loop {
        let event = changes.recv()??;
        let is_change = !matches!(event.kind, EventKind::Access(_));
        if is_change && event.paths.iter().any(|path| concerns(path, &real)) {
            break;
        }
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

/// Whether a change of a path is one of an input: of itself, or in a folder
/// that was read.
fn concerns(path: &Path, inputs: &BTreeSet<PathBuf>) -> bool {
    let real = real(path);
    let is_schema = is_listed(&real) || real.extension().is_some_and(|end| end == "toml");
    let is_in = real.parent().is_some_and(|folder| inputs.contains(folder));
    // What is in a new folder is seen once that is read, too.
    inputs.contains(&real) || is_in && (is_schema || real.is_dir())
}

/// A path without links, also where nothing is there any more.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let folder = folder(path);
        let folder = folder.canonicalize().unwrap_or(folder);
        folder.join(path.file_name().unwrap_or_default())
    })
}

//! The corpus through the targets, without `cargo fuzz`.

use std::io;
use std::path::PathBuf;

/// The files of a target's corpus, by name.
fn corpus(target: &str) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let bytes = std::fs::read(&path)?;
        files.push((path, bytes));
    }
    files.sort();
    assert!(!files.is_empty(), "no corpus for {target}");
    Ok(files)
}

fn each(target: &str, check: impl Fn(&[u8]) + std::panic::RefUnwindSafe) -> io::Result<()> {
    let mut findings = 0;
    for (path, bytes) in corpus(target)? {
        if std::panic::catch_unwind(|| check(&bytes)).is_err() {
            eprintln!("found by {}", path.display());
            findings += 1;
        }
    }
    assert_eq!(findings, 0, "findings of {target}");
    Ok(())
}

#[test]
fn schemas() -> io::Result<()> {
    each("schema", isoschema_fuzz::schema::check)
}

#[test]
fn documents() -> io::Result<()> {
    each("document", isoschema_fuzz::document::check_against_all)
}

#[test]
fn ways_to_read() -> io::Result<()> {
    each("document", isoschema_fuzz::scanner::check)
}

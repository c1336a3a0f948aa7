//! The corpus through the targets, without `cargo fuzz`.

use std::path::PathBuf;

/// The files of a target's corpus, by name.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no corpus for {target}");
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).unwrap();
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

fn each(target: &str, check: impl Fn(&[u8]) + std::panic::RefUnwindSafe) {
    let mut findings = 0;
    for (path, bytes) in corpus(target) {
        if std::panic::catch_unwind(|| check(&bytes)).is_err() {
            eprintln!("found by {}", path.display());
            findings += 1;
        }
    }
    assert_eq!(findings, 0, "findings of {target}");
}

#[test]
fn schemas() {
    each("schema", isoschema_fuzz::schema::check);
}

#[test]
fn documents() {
    each("document", isoschema_fuzz::document::check_against_all);
}

//! Files are written once, whole, and only inside their folder.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::stale::remove_stale;
use super::*;

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> io::Result<Self> {
        let path = std::env::temp_dir().join(format!("isoschema-{name}-{}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files(list: &[(&str, &str)]) -> Vec<(PathBuf, String)> {
    list.iter()
        .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()))
        .collect()
}

#[test]
fn equal_text_is_not_written() -> io::Result<()> {
    let folder = Folder::new("equal")?;
    let path = folder.at("deep/er/a.rs");
    assert!(write_if_changed(&path, "one")?);
    let before = fs::metadata(&path)?.modified()?;
    assert!(!write_if_changed(&path, "one")?);
    assert_eq!(fs::metadata(&path)?.modified()?, before);
    assert!(write_if_changed(&path, "two")?);
    assert_eq!(fs::read_to_string(&path)?, "two");
    assert_eq!(fs::read_dir(folder.at("deep/er"))?.count(), 1);
    Ok(())
}

#[test]
fn nothing_is_left_behind_by_a_failure() -> io::Result<()> {
    let folder = Folder::new("failure")?;
    fs::create_dir_all(folder.at("taken"))?;
    assert!(write_if_changed(&folder.at("taken"), "text").is_err());
    assert_eq!(fs::read_dir(&folder.0)?.count(), 1);
    Ok(())
}

#[test]
fn a_tree_loses_only_what_an_earlier_run_wrote() -> io::Result<()> {
    let folder = Folder::new("tree")?;
    let manifest = format!("# {MARK}\n");
    let first = files(&[
        ("Cargo.toml", &manifest),
        ("src/lib.rs", ""),
        ("src/old/gone.rs", ""),
        ("schemas/gone #.json", "true"),
    ]);
    let change = write_tree(&folder.0, &first)?;
    assert_eq!(change.written.len(), 4);
    fs::write(folder.at("src/own.rs"), "")?;
    let change = write_tree(&folder.0, &first[..2])?;
    assert_eq!(change.written, Vec::<PathBuf>::new());
    let gone = ["schemas/gone #.json", "src/old/gone.rs"].map(PathBuf::from);
    assert_eq!(change.removed, gone);
    assert!(folder.at("src/own.rs").exists());
    assert_eq!(write_tree(&folder.0, &first[..2])?, TreeChange::default());
    Ok(())
}

#[test]
fn stale_files_are_those_with_the_mark() -> io::Result<()> {
    let folder = Folder::new("stale")?;
    let marked = format!("// {MARK}\n");
    for path in ["a.rs", "old.rs", "in/old.rs", "in/notes.txt"] {
        write_if_changed(&folder.at(path), &marked)?;
    }
    write_if_changed(&folder.at("own.rs"), "// mine\n")?;
    write_if_changed(&folder.at("gone/old.rs"), &marked)?;
    let kept = std::collections::BTreeSet::from([folder.at("a.rs")]);
    assert!(remove_stale(&folder.0, &kept)?);
    let there = |path: &str| folder.at(path).exists();
    assert!(there("a.rs") && there("own.rs") && there("in/notes.txt"));
    assert!(!there("old.rs") && !there("in/old.rs") && !there("gone"));
    // A folder that is not there has nothing stale.
    assert!(!remove_stale(&folder.at("nowhere"), &kept)?);
    Ok(())
}

#[test]
fn a_forged_list_removes_nothing_outside() -> io::Result<()> {
    let folder = Folder::new("forged")?;
    fs::create_dir_all(folder.at("inner"))?;
    fs::write(folder.at("outside.rs"), "")?;
    fs::write(folder.at("inner/.isoschema-files"), "../outside.rs\n")?;
    let change = write_tree(&folder.at("inner"), &[])?;
    assert_eq!(change, TreeChange::default());
    assert!(folder.at("outside.rs").exists());
    Ok(())
}

#[test]
fn a_foreign_crate_is_not_overwritten() -> io::Result<()> {
    let folder = Folder::new("foreign")?;
    fs::write(folder.at("Cargo.toml"), "[package]\n")?;
    let result = write_tree(&folder.0, &files(&[("src/lib.rs", "")]));
    assert_eq!(
        result.map_err(|error| error.kind()),
        Err(io::ErrorKind::AlreadyExists)
    );
    assert!(!folder.at("src").exists());
    Ok(())
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_neither_read_nor_replaced() -> io::Result<()> {
    use std::os::unix::fs::symlink;

    let folder = Folder::new("other")?;
    let fifo = folder.at("fifo");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status()?;
    assert!(made.success());
    symlink("fifo", folder.at("link"))?;
    symlink("nowhere", folder.at("dangling"))?;
    for name in ["fifo", "link", "dangling"] {
        let before = fs::symlink_metadata(folder.at(name))?.file_type();
        assert!(
            write_if_changed(&folder.at(name), "text").is_err(),
            "{name}"
        );
        assert_eq!(fs::symlink_metadata(folder.at(name))?.file_type(), before);
    }
    // Behind a link, the file is written, and keeps who may do what.
    fs::write(folder.at("real"), "old")?;
    let mut permissions = fs::metadata(folder.at("real"))?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.at("real"), permissions)?;
    symlink("real", folder.at("linked"))?;
    assert!(write_if_changed(&folder.at("linked"), "new")?);
    assert!(fs::symlink_metadata(folder.at("linked"))?.is_symlink());
    assert_eq!(fs::read_to_string(folder.at("real"))?, "new");
    assert!(fs::metadata(folder.at("real"))?.permissions().readonly());
    // What is generated is not looked for behind a link.
    symlink(".", folder.at("types"))?;
    let kept = std::collections::BTreeSet::new();
    assert!(remove_stale(&folder.at("types"), &kept).is_err());
    Ok(())
}

#[test]
fn paths_stay_inside() -> io::Result<()> {
    let folder = Folder::new("inside")?;
    for path in ["../out.rs", "/out.rs", "", "src/../../out.rs"] {
        let result = write_tree(&folder.0, &files(&[(path, "")]));
        assert_eq!(
            result.map_err(|error| error.kind()),
            Err(io::ErrorKind::InvalidInput),
            "{path}"
        );
    }
    Ok(())
}

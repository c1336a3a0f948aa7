//! Links, and names that lead out: nothing that a refresh has not made is
//! walked into, written or removed.

use std::fs;
use std::os::unix::fs::symlink;

use super::folder::{Project, Run};
use crate::Outcome;

/// A project that was refreshed from a folder, and somebody else's folder.
fn project() -> Result<Project, Box<dyn std::error::Error>> {
    let project = Project::new(&[
        ("vendor/order.json", r#"{"type": "object"}"#),
        ("elsewhere/order.json", r#"{"type": "string"}"#),
        ("elsewhere/deep/kept.txt", "mine"),
        (
            "schemas/isoschema.toml",
            "[upstream]\nbase = \"https://example.invalid/{name}.json\"\nroots = [\"order\"]\n",
        ),
    ])?;
    let run = project.refresh(&["--from", "vendor"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    project.write("vendor/order.json", r#"{"type": "integer"}"#)?;
    Ok(project)
}

fn refused(run: &Run, said: &str, project: &Project) -> Outcome {
    assert_eq!(run.status, Some(2), "{} {}", run.out, run.err);
    assert!(run.err.contains(said), "{said}: {}", run.err);
    let kept = fs::read_to_string(project.0.join("elsewhere/order.json"))?;
    assert_eq!(kept, r#"{"type": "string"}"#);
    assert_eq!(
        fs::read_to_string(project.0.join("elsewhere/deep/kept.txt"))?,
        "mine"
    );
    Ok(())
}

#[test]
fn links_in_the_places_of_a_refresh() -> Outcome {
    for (place, said) in [
        (".schemas.refresh", ".schemas.refresh` is in the way"),
        (
            ".schemas.refresh-old",
            ".schemas.refresh-old` is in the way",
        ),
        (
            ".schemas.refresh-mark",
            ".schemas.refresh-mark` is in the way",
        ),
    ] {
        let project = project()?;
        symlink(project.0.join("elsewhere"), project.0.join(place))?;
        let run = project.refresh(&["--from", "vendor"])?;
        refused(&run, said, &project)?;
        // Nor with the mark of an interrupted run.
        if place != ".schemas.refresh-mark" {
            project.write(".schemas.refresh-mark", "")?;
            let run = project.refresh(&["--from", "vendor"])?;
            refused(&run, said, &project)?;
        }
        assert!(fs::symlink_metadata(project.0.join(place))?.is_symlink());
    }
    // A folder that somebody else has made is not removed, either.
    let project = project()?;
    project.write(".schemas.refresh/kept.txt", "mine")?;
    let run = project.refresh(&["--from", "vendor"])?;
    refused(&run, ".schemas.refresh` is in the way", &project)?;
    assert!(project.0.join(".schemas.refresh/kept.txt").exists());
    Ok(())
}

#[test]
fn the_folder_is_no_link() -> Outcome {
    let project = project()?;
    symlink(project.0.join("schemas"), project.0.join("linked"))?;
    for path in ["linked", "linked/"] {
        let run = project.refresh(&["--from", "vendor", "--schemas", path])?;
        refused(
            &run,
            "it is a link; name the folder that it leads to",
            &project,
        )?;
    }
    Ok(())
}

#[test]
fn a_lock_names_nothing_outside() -> Outcome {
    let lock = "version = 1\n[files.\"NAME\"]\nurl = \"u\"\nsha256 = \"0\"\nsize = 1\n";
    for name in [
        "../elsewhere/order.json",
        "/etc/passwd",
        "a/../../elsewhere/order.json",
        "order.txt",
        "",
    ] {
        let project = project()?;
        project.write("schemas/isoschema.lock", &lock.replace("NAME", name))?;
        for flags in [&["--check"][..], &["--from", "vendor"], &["--offline"]] {
            let run = project.refresh(flags)?;
            let said = format!("`{name}` is not the name of a schema's file in this folder");
            refused(&run, &said, &project)?;
        }
    }
    // Nor through a link, be it the lock, a file or a folder.
    let project = project()?;
    fs::rename(
        project.0.join("schemas/isoschema.lock"),
        project.0.join("lock"),
    )?;
    symlink(
        project.0.join("lock"),
        project.0.join("schemas/isoschema.lock"),
    )?;
    for flags in [&["--check"][..], &["--from", "vendor"]] {
        let run = project.refresh(flags)?;
        refused(&run, "it is a link, not a regular file", &project)?;
    }
    fs::remove_file(project.0.join("schemas/isoschema.lock"))?;
    fs::rename(
        project.0.join("lock"),
        project.0.join("schemas/isoschema.lock"),
    )?;
    fs::remove_file(project.0.join("schemas/order.json"))?;
    symlink(
        project.0.join("elsewhere/order.json"),
        project.0.join("schemas/order.json"),
    )?;
    for flags in [&["--check"][..], &["--from", "vendor"]] {
        let run = project.refresh(flags)?;
        refused(&run, "it is a link, not a regular file", &project)?;
    }
    project.write(
        "schemas/isoschema.lock",
        &lock.replace("NAME", "inner/order.json"),
    )?;
    fs::remove_file(project.0.join("schemas/order.json"))?;
    symlink(project.0.join("elsewhere"), project.0.join("schemas/inner"))?;
    for flags in [&["--check"][..], &["--from", "vendor"]] {
        let run = project.refresh(flags)?;
        refused(&run, "`inner` is a link, not a folder", &project)?;
    }
    Ok(())
}

#[test]
fn nothing_is_written_through_a_link_in_the_folder() -> Outcome {
    let project = project()?;
    project.write("vendor/inner/new.json", r#"{"type": "null"}"#)?;
    project.write("vendor/order.json", r#"{"$ref": "inner/new.json"}"#)?;
    symlink(project.0.join("elsewhere"), project.0.join("schemas/inner"))?;
    let run = project.refresh(&["--from", "vendor"])?;
    refused(&run, "`inner` is a link, not a folder", &project)?;
    assert!(!project.0.join("elsewhere/new.json").exists());
    Ok(())
}

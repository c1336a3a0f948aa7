//! Where `emit` writes, and what of it there is when it is killed.

use std::fs;
use std::time::{Duration, Instant};

use super::project::{Project, hidden};
use crate::Outcome;

const EMIT: &str = "emit --schemas schemas --name tickets --out";

fn project(name: &str) -> std::io::Result<Project> {
    Project::new(name, &[("schemas/seat.json", r#"{"type": "string"}"#)])
}

#[test]
fn a_folder_of_somebody_elses_is_refused() -> Outcome {
    let project = project("emit-foreign")?;
    project.write("out/notes.txt", "mine")?;
    let run = project.run(&format!("{EMIT} out"))?;
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(
        run.err.contains("not empty") && run.err.contains("`notes.txt` is in it"),
        "{run:?}"
    );
    assert_eq!(project.files("out")?.len(), 1);
    // What is hidden does not count.
    fs::rename(project.at("out/notes.txt"), project.at("out/.notes"))?;
    let run = project.run(&format!("{EMIT} out"))?;
    assert_eq!(run.status, Some(0), "{run:?}");
    assert_eq!(project.text("out/.notes")?, "mine");
    // In a crate of an earlier run, what somebody has put there stays.
    project.write("out/src/own.rs", "mine")?;
    project.link("schemas", "out/linked")?;
    project.write("schemas/seat.json", r#"{"type": "integer"}"#)?;
    let run = project.run(&format!("{EMIT} out"))?;
    assert_eq!(run.status, Some(0), "{run:?}");
    assert_eq!(project.text("out/src/own.rs")?, "mine");
    assert!(fs::symlink_metadata(project.at("out/linked"))?.is_symlink());
    // Even where a file of the crate's would go.
    fs::remove_file(project.at("out/.isoschema-files"))?;
    project.write("out/schemas/seat.json", "mine")?;
    let run = project.run(&format!("{EMIT} out"))?;
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(
        run.err
            .contains("`schemas/seat.json` was not written by an earlier run"),
        "{run:?}"
    );
    assert_eq!(project.text("out/schemas/seat.json")?, "mine");
    Ok(())
}

#[test]
fn nothing_is_written_through_a_link() -> Outcome {
    let project = project("emit-links")?;
    fs::create_dir(project.at("elsewhere"))?;
    project.write("elsewhere/lib.rs", "mine")?;
    let refused = |said: &str| -> Outcome {
        let run = project.run(&format!("{EMIT} out"))?;
        assert_eq!(run.status, Some(2), "{run:?}");
        assert!(run.err.contains(said), "{said}: {run:?}");
        assert_eq!(project.files("elsewhere")?.len(), 1);
        assert_eq!(project.text("elsewhere/lib.rs")?, "mine");
        Ok(())
    };
    project.link("elsewhere", "out")?;
    refused("it is a link; name the folder that it leads to")?;
    fs::remove_file(project.at("out"))?;
    assert_eq!(project.run(&format!("{EMIT} out"))?.status, Some(0));
    // A folder of the crate, and a file of it.
    fs::rename(project.at("out/src"), project.at("src"))?;
    project.link("elsewhere", "out/src")?;
    project.write("schemas/seat.json", r#"{"type": "integer"}"#)?;
    refused("`src` is a link, not a folder")?;
    fs::remove_file(project.at("out/src"))?;
    fs::rename(project.at("src"), project.at("out/src"))?;
    fs::remove_file(project.at("out/src/lib.rs"))?;
    project.link("elsewhere/lib.rs", "out/src/lib.rs")?;
    refused("`src/lib.rs` is a link, not a file")?;
    fs::remove_file(project.at("out/src/lib.rs"))?;
    // The folder in which the new one is made.
    project.link("elsewhere", ".out.emit")?;
    refused(".out.emit` is in the way")?;
    fs::remove_file(project.at(".out.emit"))?;
    project.write(".out.emit/kept", "mine")?;
    refused(".out.emit` is in the way")?;
    assert_eq!(project.text(".out.emit/kept")?, "mine");
    fs::remove_dir_all(project.at(".out.emit"))?;
    assert_eq!(project.run(&format!("{EMIT} out"))?.status, Some(0));
    // A list of files that names one outside of the folder.
    let list =
        project.text("out/.isoschema-files")? + "../elsewhere/lib.rs\nsrc/../../elsewhere/lib.rs\n";
    project.write("out/.isoschema-files", &list)?;
    assert_eq!(project.run(&format!("{EMIT} out"))?.status, Some(0));
    assert_eq!(project.text("elsewhere/lib.rs")?, "mine");
    Ok(())
}

#[test]
fn killed_forty_times() -> Outcome {
    let project = project("emit-kills")?;
    let state = |kind: &str| -> Result<_, Box<dyn std::error::Error>> {
        let many = (0..40).map(|n| format!(r#""m{n}": {{"type": "{kind}"}}"#));
        let many: Vec<String> = many.collect();
        let schema = format!(r#"{{"properties": {{{}}}}}"#, many.join(", "));
        project.write("schemas/seat.json", &schema)?;
        Ok(())
    };
    let emitted = || -> Result<_, Box<dyn std::error::Error>> {
        let mut files = project.files("out")?;
        // It tells of each change, and so is another one each time.
        files.remove("out/CHANGELOG.md");
        Ok(files)
    };
    let start = Instant::now();
    let mut states = Vec::new();
    for kind in ["string", "integer"] {
        state(kind)?;
        let run = project.run(&format!("{EMIT} out"))?;
        assert_eq!(run.status, Some(0), "{run:?}");
        states.push(emitted()?);
    }
    let longest = start.elapsed() / 2;
    let (mut old, mut new) = (0, 0);
    for round in 0..40 {
        let before = emitted()?;
        state(if before == states[0] {
            "integer"
        } else {
            "string"
        })?;
        let mut child = project.start(&format!("{EMIT} out"))?;
        // Most of the time, the folder is not touched yet: the end is what counts.
        std::thread::sleep(longest * (20 + 2 * round) / 100);
        child.kill()?;
        child.wait()?;
        let found = emitted()?;
        assert!(states.contains(&found), "round {round}: {:?}", found.keys());
        if found == before {
            old += 1;
        } else {
            new += 1;
        }
    }
    println!("old {old}, new {new}");
    let run = project.run(&format!("{EMIT} out"))?;
    assert_eq!(run.status, Some(0), "{run:?}");
    assert_eq!(hidden(&project.0)?, Vec::<String>::new());
    // A first run that is killed leaves nothing under the crate's name, or all of it.
    fs::remove_dir_all(project.at("out"))?;
    let mut child = project.start(&format!("{EMIT} out"))?;
    std::thread::sleep(longest / 2 + Duration::from_millis(1));
    child.kill()?;
    child.wait()?;
    assert!(!project.at("out").exists() || states.contains(&emitted()?));
    Ok(())
}

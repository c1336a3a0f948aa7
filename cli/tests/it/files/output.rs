//! Where `generate` writes.

use std::fs;
use std::io::Read as _;
use std::os::unix::net::UnixListener;

use super::project::Project;
use crate::Outcome;

const GENERATE: &str = "generate --schema seat.json --root-name Seat --out";

fn project(name: &str) -> std::io::Result<Project> {
    Project::new(name, &[("seat.json", r#"{"type": "string"}"#)])
}

#[test]
fn standard_output() -> Outcome {
    let project = project("out-standard")?;
    let run = project.run(&format!("{GENERATE} -"))?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(run.out.contains("pub struct Seat("), "{}", run.out);
    // By the path that leads there, too: here a link to what is a pipe.
    std::os::unix::fs::symlink("/proc/self/fd/1", project.at("out"))?;
    if fs::exists("/proc/self/fd/1")? {
        let again = project.run(&format!("{GENERATE} out"))?;
        assert_eq!(again.status, Some(0), "{}", again.err);
        assert_eq!(again.out, run.out);
    }
    let run = project.run(&format!("{GENERATE} - --report -"))?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("cannot both go to"), "{}", run.err);
    Ok(())
}

#[test]
fn a_fifo_is_written_to_as_it_is() -> Outcome {
    let project = project("out-fifo")?;
    project.fifo("fifo")?;
    let run = project.run(&format!("{GENERATE} fifo"))?;
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(
        run.err
            .contains("fifo: cannot be written: nobody reads from it"),
        "{run:?}"
    );
    // A reader that is slow to begin with is waited for: what is written is more than
    // a pipe holds.
    let long: Vec<String> = (0..100)
        .map(|i| format!(r#""row{i}": {{"description": "{}"}}"#, "row ".repeat(200)))
        .collect();
    let long = format!(r#"{{"properties": {{{}}}}}"#, long.join(", "));
    project.write("long.json", &long)?;
    let fifo = project.at("fifo");
    let flags = fs::OpenOptions::new().read(true).write(true).open(&fifo)?;
    // Open before the writer is gone, since what nobody has open is forgotten.
    let mut open = fs::File::open(&fifo)?;
    let child = project.start("generate --schema long.json --root-name Seat --out fifo")?;
    let reader = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(100));
        let mut text = String::new();
        open.read_to_string(&mut text).map(|_| text)
    });
    let status = child.wait_with_output()?.status;
    drop(flags);
    let text = reader.join().map_err(|_| "the reader has panicked")??;
    assert!(status.success());
    assert!(text.len() > 64 << 10, "{} bytes", text.len());
    assert!(text.contains("pub struct Seat"), "{text}");
    assert_eq!(project.files(".")?.len(), 2);
    Ok(())
}

#[test]
fn what_is_no_file_is_left_alone() -> Outcome {
    let project = project("out-other")?;
    fs::create_dir(project.at("folder.rs"))?;
    project.link("nowhere", "dangling")?;
    let _socket = UnixListener::bind(project.at("socket"))?;
    for (place, said) in [
        ("folder.rs", "it is a folder, not a regular file"),
        ("dangling", "it is a link that leads nowhere"),
        ("socket", "it is a socket, not a regular file"),
    ] {
        let run = project.run(&format!("{GENERATE} {place}"))?;
        assert_eq!(run.status, Some(2), "{place}: {run:?}");
        assert!(run.err.contains(said), "{place}: {run:?}");
    }
    assert_eq!(project.files(".")?.len(), 1);
    // The file that a link leads to is written, and the link stays.
    project.write("real.rs", "old")?;
    project.link("real.rs", "link.rs")?;
    let run = project.run(&format!("{GENERATE} link.rs"))?;
    assert_eq!(run.status, Some(0), "{run:?}");
    assert!(fs::symlink_metadata(project.at("link.rs"))?.is_symlink());
    assert!(project.text("real.rs")?.contains("pub struct Seat("));
    Ok(())
}

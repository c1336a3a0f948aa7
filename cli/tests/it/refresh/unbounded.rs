//! Servers without an end: a refresh has one.

use std::time::{Duration, Instant};

use super::folder::Project;
use super::server::{Reply, Server};
use super::{BEFORE, config};
use crate::Outcome;

/// A schema that names two that nobody has heard of.
fn ever_new(path: &str) -> Reply {
    let name = path.trim_start_matches('/').trim_end_matches(".json");
    let text = format!(
        r#"{{"allOf": [{{"$ref": "{name}a.json"}}, {{"$ref": "{name}b.json"}}], "title": "{}"}}"#,
        "t".repeat(1000)
    );
    Reply::Plain(text)
}

/// The same, and each only after a while.
fn ever_later(_: &str) -> Reply {
    Reply::Status("503 Service Unavailable", "retry-after: 100\r\n".to_owned())
}

#[test]
fn ever_new_schemas_come_to_an_end() -> Outcome {
    let server = Server::start()?;
    server.others(ever_new);
    let project = Project::new(&BEFORE)?;
    project.write("schemas/isoschema.toml", &config(&server))?;
    let before = project.files()?;
    for (flags, said) in [
        (
            &["--max-schemas", "50"][..],
            "more than 50 schemas come of the roots; `order",
        ),
        (
            &["--max-size", "2000"],
            "the schemas have more than 32000 bytes together; `order",
        ),
        (
            &["--max-time", "1", "--max-schemas", "1000000"],
            "not everything could be fetched within 1 second",
        ),
    ] {
        let start = Instant::now();
        let run = project.refresh(flags)?;
        assert_eq!(run.status, Some(2), "{flags:?} {}", run.err);
        assert!(run.err.contains(said), "{flags:?} {}", run.err);
        assert!(run.err.contains(flags[0]), "{flags:?} {}", run.err);
        assert!(start.elapsed() < Duration::from_secs(20), "{flags:?}");
        assert_eq!(project.files()?, before);
    }
    Ok(())
}

#[test]
fn waits_are_part_of_the_whole_time() -> Outcome {
    let server = Server::start()?;
    server.others(ever_later);
    let project = Project::new(&BEFORE)?;
    project.write("schemas/isoschema.toml", &config(&server))?;
    let start = Instant::now();
    let run = project.refresh(&["--max-time", "0.5"])?;
    assert_eq!(run.status, Some(2), "{}", run.err);
    let said = "not everything could be fetched within 0.5 seconds";
    assert!(run.err.contains(said), "{}", run.err);
    assert!(start.elapsed() < Duration::from_secs(20));
    Ok(())
}

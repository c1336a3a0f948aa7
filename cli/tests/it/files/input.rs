//! Every file that a command reads, and what may stand in its place.

use super::project::{Project, Run, Thing};
use crate::Outcome;

/// A project in which every command below does its work.
const FILES: [(&str, &str); 10] = [
    (
        "schemas/ticket.json",
        r#"{"properties": {"seat": {"$ref": "seat.json"}}}"#,
    ),
    ("schemas/seat.json", r#"{"type": "string"}"#),
    (
        "schemas/isoschema.toml",
        "[emit]\nname = \"tickets\"\nversion = \"0.1.0\"\n\
         [upstream]\nbase = \"https://example.invalid/{name}.json\"\nroots = [\"ticket\"]\n",
    ),
    (
        "schemas/overlays/seat.json",
        r#"{"schema": "seat", "reason": "r", "merge": {"maxLength": 9}}"#,
    ),
    (
        "vendor/ticket.json",
        r#"{"properties": {"seat": {"$ref": "seat.json"}}}"#,
    ),
    ("vendor/seat.json", r#"{"type": "string"}"#),
    (
        "openapi.yaml",
        "openapi: 3.1.0\ncomponents: {schemas: {Seat: {type: string}}}\n",
    ),
    ("options.toml", ""),
    ("payloads/one.json", r#"{"seat": "12F"}"#),
    (
        "remote.json",
        r#"{"$ref": "https://example.com/schemas/seat.json"}"#,
    ),
];

const GENERATE: &str = "generate --root-name Ticket --out out.rs";

/// A place in the project, and a command that reads it.
fn places() -> Vec<(&'static str, String)> {
    let generate = |rest: &str| format!("{GENERATE} {rest}");
    let emit = || "emit --schemas schemas --out made".to_owned();
    let refresh = |rest: &str| format!("refresh {rest}");
    vec![
        (
            "schemas/ticket.json",
            generate("--schema schemas/ticket.json --schemas schemas"),
        ),
        (
            "schemas/seat.json",
            generate("--schema schemas/ticket.json --schemas schemas"),
        ),
        (
            "options.toml",
            generate("--schema schemas/seat.json --config options.toml"),
        ),
        (
            "vendor/seat.json",
            generate("--schema remote.json --remote-base https://example.com/schemas/=vendor"),
        ),
        ("schemas/seat.json", emit()),
        ("schemas/isoschema.toml", emit()),
        ("schemas/overlays/seat.json", emit()),
        ("made/Cargo.toml", emit()),
        ("made/.isoschema-files", emit()),
        ("made/src/types.rs", emit()),
        (
            "payloads/one.json",
            "check payloads --schema ticket".to_owned(),
        ),
        (
            "payloads/one.json",
            "check payloads/one.json --schema ticket".to_owned(),
        ),
        (
            "schemas/seat.json",
            "check payloads --schema ticket".to_owned(),
        ),
        ("vendor/seat.json", "diff schemas vendor".to_owned()),
        ("schemas/seat.json", "diff schemas vendor".to_owned()),
        ("vendor/seat.json", refresh("--from vendor")),
        ("schemas/isoschema.toml", refresh("--from vendor")),
        ("schemas/isoschema.lock", refresh("--from vendor")),
        ("schemas/seat.json", refresh("--from vendor")),
        ("schemas/seat.json", refresh("--offline")),
        ("schemas/isoschema.lock", refresh("--check")),
        ("schemas/seat.json", refresh("--check")),
        ("openapi.yaml", refresh("--schemas api --offline")),
        ("options.toml", refresh("--ca-file options.toml")),
    ]
}

fn project(name: &str) -> std::io::Result<Project> {
    let project = Project::new(name, &FILES)?;
    project.write(
        "api/isoschema.toml",
        "[upstream]\nopenapi = \"../openapi.yaml\"\n",
    )?;
    for line in ["refresh --from vendor", "emit --schemas schemas --out made"] {
        let run = project.run(line)?;
        assert_eq!(run.status, Some(0), "{line}: {}", run.err);
    }
    Ok(project)
}

fn told(run: &Run, place: &str, thing: Thing) -> bool {
    let why = match thing {
        // Where links are looked at and not through, it is said which it is.
        Thing::LinkToFifo if run.err.contains("it is a link, not a regular file") => {
            "it is a link, not a regular file"
        }
        Thing::Fifo | Thing::LinkToFifo => "it is a FIFO, not a regular file",
        Thing::Folder => "it is a folder, not a regular file",
        Thing::Sparse => "it has 5368709120 bytes, more than the 16777216 that are read",
    };
    // The crate that an earlier run wrote is no input: it is not overwritten.
    let overwritten = place == "made/src/types.rs" && run.err.contains("`src/types.rs` is ");
    run.status == Some(2) && (overwritten || run.err.contains(why))
}

#[test]
fn only_regular_files_of_a_limited_size_are_read() -> Outcome {
    let project = project("in")?;
    let mut wrong = Vec::new();
    for thing in [Thing::Fifo, Thing::LinkToFifo, Thing::Folder, Thing::Sparse] {
        for (place, line) in places() {
            // What a generated file held does not matter, and a folder of
            // payloads may have folders in it.
            let generated = matches!(place, "made/src/types.rs" | "made/Cargo.toml");
            let folder = place.starts_with("payloads/") && thing == Thing::Folder;
            if generated && thing == Thing::Sparse || folder {
                continue;
            }
            let before = project.text(place)?;
            project.put(place, thing)?;
            let run = project.run(&line)?;
            if !told(&run, place, thing) {
                wrong.push(format!("{thing:?} at {place}: {line}: {run:?}"));
            }
            project.clear(place)?;
            project.write(place, &before)?;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn the_limit_can_be_raised_and_lowered() -> Outcome {
    let project = project("limit")?;
    let large = format!(r#"{{"seat": "12F"{}}}"#, " ".repeat(17 << 20));
    project.write("payloads/large.json", &large)?;
    let run = project.run("check payloads --schema ticket")?;
    assert_eq!(run.status, Some(2));
    assert!(
        run.err
            .contains("payloads/large.json: cannot be read: it has 17825807 bytes")
            && run.err.contains("--max-size"),
        "{}",
        run.err
    );
    let run = project.run("check payloads --schema ticket --max-size 20000000")?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    for line in [
        "check payloads/one.json --schema ticket --max-size 10",
        "diff schemas vendor --max-size 10",
        "emit --schemas schemas --out other --max-size 10",
        "generate --root-name Seat --out out.rs --schema schemas/seat.json --max-size 10",
        "refresh --from vendor --max-size 10",
        "refresh --check --max-size 10",
    ] {
        let run = project.run(line)?;
        assert!(run.status == Some(2), "{line}: {run:?}");
        assert!(
            run.err.contains("more than the 10 that are"),
            "{line}: {run:?}"
        );
    }
    Ok(())
}

#[test]
fn payloads_are_checked_by_documents_under_a_url() -> Outcome {
    let project = project("remote")?;
    let refers = r#"{"$ref": "https://example.com/s/seat.json"}"#;
    project.write("own.json", refers)?;
    project.write("more/own.json", refers)?;
    project.write("local/seat.json", r#"{"type": "string"}"#)?;
    project.write("one.json", "1")?;
    let remote = "--remote-base https://example.com/s=local";
    for schema in ["own.json", "own --schemas more"] {
        let run = project.run(&format!("check one.json --schema {schema} {remote}"))?;
        assert_eq!(run.status, Some(1), "{}", run.err);
        assert!(run.out.contains("s/seat.json#/type"), "{}", run.out);
        let run = project.run(&format!("check one.json --schema {schema}"))?;
        assert_eq!(run.status, Some(2), "{}", run.out);
        assert!(run.err.contains("nothing is fetched"), "{}", run.err);
    }
    Ok(())
}

#[test]
fn a_large_file_of_a_revision_is_not_read() -> Outcome {
    let project = project("revision")?;
    let git = |line: &str| -> Outcome {
        let words = format!("-c user.name=t -c user.email=t@example.com {line}");
        let mut git = std::process::Command::new("git");
        let done = git
            .args(words.split(' '))
            .current_dir(&project.0)
            .output()?;
        assert!(done.status.success(), "{done:?}");
        Ok(())
    };
    project.write("schemas/seat.json", &" ".repeat(17 << 20))?;
    git("init --quiet")?;
    git("add schemas")?;
    git("commit --quiet -m all")?;
    project.write("schemas/seat.json", r#"{"type": "string"}"#)?;
    let run = project.run("diff HEAD")?;
    assert_eq!(run.status, Some(2), "{run:?}");
    assert!(
        run.err
            .contains("seat.json: cannot be read: it has 17825792 bytes"),
        "{run:?}"
    );
    Ok(())
}

//! Payloads in files: streams of YAML, lines, and what cannot be read.

use std::fs;

use isoschema::payload::Check;

use crate::common::folder;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn check() -> Check {
    let schema = r#"{"type": "object", "properties": {"n": {"type": "integer"}}}"#;
    Check::texts([("case.json", schema)], "case").expect("a schema")
}

#[test]
fn each_document_of_a_stream_is_a_payload() -> Outcome {
    let root = folder("payload-streams")?;
    let path = root.join("all.yaml");
    fs::write(&path, "# first\nn: 1\n---\nn: one\n---\nn: '2'\n---\n")?;
    let mut check = check();
    check.path(&path)?;
    let outcome = check.finish();
    assert_eq!((outcome.checked(), outcome.misfits()), (3, 2));
    let lines: Vec<Option<usize>> = outcome.payloads().iter().map(|it| it.line).collect();
    assert_eq!(lines, [Some(4), Some(6)]);
    assert_eq!(outcome.payloads()[0].file(), path.display().to_string());
    // One document is the whole file.
    fs::write(&path, "n: one\n")?;
    let mut check = self::check();
    check.path(&path)?;
    assert_eq!(check.finish().payloads()[0].line, None);
    Ok(())
}

#[test]
fn what_cannot_be_read_is_said_where_it_is() -> Outcome {
    let root = folder("payload-unread")?;
    let (lines, yaml) = (root.join("all.jsonl"), root.join("bad.yaml"));
    fs::write(&lines, "{\"n\": 1}\n{bad}\n")?;
    fs::write(&yaml, "n: 1\nn: 2\n")?;
    let mut check = check();
    check.path(&lines)?;
    check.path(&yaml)?;
    let outcome = check.finish();
    let told = outcome.to_text(20, false);
    assert!(told.contains("all.jsonl:2\n"), "{told}");
    assert!(
        told.contains("`bad` is nothing that JSON has at column 2\n"),
        "{told}"
    );
    assert!(
        told.contains("this member stands here twice at line 2, column 1\n"),
        "{told}"
    );
    assert!(told.contains("  2x not readable, in 2 payloads"), "{told}");
    Ok(())
}

//! What people read: nothing in it is hidden, and one is not many.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use isoschema::Generator;
use isoschema::diff::{Audience, Side, diff};
use isoschema::payload::Check;
use isoschema::words::is_hidden;

type Outcome = Result<(), Box<dyn Error>>;

/// A file, a member and a code that turn the direction of writing, and a
/// pattern that breaks the line.
const FILE: &str = "turned\u{202e}nosj.json";
const SCHEMA: &str = r#"{
    "title": "turn\u202eed",
    "type": "object",
    "properties": {
        "left\u2067right": {"type": "integer", "enum": [1], "description": "a\u202eb"},
        "line\rend": {"pattern": "^[^\n]$"}
    },
    "required": ["line\rend"],
    "additionalProperties": false
}"#;
const FAULTS: [&str; 3] = [
    r#"{"left\u2067right": "x"}"#,
    r#"{"line\rend": "ab"}"#,
    r#"{"line\rend": "a", "more\u202e": 1}"#,
];

/// A text of several lines in which nothing is hidden.
fn plain(text: &str) {
    let hidden = text
        .chars()
        .find(|letter| *letter != '\n' && is_hidden(*letter));
    assert_eq!(hidden, None, "in {text:?}");
}

fn module(schema: &str) -> Result<String, isoschema::diagnostics::Diagnostics> {
    let generated = Generator::new()
        .text(FILE, schema)
        .root_name("Turned")
        .generate()?;
    Ok(generated.text)
}

#[test]
fn generated_code_hides_nothing() -> Outcome {
    let text = module(SCHEMA)?;
    plain(&text);
    assert!(text.contains("turned\\u{202e}nosj.json"), "{text}");
    // Where a program reads it, a pointer is as it is.
    assert!(text.contains("/properties/line\\rend/pattern\""), "{text}");
    Ok(())
}

#[test]
fn problems_hide_nothing() {
    for schema in [
        SCHEMA.replace("\"integer\"", "\"integer\\u202e\""),
        SCHEMA.replace("^[^\\n]$", "\\n\\u202e("),
        SCHEMA.replace("[1]", "1\u{202e}"),
    ] {
        let problems = module(&schema).expect_err("it is wrong");
        plain(&problems.render());
        plain(&problems.to_string());
    }
}

#[test]
fn checks_hide_nothing() -> Outcome {
    let mut check = Check::texts([(FILE, SCHEMA)], "turned\u{202e}nosj")?;
    for fault in FAULTS {
        check.text("pay\u{202e}load.json", fault);
    }
    check.text("no.json", "{\u{202e}");
    let outcome = check.finish();
    plain(&outcome.to_text(10, false));
    plain(&outcome.codes_to_text());
    Ok(())
}

#[test]
fn comparisons_hide_nothing() -> Outcome {
    let folder = std::env::temp_dir().join(format!("isoschema-words-{}", std::process::id()));
    let (old, new) = (folder.join("old"), folder.join("new"));
    for (place, schema) in [
        (&old, SCHEMA.to_owned()),
        (&new, SCHEMA.replace("[1]", "[1, 2]")),
    ] {
        fs::create_dir_all(place)?;
        fs::write(place.join(FILE), schema)?;
    }
    let found = diff(&Side::open(&old)?, &Side::open(&new)?, Audience::Everyone);
    fs::remove_dir_all(&folder)?;
    plain(&found.to_text(false));
    plain(&found.to_markdown());
    assert!(
        found.to_text(false).contains("\n1 schema: "),
        "{}",
        found.to_text(false)
    );
    Ok(())
}

/// A count that no integer of ours holds is shown as it is written, wherever it is shown.
#[test]
fn counts_are_shown_as_they_are_written() -> Outcome {
    for count in ["18446744073709551616", "1e30"] {
        let schemas = [
            (r#"{"minItems": COUNT}"#, "[]"),
            (r#"{"minLength": COUNT}"#, "\"\""),
            (r#"{"minProperties": COUNT}"#, "{}"),
            (
                r#"{"contains": {"type": "null"}, "minContains": COUNT}"#,
                "[]",
            ),
        ];
        for (schema, payload) in schemas {
            let schema = schema.replace("COUNT", count);
            let generated = Generator::new()
                .text("long.json", &schema)
                .root_name("Long")
                .generate()?;
            let warnings = generated.warnings.ok_or("no warning")?.render();
            let mut check = Check::texts([("long.json", &schema)], "long")?;
            check.text("payload.json", payload);
            let said = check.finish().to_text(10, false);
            for text in [&generated.text, &warnings, &said] {
                assert!(text.contains(count), "{schema}: {text}");
                assert!(!text.contains("18446744073709551615"), "{schema}: {text}");
            }
        }
        for keyword in ["maxItems", "maxLength", "maxProperties", "maxContains"] {
            let schema = format!(r#"{{"contains": true, "{keyword}": {count}}}"#);
            let text = module(&schema)?.replace('_', "");
            assert!(!text.contains("18446744073709551615"), "{keyword}: {text}");
        }
    }
    Ok(())
}

/// Counts are written by `counted` alone: a message in which a noun in the
/// plural follows a number says "1 items" some day.
#[test]
fn counts_have_one_function() -> Outcome {
    const NOUNS: [&str; 20] = [
        "attempts",
        "bytes",
        "changes",
        "characters",
        "codes",
        "documents",
        "faults",
        "files",
        "groups",
        "items",
        "lines",
        "members",
        "payloads",
        "places",
        "problems",
        "schemas",
        "seconds",
        "tests",
        "types",
        "warnings",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = vec![root.join("src")];
    // The package alone has no commands.
    let commands = ["../cli/src", "../xtask/src"].map(|folder| root.join(folder));
    open.extend(commands.into_iter().filter(|it| it.is_dir()));
    let (mut read, mut wrong) = (0, Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                open.push(entry?.path());
            }
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        read += 1;
        let text = fs::read_to_string(&path)?;
        let messages = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in messages {
            for (at, _) in line.match_indices("} ") {
                let word = line[at + 2..].split(|it: char| !it.is_alphabetic()).next();
                // A constant is a number that is known not to be one.
                let is_constant = line[..at].rsplit('{').next().is_some_and(|name| {
                    !name.is_empty() && name.chars().all(|it| it.is_ascii_uppercase())
                });
                if !is_constant && word.is_some_and(|word| NOUNS.contains(&word)) {
                    wrong.push(format!("{}: {line}", path.display()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "use `words::counted`\n{}",
        wrong.join("\n")
    );
    assert!(read > 100, "{read}");
    Ok(())
}

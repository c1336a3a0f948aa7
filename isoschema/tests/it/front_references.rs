//! References as people write them, files that cannot be read, and members
//! that a schema repeats.

use crate::common;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::proof::Sources;
use isoschema::build::Build;
use isoschema::config::Config;
use isoschema::diagnostics::{Diagnostics, Kind, Severity};
use isoschema::emit::schema_text;
use isoschema::{Generated, Generator};

type Done = Result<(), Box<dyn Error>>;

/// A folder with these files.
fn files(name: &str, files: &[(&str, &str)]) -> Result<PathBuf, Box<dyn Error>> {
    let folder = common::folder(name)?;
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, text)?;
    }
    Ok(folder)
}

fn whole(folder: &Path) -> Result<Generated, Diagnostics> {
    Generator::new().schemas(folder).generate()
}

/// One file of a folder, the others for its references.
fn one(folder: &Path, file: &str) -> Result<Generated, Diagnostics> {
    let generator = Generator::new().schema(folder.join(file));
    generator.look_up(folder).root_name("Root").generate()
}

/// The place and the target of each reference that the report lists.
fn assumed(generated: &Generated) -> Vec<String> {
    let all = generated.report.assumed.iter();
    all.map(|it| format!("{} -> {}", it.schema, it.target))
        .collect()
}

/// The Rust type of a place.
fn rust<'a>(generated: &'a Generated, schema: &str) -> Option<&'a str> {
    let mut all = generated.report.locations.iter();
    let found = all.find(|it| it.schema == schema);
    found.map(|it| it.rust.as_str())
}

const COLOUR: &str = r#"{"enum": ["red", "green"]}"#;

#[test]
fn the_ending_of_a_name_may_be_left_out() -> Done {
    let car = r#"{"$id": "https://example.com/cars/car.json", "type": "object", "properties": {
        "paint": {"$ref": "colour"},
        "seats": {"$ref": "https://example.com/cars/colour"},
        "wheel": {"$ref": "parts/wheel#/$defs/rim"},
        "spare": {"$ref": "parts/wheel.json#/$defs/rim"}
    }}"#;
    let wheel = r#"{"$defs": {"rim": {"type": "integer"}}}"#;
    let folder = files(
        "references-ending",
        &[
            ("car.json", car),
            ("colour.json", COLOUR),
            ("parts/wheel.json", wheel),
        ],
    )?;
    let expected = [
        "car.json#/properties/paint/$ref -> colour.json",
        "car.json#/properties/seats/$ref -> colour.json",
        "car.json#/properties/wheel/$ref -> parts/wheel.json#/$defs/rim",
    ];
    for generated in [whole(&folder)?, one(&folder, "car.json")?] {
        assert_eq!(assumed(&generated), expected);
        assert_eq!(rust(&generated, "colour.json#"), Some("Colour"));
        assert!(generated.text.contains("pub seats: Option<Colour>,"));
        // Who knows nothing of endings can follow what goes into a crate.
        let document = generated.documents.by_path("car.json").ok_or("the car")?;
        let text = schema_text(document, &generated);
        assert!(text.contains(r#""$ref": "parts/wheel.json#/$defs/rim""#));
        let again = Generator::new().text("car.json", text).look_up(&folder);
        assert!(assumed(&again.generate()?).is_empty());
    }
    Ok(())
}

#[test]
fn a_name_as_it_is_comes_first() -> Done {
    let a = r#"{"$ref": "b"}"#;
    let folder = files(
        "references-as-it-is",
        &[
            ("a.json", a),
            ("b", r#"{"const": 1}"#),
            ("b.json", r#"{"const": 2}"#),
        ],
    )?;
    let generated = one(&folder, "a.json")?;
    assert!(assumed(&generated).is_empty());
    assert!(generated.text.contains("N1"), "{}", generated.text);
    Ok(())
}

#[test]
fn a_file_in_yaml_is_read() -> Done {
    let folder = files(
        "references-yaml",
        &[
            ("short.json", r#"{"$ref": "colour"}"#),
            ("whole.json", r#"{"$ref": "colour.yaml"}"#),
            ("other.json", r#"{"$ref": "shade"}"#),
            ("json.json", r#"{"$ref": "tone"}"#),
            ("colour.yaml", "enum: [red, green]\n"),
            ("shade.yml", "enum: [dark]\n"),
            ("tone.yaml", COLOUR),
        ],
    )?;
    for (file, variant) in [
        ("short.json", "Red"),
        ("whole.json", "Green"),
        ("other.json", "Dark"),
    ] {
        assert!(one(&folder, file)?.text.contains(variant), "{file}");
    }
    // What is neither is told with its place.
    std::fs::write(folder.join("colour.yaml"), "enum: [red\ntype: string\n")?;
    let shown = one(&folder, "whole.json").expect_err("no YAML").to_string();
    assert!(shown.contains("colour.yaml:2:"), "{shown}");
    // What is JSON is read, whatever it is called.
    assert_eq!(
        assumed(&one(&folder, "json.json")?),
        ["json.json#/$ref -> tone.yaml"]
    );
    Ok(())
}

#[test]
fn below_a_remote_base_too() -> Done {
    let remote = files(
        "references-remote",
        &[
            ("x/one.json", r#"{"const": "one"}"#),
            ("x/two", r#"{"const": "two"}"#),
            ("x/two.json", r#"{"const": "other"}"#),
        ],
    )?;
    let text = r#"{"properties": {
        "one": {"$ref": "https://example.org/x/one"},
        "two": {"$ref": "https://example.org/x/two"}
    }}"#;
    let generated = Generator::new()
        .text("a.json", text)
        .remote_base("https://example.org", remote)
        .generate()?;
    assert_eq!(
        assumed(&generated),
        ["a.json#/properties/one/$ref -> https://example.org/x/one.json"]
    );
    assert!(generated.text.contains(r#""two""#) && !generated.text.contains(r#""other""#));
    Ok(())
}

#[test]
fn files_lie_below_the_url_that_others_state() -> Done {
    let order = r#"{"$id": "https://example.com/v2/api/order.json",
        "properties": {"line": {"$ref": "https://example.com/v2/shared/line.json"},
                       "note": {"$ref": "https://example.com/v2/shared/note"}}}"#;
    let line = r#"{"$id": "https://example.com/v1/shared/line.json", "type": "string"}"#;
    let folder = files(
        "references-stated",
        &[
            ("api/order.json", order),
            ("shared/line.json", r#"{"type": "integer"}"#),
            ("shared/note.json", r#"{"type": "string", "maxLength": 9}"#),
        ],
    )?;
    let generated = whole(&folder)?;
    assert_eq!(
        assumed(&generated),
        [
            "api/order.json#/properties/line/$ref -> ../shared/line.json",
            "api/order.json#/properties/note/$ref -> ../shared/note.json",
        ]
    );
    // A file that says that it is another one is not meant.
    fs::write(folder.join("shared/line.json"), line)?;
    let problems = whole(&folder).expect_err("another version");
    assert_eq!(problems.len(), 1, "{problems}");
    Ok(())
}

#[test]
fn an_id_of_the_folder_as_it_is_written() -> Done {
    let push = r#"{"$id": "push$made", "properties": {
        "who": {"$ref": "shared/person.json#/definitions/name"},
        "team": {"$ref": "shared/team.json"}}}"#;
    let person = r#"{"$id": "shared/person.json", "definitions": {
        "name": {"type": "string"}, "boss": {"$ref": "shared/team.json#"}}}"#;
    let team = r#"{"$id": "shared/team.json#", "type": "array"}"#;
    let folder = files(
        "references-as-written",
        &[
            ("push/made.json", push),
            ("shared/person.json", person),
            ("shared/team.json", team),
        ],
    )?;
    let expected = [
        "push/made.json#/properties/who/$ref -> ../shared/person.json#/definitions/name",
        "push/made.json#/properties/team/$ref -> ../shared/team.json",
        "shared/person.json#/definitions/boss/$ref -> ../team.json#",
    ];
    let generated = whole(&folder)?;
    assert_eq!(assumed(&generated), expected);
    assert_eq!(assumed(&one(&folder, "push/made.json")?), expected[..2]);
    // Who follows references strictly finds all in what goes into a crate.
    let mut again = Generator::new();
    let mut kit = Sources::new();
    for document in generated.documents.iter() {
        let text = schema_text(document, &generated);
        kit = kit.with(&document.name, serde_json::from_str(&text)?);
        again = again.text(document.path.as_ref(), text);
    }
    assert!(assumed(&again.generate()?).is_empty());
    for name in ["push/made", "shared/person"] {
        kit.bundle(name)?;
    }
    // The same text twice decides nothing.
    fs::write(folder.join("team.json"), team)?;
    let problems = whole(&folder).expect_err("two of them");
    assert_eq!(problems.len(), 1, "{problems}");
    let shown = problems.to_string();
    assert!(
        shown.contains("shared/team.json and team.json both claim"),
        "{shown}"
    );
    Ok(())
}

const ID: &str = "https://example.com/part.json";

#[test]
fn what_could_not_be_read_is_said() -> Done {
    let by_id = format!(r#"{{"$ref": "{ID}"}}"#);
    let broken = format!(r#"{{"$id": "{ID}", "type": "string",}}"#);
    let other = r#"{"$ref": "https://example.com/elsewhere.json"}"#;
    // The first reference has the whole folder read, the second is to a file.
    let both = r#"{"properties": {"a": {"$ref": "named.json"}, "b": {"$ref": "part.json"}},
        "allOf": [{"$ref": "https://example.com/fine.json"}]}"#;
    let folder = files(
        "references-unread",
        &[
            ("by-id.json", &by_id),
            ("by-path.json", r#"{"$ref": "part.json"}"#),
            ("other.json", other),
            ("both.json", both),
            ("part.json", &broken),
            ("named.json", r#"{"$id": "https://example.com/fine.json"}"#),
        ],
    )?;
    for file in ["by-id.json", "by-path.json", "both.json"] {
        let problems = one(&folder, file).expect_err("a broken file");
        let shown = problems.to_string();
        assert_eq!(problems.len(), 2, "{file}: {shown}");
        assert!(shown.contains("which could not be read"), "{file}: {shown}");
        assert!(shown.contains("part.json:1:"), "{file}: {shown}");
        assert!(!shown.contains("leads nowhere"), "{file}: {shown}");
    }
    let problems = one(&folder, "other.json").expect_err("it is nowhere");
    let shown = problems.to_string();
    assert!(shown.contains("leads nowhere"), "{shown}");
    assert!(shown.contains("what could not be read: "), "{shown}");
    // Nothing refers to the broken one.
    one(&folder, "named.json")?;
    Ok(())
}

#[test]
fn a_repeated_annotation_is_a_warning_and_the_last_counts() -> Done {
    let id = r#"{"description": "A key.", "type": ["string", "object"],
        "description": "The key of a car.", "examples": [{"a": 1, "a": 2}],
        "$defs": {"x": {"x-note": 1, "x-note": 2}}}"#;
    let folder = files("references-repeated", &[("id.json", id)])?;
    let generated = whole(&folder)?;
    assert!(generated.text.contains("The key of a car.") && !generated.text.contains("A key."));
    let warnings = generated.warnings.ok_or("warnings")?;
    // The example is of another type than the schema says, too.
    let own = warnings.iter().filter(|it| it.lint.is_none());
    let lines: Vec<_> = own.map(|it| (it.line, it.severity)).collect();
    assert_eq!(
        lines,
        [
            (2, Severity::Warning),
            (2, Severity::Warning),
            (3, Severity::Warning)
        ]
    );
    let shown = warnings.render();
    assert!(shown.contains("warning: the member `description` stands here twice"));
    assert!(shown.ends_with("3 warnings in the schemas"), "{shown}");

    // A build goes on, and says so.
    let (mut cargo, mut shown) = (Vec::new(), Vec::new());
    let build = Build::new(Generator::new().schemas(&folder));
    assert!(build.tell(Some(&folder), &mut cargo, &mut shown)?);
    let cargo = String::from_utf8(cargo)?;
    let told = cargo
        .lines()
        .filter(|line| line.starts_with("cargo::warning="));
    assert_eq!(told.count(), 3, "{cargo}");
    // Beside what is wrong, warnings wait.
    fs::write(folder.join("bad.json"), r#"{"type": "strin"}"#)?;
    assert_eq!(whole(&folder).expect_err("no kind").len(), 1);
    Ok(())
}

#[test]
fn a_file_that_nothing_refers_to_warns_of_nothing() -> Done {
    let twice = r#"{"title": "a", "title": "b"}"#;
    let folder = files(
        "references-apart",
        &[
            ("a.json", r#"{"$ref": "https://example.com/b.json"}"#),
            (
                "b.json",
                r#"{"$id": "https://example.com/b.json", "type": "null"}"#,
            ),
            ("c.json", twice),
            (
                "d.json",
                r#"{"$ref": "b.json", "properties": {"c": {"$ref": "c.json"}}}"#,
            ),
        ],
    )?;
    assert!(one(&folder, "a.json")?.warnings.is_none());
    assert!(one(&folder, "d.json")?.warnings.is_some());
    Ok(())
}

#[test]
fn a_repeated_assertion_is_an_error_and_can_be_allowed() -> Done {
    let asserting = [
        r#"{"type": "string", "type": "null"}"#,
        r#"{"properties": {"description": {"type": "string"}, "description": {"type": "null"}}}"#,
        r#"{"enum": [{"title": 1, "title": 2}]}"#,
        r#"{"$defs": {}, "$defs": {}}"#,
        r#"{"allOf": [{"not": {"minLength": 1, "minLength": 2}}]}"#,
        r#"{"unknown": {"description": 1, "description": 2}}"#,
    ];
    let last = Config::parse("isoschema.toml", "[generate]\nrepeated_members = \"last\"")?;
    for text in asserting {
        let generator = Generator::new().text("a.json", text);
        let problems = generator.clone().generate().expect_err("twice");
        assert_eq!(problems.len(), 1, "{text}");
        assert!(problems.iter().all(|it| it.kind == Kind::DuplicateMember));
        assert!(problems.to_string().contains("repeated-members = \"last\""));
        let generated = generator.configure(last.clone()).generate()?;
        let warnings = generated.warnings.into_iter().flatten();
        let own = warnings.filter(|it| it.lint.is_none());
        assert_eq!(own.count(), 1, "{text}");
    }
    let generator = Generator::new().text("a.json", asserting[0]);
    let generated = generator.configure(last).generate()?;
    assert_eq!(generated.report.roots[0].rust, "A");
    assert_eq!(rust(&generated, "a.json#"), Some("()"));
    assert!(Config::parse("a", "[generate]\nrepeated-members = \"first\"").is_err());
    Ok(())
}

#[test]
fn a_definition_that_stands_under_another_keyword_is_named() -> Done {
    for (reference, keyword) in [
        ("#/components/schemas/Line", "$defs"),
        ("#/$defs/Line", "definitions"),
        ("#/definitions/Line", "$defs"),
    ] {
        let text = format!(
            r#"{{"type": "array", "items": {{"$ref": "{reference}"}}, "{keyword}": {{"Line": true, "Lines": true}}}}"#
        );
        let folder = files("definition-elsewhere", &[("order.json", &text)])?;
        let problems = whole(&folder).expect_err("it leads nowhere").render();
        let near = format!("did you mean `#/{keyword}/Line`?");
        assert!(problems.contains(&near), "{problems}");
    }
    Ok(())
}

//! `diff` and `check` as they are run: their exit statuses and what they say.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that is removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
        let done = Command::new("git")
            .arg("-C")
            .arg(&self.0)
            .args(identity)
            .args(arguments)
            .output();
        let done = done.expect("git runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }

    fn isoschema(&self, line: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_isoschema"))
            .args(line.split(' '))
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .output()
            .expect("the command runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn told(output: &Output) -> (Option<i32>, String) {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), text + &errors)
}

#[test]
fn diff_says_by_its_status_what_a_change_means() {
    let folder = Folder::new("diff-status");
    folder.write("a/code.json", r#"{"type": "string", "maxLength": 3}"#);
    folder.write("b/code.json", r#"{"type": "string", "maxLength": 5}"#);
    folder.write("c/code.json", r#"{"$ref": "missing.json"}"#);
    for (line, status, words) in [
        ("diff a a", 0, "nothing to release"),
        ("diff a b --for writers", 1, "compatible"),
        ("diff a b", 1, "code: wider, breaks those who read"),
        ("diff a/code.json b/code.json", 1, "maxLength: 3 -> 5"),
        (
            "diff a b --format markdown",
            1,
            "| `code` | wider | those who read |",
        ),
        ("diff a b --format json", 1, "\"relation\": \"wider\""),
        ("diff a c", 2, "missing.json"),
        ("diff a nowhere", 2, "nowhere"),
    ] {
        let (found, text) = told(&folder.isoschema(line));
        assert_eq!(found, Some(status), "{line}: {text}");
        assert!(text.contains(words), "{line}: {text}");
    }
}

#[test]
fn diff_reads_the_old_side_from_git() {
    let folder = Folder::new("diff-git");
    folder.git(&["init", "-q"]);
    folder.write("schemas/code.json", r#"{"type": "string", "maxLength": 3}"#);
    folder.write("schemas/deep/other.json", r#"{"type": "null"}"#);
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "one"]);
    folder.git(&["tag", "v1"]);
    folder.write("schemas/code.json", r#"{"type": "string", "maxLength": 2}"#);
    folder.git(&["rm", "-q", "schemas/deep/other.json"]);
    let (status, text) = told(&folder.isoschema("diff v1"));
    assert_eq!(status, Some(1), "{text}");
    assert!(text.starts_with("schemas at v1 -> schemas\n"), "{text}");
    assert!(
        text.contains("code: narrower, breaks those who write"),
        "{text}"
    );
    assert!(text.contains("deep/other: removed"), "{text}");
    let (status, text) = told(&folder.isoschema("diff HEAD schemas/code.json"));
    assert_eq!(status, Some(1), "{text}");
    assert!(!text.contains("deep/other"), "{text}");
    let (status, text) = told(&folder.isoschema("diff v2"));
    assert_eq!(status, Some(2), "{text}");
    assert!(
        text.contains("`v2` is neither a path nor a git revision"),
        "{text}"
    );
}

#[test]
fn check_judges_files_folders_and_standard_input() {
    let folder = Folder::new("check");
    folder.write(
        "schemas/order.json",
        r#"{"type": "object", "properties": {"note": {"type": "string"}, "state": {"enum": ["A"]}}}"#,
    );
    folder.write("good/one.json", r#"{"note": "x"}"#);
    folder.write("bad/deep/two.json", r#"{"note": null}"#);
    folder.write("bad/three.jsonl", "{}\n{\"state\": \"B\"}\n");
    for (line, status, words) in [
        (
            "check good --schema order",
            0,
            "1 payload checked against order: 1 fits, 0 do not",
        ),
        (
            "check good bad --schema order",
            1,
            "4 payloads checked against order: 2 fit, 2 do not",
        ),
        (
            "check bad/three.jsonl --schema order",
            1,
            "bad/three.jsonl:2\n  state: \"B\" is none of \"A\" [order.json#/properties/state/enum]",
        ),
        (
            "check bad --schema order --infer-open",
            1,
            "\"order#/properties/state\" = ",
        ),
        (
            "check bad --schema order --format json",
            1,
            "\"misfits\": 2",
        ),
        ("check good --schema ordr", 2, "did you mean `order`?"),
        ("check nowhere.json --schema order", 2, "nowhere.json"),
        (
            "check --schema order",
            2,
            "error: there is nothing to check",
        ),
        (
            "check --schema -",
            2,
            "standard input is either the schema or the payloads",
        ),
        ("check good --schema -", 2, "standard input is empty"),
        (
            "check good --schema missing.yaml",
            2,
            "error: missing.yaml: cannot be read",
        ),
    ] {
        let (found, text) = told(&folder.isoschema(line));
        assert_eq!(found, Some(status), "{line}: {text}");
        assert!(text.contains(words), "{line}: {text}");
    }
}

#[test]
fn a_proposed_overlay_does_what_it_says() {
    let folder = Folder::new("check-suggest");
    folder.write(
        "schemas/order.json",
        r#"{"type": "object", "required": ["id"], "properties": {"note": {"type": "string", "maxLength": 2}}}"#,
    );
    folder.write(
        "seen.jsonl",
        "{\"id\": 1, \"note\": null}\n{\"note\": \"long\"}\n",
    );
    let (status, text) = told(&folder.isoschema("check seen.jsonl --schema order --suggest"));
    assert_eq!(status, Some(1), "{text}");
    let (_, overlay) = text
        .split_once("With this overlay, 2 of 2 payloads fit:\n\n")
        .expect("a proposal");
    folder.write("schemas/overlays/order.json", overlay);
    let (status, text) = told(&folder.isoschema("check seen.jsonl --schema order"));
    assert_eq!(status, Some(0), "{text}");
}

#[test]
fn diff_asks_for_values_or_types_and_for_a_surface() {
    let folder = Folder::new("surface");
    // A root of its own, which leads to no definition.
    folder.write(
        "v1.json",
        r#"{"type": "array", "$defs": {"Zip": {"type": "string", "maxLength": 6}}}"#,
    );
    folder.write(
        "v2.json",
        r#"{"type": "array", "$defs": {"Zip": {"type": "string", "maxLength": 5}}}"#,
    );
    for (line, status) in [
        ("diff v1.json v2.json", 1),
        ("diff v1.json v2.json --fail-on breaking-writers", 1),
        (
            "diff v1.json v2.json --fail-on breaking-readers,undecided",
            0,
        ),
        ("diff v1.json v2.json --surface roots --about values", 0),
        ("diff v1.json v2.json --about rust", 0),
        ("diff v1.json v2.json --about types", 2),
        ("diff v1.json missing.json", 2),
    ] {
        let output = folder.isoschema(line);
        assert_eq!(output.status.code(), Some(status), "{line}: {output:?}");
    }
}

#[test]
fn diff_takes_any_two_inputs() {
    let folder = Folder::new("diff-inputs");
    folder.git(&["init", "-q"]);
    folder.write("api/code.json", r#"{"type": "string", "maxLength": 3}"#);
    folder.write("api/README", "no schema");
    let pets = |most: u32| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
             Pet:\n      type: object\n      properties:\n        name: {{type: string, nullable: true, maxLength: {most}}}\n"
        )
    };
    folder.write("pets-v1.yaml", &pets(5));
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "one"]);
    folder.git(&["tag", "v1"]);
    folder.write("api/code.json", r#"{"type": "string", "maxLength": 2}"#);
    folder.write("pets-v2.yaml", &pets(4));
    for (line, status, words) in [
        (
            "diff v1:api/code.json api/code.json",
            1,
            "v1:api/code.json -> api/code.json\n",
        ),
        ("diff v1:api api", 1, "code: narrower"),
        ("diff v1:api v1:api", 0, "nothing to release"),
        ("diff v1 v1:api", 0, "v1:api -> v1:api\n"),
        ("diff api --against v1", 1, "api at v1 -> api\n"),
        ("diff --baseline-rev v1 api/code.json", 1, "code: narrower"),
        (
            "diff pets-v1.yaml pets-v2.yaml",
            1,
            "narrower pets-v2.yaml#/components/schemas/Pet/properties/name\n",
        ),
        (
            "diff v1:pets-v1.yaml#/components/schemas/Pet pets-v2.yaml#/components/schemas/Pet",
            1,
            "`isoschema check PAYLOADS --schema pets-v2.yaml#/components/schemas/Pet`",
        ),
        ("diff api api --against v1", 2, "only one other"),
        ("diff v1:code.json api", 2, "git finds nothing there"),
        ("diff v1:api/README api", 2, "no schema"),
        ("diff v2:api api", 2, "git finds nothing there"),
        ("diff - -", 2, "only one side"),
        (
            "diff pets-v1.yaml",
            2,
            "error: what is pets-v1.yaml to be compared with? Give both sides",
        ),
        ("diff", 2, "OLD"),
    ] {
        let (found, text) = told(&folder.isoschema(line));
        assert_eq!(found, Some(status), "{line}: {text}");
        assert!(text.contains(words), "{line}: {text}");
    }
}

#[test]
fn diff_writes_a_page_with_both_sides() {
    let folder = Folder::new("diff-page");
    let schema = |most: u32| {
        format!(
            r#"{{"type": "object", "properties": {{"code": {{"type": "string", "maxLength": {most}, "title": "<b>"}}}}}}"#
        )
    };
    folder.write("v1.json", &schema(3));
    folder.write("v2.json", &schema(2));
    let (status, page) = told(&folder.isoschema("diff v1.json v2.json --format html"));
    assert_eq!(status, Some(1), "{page}");
    for part in [
        "<title>Schemas: breaking</title>",
        "<del>  &quot;maxLength&quot;: 3,\n</del>",
        "<ins>  &quot;maxLength&quot;: 2,\n</ins>",
        "<pre><code><mark>&quot;aaa&quot;</mark>\n</code></pre>",
        "&lt;b&gt;",
        "What to do next",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<b>"), "{page}");
}

#[test]
fn check_writes_corrected_payloads_elsewhere() {
    let folder = Folder::new("check-fix");
    folder.write(
        "order.json",
        r#"{"type": "object", "properties": {"count": {"type": "integer"}, "state": {"enum": ["OPEN"]}}, "additionalProperties": false}"#,
    );
    let lines = "{\"count\": 1}\n\n{\"cuont\": \"2\"}\n{\"state\": \"SHUT\"}\n";
    folder.write("seen/many.jsonl", lines);
    folder.write("seen/one.yaml", "state: open\n");
    let line = "check seen --schema order.json --fix better";
    let (status, text) = told(&folder.isoschema(line));
    assert_eq!(status, Some(1), "{text}");
    assert!(
        text.contains("2 payloads corrected, 2 of them fit: 2 files written into better"),
        "{text}"
    );
    let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).expect("a file");
    assert_eq!(
        read("better/seen/many.jsonl"),
        "{\"count\": 1}\n\n{\"count\": 2}\n{\"state\": \"SHUT\"}\n"
    );
    assert_eq!(
        read("better/seen/one.yaml.json"),
        "{\n  \"state\": \"OPEN\"\n}\n"
    );
    // What was checked is as it was, and nothing is written over.
    assert_eq!(read("seen/many.jsonl"), lines);
    let (status, text) = told(&folder.isoschema(line));
    assert_eq!(status, Some(2), "{text}");
    assert!(text.contains("not empty"), "{text}");
    let (status, text) = told(&folder.isoschema("check seen --schema order.json --fix seen"));
    assert_eq!(status, Some(2), "{text}");
}

#[test]
fn check_reads_schemas_as_the_types_are_generated() {
    let folder = Folder::new("check-reading");
    let schema =
        r#"{"type": "object", "properties": {"n": {"type": "integer"}, "s": {"enum": ["x"]}}}"#;
    folder.write("s.json", schema);
    folder.write("schemas/s.json", schema);
    folder.write(
        "open.toml",
        "[open-enums]\n\"s#/properties/s\" = \"more will come\"\n",
    );
    folder.write("one.json", r#"{"n": 1.0, "s": "x"}"#);
    folder.write("more.json", r#"{"n": 2, "s": "y"}"#);
    for (line, status, words) in [
        ("check one.json --schema s.json", 0, "1 fits"),
        (
            "check one.json --schema s.json --default-draft 4",
            1,
            "n: 1.0 is a number, not an integer",
        ),
        (
            "check one.json --schema s --default-draft 4",
            1,
            "n: 1.0 is a number, not an integer",
        ),
        (
            "check more.json --schema s.json --default-draft 4",
            1,
            "s: \"y\" is none of",
        ),
        (
            "check more.json --schema s.json --default-draft 4 --config open.toml",
            0,
            "1 fits",
        ),
        (
            "check more.json --schema s --default-draft 4 --config open.toml",
            0,
            "1 fits",
        ),
    ] {
        let (found, text) = told(&folder.isoschema(line));
        assert_eq!(found, Some(status), "{line}: {text}");
        assert!(text.contains(words), "{line}: {text}");
    }
}

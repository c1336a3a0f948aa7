//! The page to look at: what it says, and that a browser shows it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SCHEMA: &str = r##"{
    "title": "Loan",
    "type": "object",
    "required": ["book", "due"],
    "properties": {
        "book": {"$ref": "#/$defs/book"},
        "due": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
        "reader": {"type": "string", "maxLength": 9, "description": "Who <b>has</b> it & where."}
    },
    "additionalProperties": false,
    "$defs": {"book": {"title": "Book", "type": "object", "properties": {"shelf": {"enum": ["A", "B"]}}}}
}"##;

/// The page of the schema, in a folder of the test's own.
fn page(name: &str) -> (PathBuf, String) {
    page_of(name, SCHEMA)
}

fn page_of(name: &str, schema: &str) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("loan.json"), schema).expect("a schema");
    let out = folder.join("loan.html");
    let done = Command::new(env!("CARGO_BIN_EXE_isoschema"))
        .args(["report", "loan.json", "--out", "loan.html"])
        .current_dir(&folder)
        .output()
        .expect("the command runs");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let page = fs::read_to_string(&out).expect("a page");
    (out, page)
}

/// A schema that is nothing but alternatives is a type, too.
#[test]
fn alternatives_alone_are_on_the_page() {
    let schema = r##"{"type": "object", "properties": {"by": {"$ref": "#/$defs/way"}}, "$defs": {
        "way": {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": {"type": "string"}}]}}}"##;
    let (_, page) = page_of("report-alternatives", schema);
    for part in [
        "<section class=\"type\" id=\"Way\"",
        "data-from=\"Loan\" data-to=\"Way\"",
    ] {
        assert!(page.contains(part), "{part} is not in the page");
    }
}

#[test]
fn the_page_has_types_documents_and_errors() {
    let (_, page) = page("report");
    for part in [
        "<section class=\"type\" id=\"Loan\"",
        "<section class=\"type\" id=\"Book\"",
        "pub due: LoanDue",
        "data-from=\"Loan\" data-to=\"Book\"",
        // One document for each constraint, with the error that it gets.
        "loan.json#/properties/due/pattern",
        "loan.json#/properties/reader/maxLength",
        "loan.json#/$defs/book/properties/shelf/enum",
        "the member &quot;book&quot; is missing",
        "A document that fits",
        // What people write is text.
        "Who &lt;b&gt;has&lt;/b&gt; it &amp; where.",
    ] {
        assert!(page.contains(part), "{part} is not in the page");
    }
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<b>has"));
}

/// What is asked of the page in the browser: the search leaves the book alone, the
/// map zooms, and nothing is said on the console.
const ASKED: &str = r"<script>
const said = [];
for (const level of ['error', 'warn']) console[level] = (text) => said.push(text);
addEventListener('error', (event) => said.push(event.message));
addEventListener('securitypolicyviolation', (event) => said.push(event.violatedDirective));
addEventListener('load', () => {
  const box = document.getElementById('search');
  box.value = 'book';
  box.dispatchEvent(new Event('input'));
  const left = [...document.querySelectorAll('#list li:not([hidden])')].map((it) => it.textContent);
  const before = drawing.getAttribute('viewBox');
  drawing.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
  const zoomed = before !== drawing.getAttribute('viewBox');
  document.getElementById('theme').click();
  document.title = JSON.stringify({ left, zoomed, theme: document.documentElement.dataset.theme, said });
});
</script>";

fn browser(folder: &Path, more: &[&str]) -> Option<Output> {
    let profile = folder.join("profile");
    let _ = fs::remove_dir_all(&profile);
    let mut command = Command::new("chromium");
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]);
    let profile = format!("--user-data-dir={}", profile.display());
    let done = command.arg(profile).args(more).output().ok()?;
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    Some(done)
}

#[test]
fn a_browser_shows_the_page() {
    let (file, page) = page("report-browser");
    let folder = file.parent().expect("a folder");
    let asked = folder.join("asked.html");
    fs::write(
        &asked,
        page.replace("<script>", &format!("{ASKED}<script>")),
    )
    .expect("a page");
    let url = format!("file://{}", asked.display());
    let Some(shown) = browser(folder, &["--virtual-time-budget=5000", "--dump-dom", &url]) else {
        println!("SKIPPED: there is no chromium");
        return;
    };
    let shown = String::from_utf8_lossy(&shown.stdout);
    let title = shown
        .split("<title>")
        .nth(1)
        .and_then(|it| it.split("</title>").next());
    let title = title.unwrap_or_default().replace("&quot;", "\"");
    let said: serde_json::Value = serde_json::from_str(&title).unwrap_or_default();
    let left: Vec<&str> = said["left"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_str)
        .collect();
    assert_eq!(left, ["Book", "BookShelf"], "{title}");
    assert_eq!(said["zoomed"], true, "{title}");
    assert!(said["theme"].is_string(), "{title}");
    assert_eq!(said["said"], serde_json::json!([]), "{title}");

    // On the picture the map has its boxes: without them it is a smaller one.
    let size = |url: &str, name: &str| {
        let picture = folder.join(name);
        let shot = format!("--screenshot={}", picture.display());
        browser(folder, &["--window-size=1200,900", &shot, url]).expect("a browser");
        fs::metadata(picture).expect("a picture").len()
    };
    let empty = folder.join("empty.html");
    fs::write(
        &empty,
        page.replace("<rect", "<g").replace("</rect>", "</g>"),
    )
    .expect("a page");
    let with = size(&format!("file://{}", file.display()), "with.png");
    let without = size(&format!("file://{}", empty.display()), "without.png");
    assert!(
        with > without && without > 1_000,
        "{with} and {without} bytes"
    );
}

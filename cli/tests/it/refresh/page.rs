//! The page `docs/refresh.md`: what it shows of a refresh is what one says.

use std::collections::VecDeque;
use std::fs;
use std::path::Path;

use super::folder::{Project, Run};
use super::server::{Reply, Server};
use crate::Outcome;

const ORDER: &str = r#"{
  "type": "object",
  "properties": {
    "number": {"type": "string", "maxLength": 20},
    "status": {"enum": ["SHIPPED", "CANCELLED"], "default": "OPEN"},
    "to": {"$ref": "address.json"}
  },
  "required": ["number", "to"]
}"#;

const OVERLAY: &str = r#"{
  "schema": "order",
  "reason": "the default OPEN is sent, and the list lacks it",
  "patch": [{ "op": "add", "path": "/properties/status/enum/0", "value": "OPEN" }]
}"#;

const COUNTRY: &str = r#"{"type": "string", "pattern": "^[A-Z]{2}$"}"#;

const API: &str = "openapi: 3.0.3
info: {title: Orders, version: '1'}
paths: {}
components:
  schemas:
    Order:
      type: object
      properties: {to: {$ref: '#/components/schemas/Address'}}
    Address: {type: object}
";

fn address(longest: u32) -> Reply {
    Reply::Document(format!(
        r#"{{"type": "object", "properties": {{"street": {{"type": "string", "maxLength": {longest}}}, "country": {{"$ref": "country.json"}}}}}}"#
    ))
}

/// What the page shows of a run.
struct Shown {
    flags: Vec<String>,
    status: i32,
    lines: String,
}

/// What the page shows behind each `$ isoschema refresh …`.
fn shown(page: &str) -> VecDeque<Shown> {
    let mut found = VecDeque::new();
    for block in page.split("```text\n$ isoschema refresh").skip(1) {
        let text = block.split("```").next().unwrap_or_default();
        let (flags, lines) = text.split_once('\n').unwrap_or((text, ""));
        let (flags, status) = flags.split_once("# exit status ").unwrap_or((flags, "0"));
        found.push_back(Shown {
            flags: flags.split_whitespace().map(str::to_owned).collect(),
            status: status.trim().parse().unwrap_or(-1),
            lines: lines.to_owned(),
        });
    }
    found
}

/// What a run says, as the page shows it: each schema in the order of the page, since they come in any.
fn said(run: &Run, server: &Server, like: &str) -> String {
    let place = |line: &&str| {
        let name = line.split("  ").next().unwrap_or_default();
        like.lines().position(|it| it.starts_with(name))
    };
    let mut told: Vec<&str> = run
        .err
        .lines()
        .filter(|line| line.contains(" bytes"))
        .collect();
    told.sort_by_key(place);
    let rest = run.err.lines().filter(|line| !line.contains(" bytes"));
    let lines: Vec<&str> = told
        .into_iter()
        .chain(rest)
        .chain(run.out.lines())
        .collect();
    // The server has any free port.
    lines
        .join("\n")
        .replace(&server.url, "http://127.0.0.1:8123")
        + "\n"
}

#[test]
fn the_page_shows_what_a_refresh_says() -> Outcome {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/refresh.md");
    let page = fs::read_to_string(page)?;
    let mut shown = shown(&page);
    let mut next = |project: &Project, server: &Server, is_whole: bool| -> Outcome {
        let Shown {
            flags,
            status,
            lines,
        } = shown.pop_front().ok_or("the page shows fewer runs")?;
        let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
        let run = project.refresh(&flags)?;
        assert_eq!(run.status, Some(status), "{}", run.err);
        let said = said(&run, server, &lines);
        let is_shown = if is_whole {
            said == lines
        } else {
            said.starts_with(&lines)
        };
        assert!(is_shown, "{flags:?} says\n{said}\nand the page\n{lines}");
        Ok(())
    };

    let server = Server::start()?;
    server.put("/order.json", [Reply::Document(ORDER.to_owned())]);
    server.put("/country.json", [Reply::Document(COUNTRY.to_owned())]);
    server.put("/address.json", [address(40)]);
    let project = Project::new(&[("schemas/overlays/order.json", OVERLAY)])?;
    project.write("schemas/isoschema.toml", &super::config(&server))?;
    assert_eq!(project.refresh(&[])?.status, Some(0));
    server.put("/address.json", [address(60)]);
    // Behind the lines of the page comes what has changed, as `diff` has it.
    next(&project, &server, false)?;
    next(&project, &server, true)?;

    let of_document = Server::start()?;
    of_document.put("/openapi.yaml", [Reply::Document(API.to_owned())]);
    let other = Project::new(&[])?;
    let config = format!(
        "[upstream]\nopenapi = \"{}/openapi.yaml\"\nroots = [\"Order\"]\n",
        of_document.url
    );
    other.write("schemas/isoschema.toml", &config)?;
    assert_eq!(other.refresh(&[])?.status, Some(0));
    next(&other, &of_document, true)?;
    // The lock, but for the times and what stands for them.
    let lock = fs::read_to_string(other.schemas().join("isoschema.lock"))?;
    let lock = lock.replace(&of_document.url, "http://127.0.0.1:8123");
    let lines = page
        .split("```toml\nversion = 1\n")
        .nth(1)
        .ok_or("no lock on the page")?;
    let lines = lines.split("```").next().unwrap_or_default();
    let is_of_time = |line: &&str| {
        ["fetched", "last-modified", "etag"]
            .iter()
            .any(|it| line.starts_with(it))
    };
    for line in lines.lines().filter(|line| !is_of_time(line)) {
        assert!(lock.lines().any(|it| it == line), "{line}\n{lock}");
    }
    next(&project, &server, true)?;
    // Somebody edits a file.
    let country = project.schemas().join("country.json");
    let fetched = fs::read_to_string(&country)?;
    fs::write(&country, fetched.replace("{2}", "{3}"))?;
    next(&project, &server, true)?;
    fs::write(&country, fetched)?;
    // The vendor does what an overlay did.
    let order = ORDER.replace("[\"SHIPPED\"", "[\"OPEN\", \"SHIPPED\"");
    server.put("/order.json", [Reply::Document(order)]);
    let before = project.files()?;
    next(&project, &server, true)?;
    assert_eq!(project.files()?, before);
    assert!(shown.is_empty());
    Ok(())
}

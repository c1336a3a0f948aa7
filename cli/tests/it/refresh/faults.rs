//! Everything that can go wrong: nothing on disk has changed afterwards.

use super::folder::Project;
use super::server::{Reply, Server};
use super::{BEFORE, VENDOR, config};
use crate::Outcome;

/// A fault, where it is, the flags, and what is said of it.
struct Case {
    name: &'static str,
    path: &'static str,
    replies: Vec<Reply>,
    flags: &'static [&'static str],
    said: &'static [&'static str],
}

fn case(
    name: &'static str,
    path: &'static str,
    reply: Reply,
    said: &'static [&'static str],
) -> Case {
    Case {
        name,
        path,
        replies: vec![reply],
        flags: &[],
        said,
    }
}

fn status(line: &'static str) -> Reply {
    Reply::Status(line, String::new())
}

fn text(text: &str) -> Reply {
    Reply::Plain(text.to_owned())
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn cases(elsewhere: &Server) -> Vec<Case> {
    let redirect = |to: String| Reply::Status("302 Found", format!("location: {to}\r\n"));
    vec![
        case(
            "a root is gone",
            "/order.json",
            status("404 Not Found"),
            &[
                "/order.json: the server answers 404 Not Found",
                "help: see whether the vendor has moved it",
            ],
        ),
        case(
            "what is referred to is gone",
            "/country.json",
            status("404 Not Found"),
            &[
                "`country.json` leads nowhere",
                "schemas/address.json:",
                "/country.json: the server answers 404 Not Found (address refers to it)",
            ],
        ),
        case(
            "not allowed",
            "/address.json",
            status("403 Forbidden"),
            &["/address.json: the server answers 403 Forbidden (order refers to it)"],
        ),
        case(
            "a server that stays broken",
            "/address.json",
            status("500 Internal Server Error"),
            &[
                "the server answers 500 Internal Server Error; again in",
                "the server answers 500 Internal Server Error; given up after 3 attempts",
                "help: try again later; nothing was changed",
            ],
        ),
        case(
            "too many requests, for an hour",
            "/order.json",
            Reply::Status("429 Too Many Requests", "retry-after: 3600\r\n".to_owned()),
            &["429 Too Many Requests; it asks to come back in 3600 seconds"],
        ),
        case(
            "a cut-off body",
            "/country.json",
            Reply::Promised(500, VENDOR[2].1.to_owned()),
            &["the connection ended after 58 of 500 bytes; given up after 3 attempts"],
        ),
        case(
            "a length that is too short",
            "/country.json",
            Reply::Promised(20, VENDOR[2].1.to_owned()),
            &["not JSON: this string is not closed", "/country.json:1:18"],
        ),
        case(
            "a length that is none",
            "/country.json",
            Reply::Raw(b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{}".to_vec()),
            &["/country.json: "],
        ),
        case(
            "half of a chunked body",
            "/country.json",
            Reply::HalfChunked("{\"type\":".to_owned()),
            &[
                "/country.json: the connection broke after 8 bytes",
                "given up after 3 attempts",
            ],
        ),
        Case {
            flags: &["--max-size", "100000"],
            ..case(
                "an endless body",
                "/country.json",
                Reply::Endless,
                &[
                    "/country.json: it has 100001 bytes or more, more than the 100000 that are taken",
                ],
            )
        },
        Case {
            flags: &["--max-size", "10"],
            ..case(
                "a body that says that it is too large",
                "/order.json",
                text(VENDOR[0].1),
                &["bytes, more than the 10 that are taken"],
            )
        },
        Case {
            flags: &["--timeout", "0.3", "--retries", "1"],
            ..case(
                "a slow drip",
                "/country.json",
                Reply::Drip,
                &["no whole answer within 0.3 seconds; given up after 2 attempts"],
            )
        },
        case(
            "a page",
            "/address.json",
            Reply::Html,
            &[
                "/address.json: HTML instead of a schema: it begins `<!DOCTYPE html>`",
                "help: it may be a page that shows the file, or one that asks to log in",
            ],
        ),
        case(
            "a page that says it is JSON",
            "/address.json",
            text("\n <p>no</p>"),
            &["HTML instead of a schema: it begins `<p>no</p>`"],
        ),
        case(
            "another host",
            "/order.json",
            redirect(format!("{}/order.json", elsewhere.url)),
            &[
                "/order.json: it redirects to another host: http://127.0.0.1:",
                "--allow-redirects-to 127.0.0.1",
            ],
        ),
        case(
            "a host without encryption",
            "/order.json",
            redirect("http://example.com/order.json".to_owned()),
            &["it redirects: `http://example.com/order.json` would be fetched without encryption"],
        ),
        case(
            "a redirect to nothing",
            "/order.json",
            status("302 Found"),
            &["/order.json: "],
        ),
        case(
            "a circle of redirects",
            "/order.json",
            redirect("/order.json".to_owned()),
            &["more than 5 redirects"],
        ),
        case(
            "nothing of HTTP",
            "/order.json",
            Reply::Raw(b"SSH-2.0-x\r\n".to_vec()),
            &["/order.json: "],
        ),
        case(
            "nothing at all",
            "/order.json",
            Reply::Raw(Vec::new()),
            &["/order.json: "],
        ),
        case(
            "headers that do not end",
            "/order.json",
            Reply::Raw([b"HTTP/1.1 200 OK\r\nx: ".to_vec(), vec![b'y'; 1 << 20]].concat()),
            &[
                "/order.json: the headers of the answer are too big",
                "help: see what answers there",
            ],
        ),
        case(
            "an empty body",
            "/order.json",
            text(""),
            &["not JSON: the file is empty"],
        ),
        case(
            "broken JSON",
            "/address.json",
            text("{\n  \"type\": \"object\",\n}"),
            &["/address.json:2:19", "not JSON"],
        ),
        case(
            "a member twice",
            "/address.json",
            text(r#"{"type": "object", "type": "array"}"#),
            &["the member `type` stands here twice"],
        ),
        case(
            "not UTF-8",
            "/address.json",
            Reply::Raw(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n{\"\xff\":1".to_vec()),
            &["/address.json: it is not UTF-8"],
        ),
        case(
            "a schema that is none",
            "/address.json",
            text(r#"{"type": "objekt"}"#),
            &["`objekt` is not a type", "schemas/address.json:"],
        ),
        case(
            "a reference to nothing inside",
            "/address.json",
            text(r##"{"$ref": "#/nowhere"}"##),
            &["`#/nowhere` leads nowhere"],
        ),
        case(
            "a correction that the vendor has made",
            "/order.json",
            text(r#"{"type": "object", "title": "Order"}"#),
            &[
                "this correction of `order` no longer changes anything (it was made because: for the record)",
                "schemas/overlays/order.json:",
            ],
        ),
        Case {
            replies: (0..9)
                .map(|n| text(&format!("{{\"minLength\": {n}}}")))
                .collect(),
            ..case(
                "a file that is another one each time",
                "/country.json",
                text(""),
                &[
                    "it has: fetching all again",
                    "for country",
                    "/country.json: the schemas keep changing while they are fetched: country",
                ],
            )
        },
    ]
}

/// Runs one case. Gives what is wrong with how it went.
fn tried(case: &Case) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let server = Server::start()?;
    for (path, schema) in VENDOR {
        server.put(path, [Reply::Document(schema.to_owned())]);
    }
    server.put(case.path, case.replies.clone());
    let project = Project::new(&BEFORE)?;
    project.write("schemas/isoschema.toml", &config(&server))?;
    let before = project.files()?;
    let run = project.refresh(case.flags)?;
    let mut wrong = Vec::new();
    if run.status != Some(2) {
        wrong.push(format!("exit status {:?}", run.status));
    }
    if project.files()? != before {
        wrong.push(format!("on disk: {:?}", project.files()?.keys()));
    }
    // Long lines are broken for the terminal.
    let squeezed = |text: &str| {
        let words: Vec<&str> = text
            .split_whitespace()
            .filter(|word| *word != "│")
            .collect();
        words.join(" ")
    };
    let err = squeezed(&run.err);
    for said in case.said {
        if !err.contains(&squeezed(said)) {
            wrong.push(format!("it is not said: {said}"));
        }
    }
    if !wrong.is_empty() {
        wrong.push(run.err);
    }
    Ok(wrong)
}

#[test]
fn faults_are_told_and_nothing_is_changed() -> Outcome {
    let elsewhere = Server::start()?;
    elsewhere.put("/order.json", [Reply::Document(VENDOR[0].1.to_owned())]);
    let cases = cases(&elsewhere);
    assert!(cases.len() >= 28);
    let mut wrong = Vec::new();
    for case in &cases {
        let found = tried(case)?;
        if !found.is_empty() {
            wrong.push(format!("{}:\n{}", case.name, found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(elsewhere.requests().is_empty(), "a redirect was followed");
    Ok(())
}

#[test]
fn nobody_listens() -> Outcome {
    let server = Server::start()?;
    let project = Project::new(&BEFORE)?;
    // Port 1 is nobody's.
    let config = config(&server).replace(&server.url, "http://127.0.0.1:1");
    project.write("schemas/isoschema.toml", &config)?;
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("no connection: "), "{}", run.err);
    assert!(run.err.contains("given up after 3 attempts"), "{}", run.err);
    assert_eq!(project.files()?, before);
    Ok(())
}

#[test]
fn no_secure_connection() -> Outcome {
    let server = Server::start()?;
    let project = Project::new(&BEFORE)?;
    project.write(
        "schemas/isoschema.toml",
        &config(&server).replace("http://", "https://"),
    )?;
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("/order.json: no "), "{}", run.err);
    assert_eq!(project.files()?, before);
    Ok(())
}

#[test]
fn configurations_that_cannot_work() -> Outcome {
    for (config, said) in [
        ("", "nothing says where the schemas are published"),
        (
            "[upstream]\nbase = \"https://example.invalid/{name}.json\"\n",
            "`[upstream]` has no `roots`",
        ),
        (
            "[upstream]\nbase = \"http://example.com/{name}.json\"\nroots = [\"a\"]\n",
            "would be fetched without encryption",
        ),
        (
            "[upstream]\nbase = \"ftp://127.0.0.1/{name}.json\"\nroots = [\"a\"]\n",
            "`ftp` is not fetched",
        ),
        (
            "[upstream]\nbase = \"https://example.invalid/{name}.json\"\nroots = [\"../a\"]\n",
            "the root `../a` cannot be the name of a file",
        ),
        (
            "[upstream]\nbase = \"https://example.invalid/x.json\"\n",
            "`base` has `{name}`",
        ),
    ] {
        let project = Project::new(&BEFORE)?;
        project.write("schemas/isoschema.toml", config)?;
        let before = project.files()?;
        let run = project.refresh(&[])?;
        assert_eq!(run.status, Some(2), "{config}");
        assert!(run.err.contains(said), "{config}: {}", run.err);
        assert_eq!(project.files()?, before, "{config}");
    }
    Ok(())
}

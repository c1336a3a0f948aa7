//! Refreshes that work.

use std::time::Instant;

use super::folder::Project;
use super::server::{Reply, Server};
use super::{BEFORE, VENDOR, config};
use crate::Outcome;

fn serving() -> std::io::Result<Server> {
    let server = Server::start()?;
    for (path, schema) in VENDOR {
        server.put(path, [Reply::Document(schema.to_owned())]);
    }
    Ok(server)
}

fn project(server: &Server) -> std::io::Result<Project> {
    let project = Project::new(&BEFORE)?;
    project.write("schemas/isoschema.toml", &config(server))?;
    Ok(project)
}

const COUNTRY: &str =
    "{\n  \"type\": \"string\",\n  \"pattern\": \"^[A-Z]{2}$\",\n  \"title\": \"Länder\"\n}\n";

#[test]
fn a_set_is_fetched_brought_into_form_and_locked() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(
        run.out.starts_with(
            "3 schemas, 3 of them another now\n  new      address.json\n  \
             new      country.json\n  changed  order.json\n  \
             corrected  order.json#/title: for the record\n"
        ),
        "{}",
        run.out
    );
    let after = project.files()?;
    assert_eq!(after["schemas/country.json"], COUNTRY);
    assert!(after["schemas/order.json"].contains("\"minimum\": 0.50\n"));
    // What was not fetched is as it was.
    for (path, text) in &before {
        if path != "schemas/order.json" {
            assert_eq!(after.get(path), Some(text), "{path}");
        }
    }
    assert_eq!(after.len(), before.len() + 3);
    let lock = &after["schemas/isoschema.lock"];
    for said in [
        "[files.\"country.json\"]\n",
        "/country.json\"\netag = ",
        "size = 72\nfetched = \"20",
    ] {
        assert!(lock.contains(said), "{said}\n{lock}");
    }

    let run = project.refresh(&["--check"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(
        run.out,
        "3 files are as they were fetched\n  own.json was not fetched: it is your own\n"
    );
    Ok(())
}

#[test]
fn what_is_known_is_not_fetched_again() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    assert_eq!(project.refresh(&[])?.status, Some(0));
    let before = project.files()?;
    let asked = server.requests().len();
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(run.out, "3 schemas, all as they were\n");
    assert!(
        run.err.contains("country  72 bytes, unchanged"),
        "{}",
        run.err
    );
    assert_eq!(project.files()?, before);
    let again = &server.requests()[asked..];
    assert_eq!(again.len(), 3);
    for request in again {
        let known = |line: &String| line.starts_with("if-none-match: \"");
        assert!(request.headers.iter().any(known), "{request:?}");
    }
    // One that changes is fetched, the others are not; one that is gone goes.
    server.put(
        "/address.json",
        [Reply::Document(r#"{"type": "object"}"#.to_owned())],
    );
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(
        run.out.starts_with(
            "2 schemas, 2 of them another now\n  changed  address.json\n  gone     country.json\n"
        ),
        "{}",
        run.out
    );
    assert!(!project.files()?.contains_key("schemas/country.json"));
    assert!(run.out.contains("before -> now"), "{}", run.out);
    Ok(())
}

#[test]
fn faults_that_pass_are_waited_for() -> Outcome {
    let server = serving()?;
    let document = |index: usize| Reply::Document(VENDOR[index].1.to_owned());
    server.put(
        "/order.json",
        [
            Reply::Status("500 Internal Server Error", String::new()),
            document(0),
        ],
    );
    server.put(
        "/address.json",
        [
            Reply::Promised(500, "{".to_owned()),
            Reply::Raw(Vec::new()),
            document(1),
        ],
    );
    server.put(
        "/country.json",
        [
            Reply::Status("429 Too Many Requests", "retry-after: 1\r\n".to_owned()),
            document(2),
        ],
    );
    let project = project(&server)?;
    let start = Instant::now();
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(start.elapsed().as_secs_f64() >= 1.0, "it did not wait");
    for said in [
        "500 Internal Server Error; again in",
        "429 Too Many Requests; again in 1.0 s",
        "ended after 1 of 500 bytes; again in",
    ] {
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);
    Ok(())
}

#[test]
fn a_file_that_changes_half_way_brings_the_new_set() -> Outcome {
    let server = serving()?;
    let old = Reply::Document(r#"{"type": "string"}"#.to_owned());
    server.put(
        "/country.json",
        [old, Reply::Document(VENDOR[2].1.to_owned())],
    );
    let project = project(&server)?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(
        run.err.contains("it has: fetching all again"),
        "{}",
        run.err
    );
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);
    Ok(())
}

#[test]
fn redirects_are_followed_where_they_are_allowed() -> Outcome {
    let elsewhere = serving()?;
    let server = Server::start()?;
    let to = |url: &str| Reply::Status("301 Moved Permanently", format!("location: {url}\r\n"));
    let host = elsewhere.url.trim_start_matches("http://").to_owned();
    server.put("/order.json", [to("/moved/order.json")]);
    server.put(
        "/moved/order.json",
        [to(&format!("{}/order.json", elsewhere.url))],
    );
    for (path, schema) in &VENDOR[1..] {
        server.put(path, [Reply::Plain((*schema).to_owned())]);
    }
    let project = project(&server)?;
    let run = project.refresh(&["--allow-redirects-to", &host])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    Ok(())
}

#[test]
fn edits_are_not_lost() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    assert_eq!(project.refresh(&[])?.status, Some(0));
    let edited = COUNTRY.replace("{2}", "{3}");
    project.write("schemas/country.json", &edited)?;
    let before = project.files()?;
    for flags in [&["--check"][..], &[], &["--offline"]] {
        let run = project.refresh(flags)?;
        let status = if flags == ["--check"] { 1 } else { 2 };
        assert_eq!(run.status, Some(status), "{flags:?} {}", run.out);
        let err: Vec<&str> = run.err.split_whitespace().collect();
        let err = err.join(" ");
        assert!(
            err.contains("schemas/country.json: this file was edited since it was fetched"),
            "{flags:?} {err}"
        );
        assert!(err.contains("make the edit an overlay"), "{flags:?} {err}");
        assert_eq!(project.files()?, before);
    }
    let run = project.refresh(&["--discard-edits"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);

    // Its form alone is no edit, and is put right.
    project.write("schemas/country.json", VENDOR[2].1)?;
    let run = project.refresh(&["--check"])?;
    assert_eq!(run.status, Some(1));
    assert!(run.err.contains("the form of this file"), "{}", run.err);
    assert_eq!(project.refresh(&[])?.status, Some(0));
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);

    // Nor is one's own schema of a name that the vendor takes up.
    std::fs::remove_file(project.0.join("schemas/country.json"))?;
    let run = project.refresh(&["--check"])?;
    assert!(run.err.contains("this file is gone"), "{}", run.err);
    assert_eq!(project.refresh(&[])?.status, Some(0));
    server.put(
        "/address.json",
        [Reply::Document(r#"{"$ref": "own.json"}"#.to_owned())],
    );
    server.put(
        "/own.json",
        [Reply::Document(r#"{"type": "null"}"#.to_owned())],
    );
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(2), "{}", run.out);
    assert!(run.err.contains("this file was not fetched"), "{}", run.err);
    assert_eq!(project.files()?, before);
    Ok(())
}

#[test]
fn offline_records_what_is_there() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    for (path, schema) in VENDOR {
        project.write(&format!("schemas{path}"), schema)?;
    }
    let run = project.refresh(&["--check"])?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("there is no lock"), "{}", run.err);
    let run = project.refresh(&["--offline"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(server.requests().is_empty());
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);
    assert_eq!(project.refresh(&["--check"])?.status, Some(0));
    // With a server, nothing but the lock changes then.
    let run = project.refresh(&[])?;
    assert!(run.out.starts_with("3 schemas, 0 of them"), "{}", run.out);
    Ok(())
}

#[test]
fn a_folder_takes_the_place_of_a_server() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    for (path, schema) in VENDOR {
        project.write(&format!("vendor{path}"), schema)?;
    }
    let run = project.refresh(&["--from", "vendor", "--offline"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(server.requests().is_empty());
    assert_eq!(project.files()?["schemas/country.json"], COUNTRY);
    std::fs::remove_file(project.0.join("vendor/country.json"))?;
    let run = project.refresh(&["--from", "vendor"])?;
    assert_eq!(run.status, Some(2), "{}", run.out);
    assert!(
        run.err.contains("vendor/country.json: cannot be read"),
        "{}",
        run.err
    );
    Ok(())
}

#[test]
fn the_ending_of_a_name_may_be_left_out() -> Outcome {
    let server = Server::start()?;
    let url = &server.url;
    let order = format!(
        r#"{{"$id":"{url}/order.json","type":"object","properties":{{
            "to":{{"$ref":"address"}},"from":{{"$ref":"address.json"}},"land":{{"$ref":"{url}/country"}}}}}}"#
    );
    let address = r#"{"type":"object","properties":{"country":{"$ref":"country#"}}}"#;
    for (path, schema) in [
        ("/order.json", order.as_str()),
        ("/address.json", address),
        VENDOR[2],
    ] {
        server.put(path, [Reply::Document(schema.to_owned())]);
    }
    let project = project(&server)?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let files = project.files()?;
    assert!(files.contains_key("schemas/address.json"));
    assert_eq!(files["schemas/country.json"], COUNTRY);
    // Each once to fetch it, and once to see that it is still the same.
    let mut asked: Vec<String> = server.requests().into_iter().map(|it| it.path).collect();
    asked.sort();
    assert_eq!(
        asked,
        [
            "/address.json",
            "/address.json",
            "/country.json",
            "/country.json",
            "/order.json",
            "/order.json"
        ]
    );

    // A folder in the place of the server says the same.
    for (path, schema) in [
        ("order", order.as_str()),
        ("address", address),
        ("country", VENDOR[2].1),
    ] {
        project.write(&format!("vendor/{path}.json"), schema)?;
    }
    let run = project.refresh(&["--from", "vendor"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    Ok(())
}

#[test]
fn a_member_that_is_repeated_means_what_it_means_to_generate() -> Outcome {
    let server = serving()?;
    let project = project(&server)?;
    let twice = r#"{"title": "Land", "title": "Country", "type": "string"}"#;
    server.put("/country.json", [Reply::Document(twice.to_owned())]);
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let country = &project.files()?["schemas/country.json"];
    assert!(country.contains("\"Country\"") && !country.contains("\"Land\""));
    // What is repeated and asserts something stays an error, unless allowed.
    let twice = r#"{"minLength": 1, "minLength": 2, "type": "string"}"#;
    server.put("/country.json", [Reply::Document(twice.to_owned())]);
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(2), "{}", run.out);
    assert!(run.err.contains("repeated-members"), "{}", run.err);
    let allowed = format!(
        "{}\n[generate]\nrepeated-members = \"last\"\n",
        config(&server)
    );
    project.write("schemas/isoschema.toml", &allowed)?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(project.files()?["schemas/country.json"].contains("\"minLength\": 2"));
    Ok(())
}

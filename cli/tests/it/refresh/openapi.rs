//! Refreshes from one OpenAPI document.

use super::folder::Project;
use super::server::{Reply, Server};
use crate::Outcome;

const API_YAML: &str = "openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Order:
      type: object
      properties:
        to: {$ref: '#/components/schemas/Address'}
        amount: {type: number, minimum: 0.50, exclusiveMinimum: true}
    Address:
      type: object
      nullable: true
    Unused: {type: string}
";

#[test]
fn the_schemas_of_an_openapi_document_become_files() -> Outcome {
    let server = Server::start()?;
    server.put("/api.yaml", [Reply::Document(API_YAML.to_owned())]);
    let project = Project::new(&[])?;
    let config = format!(
        "[upstream]\nopenapi = \"{}/api.yaml\"\nroots = [\"Order\"]\n",
        server.url
    );
    project.write("schemas/isoschema.toml", &config)?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let files = project.files()?;
    let address = "{\n  \"$schema\": \"http://json-schema.org/draft-06/schema#\",\n  \
         \"type\": [\n    \"object\",\n    \"null\"\n  ]\n}\n";
    assert_eq!(files["schemas/Address.json"], address);
    assert!(files["schemas/Order.json"].contains("\"exclusiveMinimum\": 0.50"));
    assert!(!files.contains_key("schemas/Unused.json"));
    let lock = &files["schemas/isoschema.lock"];
    for said in [
        "version = 1\nroots = [\"Order\"]\n\n[document]\nurl = \"http://127.0.0.1:",
        "/api.yaml\"\netag = '\"",
        "size = 328\nfetched = \"20",
        "/api.yaml#/components/schemas/Address\"",
    ] {
        assert!(lock.contains(said), "{said}\n{lock}");
    }
    // A file, and all of its schemas.
    project.write(
        "api.json",
        r#"{"openapi": "3.1.0", "components": {"schemas": {"A": true}}}"#,
    )?;
    project.write(
        "schemas/isoschema.toml",
        "[upstream]\nopenapi = \"../api.json\"\n",
    )?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(run.out.contains("  new      A.json\n"), "{}", run.out);
    // What is no such document is told with its place.
    project.write("api.json", r#"{"swagger": "2.0"}"#)?;
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("this is Swagger 2.0"), "{}", run.err);
    assert_eq!(project.files()?, before);
    Ok(())
}

/// A server with the document, and a project that was brought up to date.
fn refreshed(reply: impl Fn(&str) -> Reply) -> std::io::Result<(Server, Project)> {
    let server = Server::start()?;
    server.put("/api.yaml", [reply(API_YAML)]);
    let project = Project::new(&[])?;
    project.write("schemas/isoschema.toml", &config(&server, "\"Order\""))?;
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    Ok((server, project))
}

fn config(server: &Server, roots: &str) -> String {
    let url = &server.url;
    format!("[upstream]\nopenapi = \"{url}/api.yaml\"\nroots = [{roots}]\n")
}

/// The last request, as to whether it was made under a condition.
fn is_conditional(server: &Server) -> bool {
    let condition = |line: &String| line.starts_with("if-");
    let requests = server.requests();
    requests
        .last()
        .is_some_and(|request| request.headers.iter().any(condition))
}

#[test]
fn a_document_that_is_known_is_not_sent_again() -> Outcome {
    let (server, project) = refreshed(|text| Reply::Document(text.to_owned()))?;
    assert!(!is_conditional(&server));
    let before = project.files()?;
    let run = project.refresh(&[])?;
    assert!(is_conditional(&server));
    assert_eq!(run.out, "2 schemas, all as they were\n", "{}", run.err);
    assert!(run.err.contains("  328 bytes, unchanged"), "{}", run.err);
    assert_eq!(project.files()?, before);

    // Another document is sent, and is what the next request asks about.
    let longer = API_YAML.replace("title: T", "title: Title");
    server.put("/api.yaml", [Reply::Document(longer)]);
    let run = project.refresh(&[])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let lock = &project.files()?["schemas/isoschema.lock"];
    assert!(lock.contains("size = 332\n"), "{lock}");
    let run = project.refresh(&[])?;
    assert!(run.err.contains("  332 bytes, unchanged"), "{}", run.err);
    Ok(())
}

#[test]
fn what_the_folder_lacks_is_asked_for_without_condition() -> Outcome {
    let (server, project) = refreshed(|text| Reply::Document(text.to_owned()))?;
    // Other roots need more of the document than was taken.
    let more = config(&server, "\"Order\", \"Unused\"");
    project.write("schemas/isoschema.toml", &more)?;
    let run = project.refresh(&[])?;
    assert!(!is_conditional(&server));
    assert!(run.out.contains("  new      Unused.json\n"), "{}", run.err);
    // A file that is gone.
    std::fs::remove_file(project.schemas().join("Address.json"))?;
    let run = project.refresh(&[])?;
    assert!(!is_conditional(&server));
    assert!(run.out.contains("  new      Address.json\n"), "{}", run.err);
    // A file that was edited: it is not taken for the vendor's.
    project.write("schemas/Address.json", "{}\n")?;
    let run = project.refresh(&[])?;
    assert!(!is_conditional(&server));
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("this file was edited"), "{}", run.err);
    let run = project.refresh(&["--discard-edits"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    Ok(())
}

#[test]
fn a_date_is_a_condition_too() -> Outcome {
    let date = "last-modified: Tue, 24 Nov 2026 08:00:00 GMT\r\n";
    let (server, project) = refreshed(|text| {
        let head = format!("HTTP/1.1 200 OK\r\n{date}connection: close\r\n");
        let text = format!("{head}content-length: {}\r\n\r\n{text}", text.len());
        Reply::Raw(text.into_bytes())
    })?;
    let lock = &project.files()?["schemas/isoschema.lock"];
    assert!(
        lock.contains("last-modified = \"Tue, 24 Nov 2026 08:00:00 GMT\"\n"),
        "{lock}"
    );
    server.put(
        "/api.yaml",
        [Reply::Status("304 Not Modified", String::new())],
    );
    let run = project.refresh(&[])?;
    assert_eq!(run.out, "2 schemas, all as they were\n", "{}", run.err);
    let requests = server.requests();
    let condition = "if-modified-since: tue, 24 nov 2026 08:00:00 gmt";
    assert!(
        requests
            .last()
            .is_some_and(|it| it.headers.iter().any(|line| line == condition))
    );
    Ok(())
}

#[test]
fn what_begins_as_json_does_may_be_yaml() -> Outcome {
    let project = Project::new(&[])?;
    let flow = "{openapi: 3.1.0, components: {schemas: {A: {type: string}}}}";
    let commented = "{ # What JSON has not.\n\"openapi\": \"3.1.0\", \"components\": \
                     {\"schemas\": {\"A\": {\"type\": \"string\"}}}}\n";
    let json = r#"{"openapi": "3.1.0", "components": {"schemas": {"A": {"type": "string"}}}}"#;
    let refresh = |name: &str, text: &str| {
        project.write(name, text)?;
        project.write(
            "schemas/isoschema.toml",
            &format!("[upstream]\nopenapi = \"../{name}\"\n"),
        )?;
        project.refresh(&[])
    };
    for name in ["api.yaml", "api.yml", "api"] {
        for text in [flow, commented, json, &format!("\u{feff}{json}")] {
            let run = refresh(name, text)?;
            assert_eq!(run.status, Some(0), "{name} {text}: {}", run.err);
            let written = project.files()?["schemas/A.json"].clone();
            assert!(written.contains("\"type\": \"string\""), "{written}");
        }
    }
    // A name that says JSON is believed, and what is neither is told as what it
    // begins as.
    for (name, text) in [("api.json", flow), ("api", "{\"openapi\": \"3.1.0\"")] {
        let run = refresh(name, text)?;
        assert_eq!(run.status, Some(2), "{name}: {}", run.err);
        assert!(run.err.contains("not JSON"), "{}", run.err);
    }
    Ok(())
}

//! All that the vendor publishes, brought over HTTP from a copy, and proven.

use std::fs;
use std::path::Path;

use isoschema::load::parse_text;

use super::folder::Project;
use super::published::{SCHEMAS, prove};
use super::server::{Reply, Server};
use crate::Outcome;

/// `ISOSCHEMA_UPSTREAM` is a folder with the published schemas in
/// `json-schema` and payloads in `examples`.
#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_is_brought_generated_and_compared() -> Outcome {
    let folder = std::env::var("ISOSCHEMA_UPSTREAM")
        .map_err(|error| format!("ISOSCHEMA_UPSTREAM: {error}"))?;
    let server = Server::start()?;
    let mut published = Vec::new();
    for entry in fs::read_dir(Path::new(&folder).join("json-schema"))? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let Some(name) = name.filter(|_| path.extension().is_some_and(|ext| ext == "json")) else {
            continue;
        };
        let text = fs::read_to_string(&path)?;
        server.put(&format!("/{name}.json"), [Reply::Document(text.clone())]);
        published.push((name.to_owned(), text));
    }
    assert_eq!(published.len(), SCHEMAS);
    let project = Project::new(&[])?;
    let roots: Vec<String> = published
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    let config = format!(
        "[upstream]\nbase = \"{}/{{name}}.json\"\nroots = [{}]\n",
        server.url,
        roots.join(", ")
    );
    project.write("schemas/isoschema.toml", &config)?;
    let run = project.refresh(&["--timeout", "10"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    let files = project.files()?;
    for (name, text) in &published {
        let (json, _) = parse_text(name, text)?;
        assert_eq!(
            files.get(&format!("schemas/{name}.json")),
            Some(&json.to_text())
        );
    }
    assert_eq!(project.refresh(&["--check"])?.status, Some(0));
    let asked = server.requests().len();
    let run = project.refresh(&["--timeout", "10"])?;
    let expected = format!("{} schemas, all as they were\n", published.len());
    assert_eq!(run.out, expected, "{}", run.err);
    let again = server.requests().split_off(asked);
    assert_eq!(again.len(), published.len());
    let known = |line: &String| line.starts_with("if-none-match: ");
    assert!(
        again
            .iter()
            .all(|request| request.headers.iter().any(known))
    );
    prove(&project.schemas(), &Path::new(&folder).join("examples"))
}

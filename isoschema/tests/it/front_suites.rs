//! The front half over whole collections: the vendor's published schemas and
//! the official suite. The environment says where they are.

use std::fs;
use std::path::{Path, PathBuf};

use isoschema::config::Config;
use isoschema::evaluate::{ground::Ground, run::Run};
use isoschema::front::rules;
use isoschema::keywords::evaluation::Judging as _;
use isoschema::load::{Json, Source, parse_text};
use isoschema::resolve::Draft;
use isoschema::rules::rule::Rules;

fn folder(variable: &str) -> PathBuf {
    std::env::var_os(variable).expect(variable).into()
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_is_read() {
    let source = Source::folder(folder("ISOSCHEMA_UPSTREAM").join("json-schema"));
    match rules(&source, &Config::new()) {
        Ok((documents, rules, read)) => {
            assert_eq!(documents.len(), 77);
            assert_eq!(rules.roots.len(), 77);
            assert_eq!(read.len(), 78);
            println!("{} rules", rules.rules.len());
        }
        Err(diagnostics) => panic!("{}", diagnostics.render()),
    }
}

#[test]
#[ignore = "needs JSON_SCHEMA_TEST_SUITE; .ci/run runs it"]
fn suite_groups_mean_what_they_should() {
    let suite = folder("JSON_SCHEMA_TEST_SUITE");
    let mut failures = Vec::new();
    for (folder, draft, groups) in [
        ("draft4", Draft::Draft4, 160),
        ("draft6", Draft::Draft6, 232),
        ("draft7", Draft::Draft7, 257),
        ("draft2019-09", Draft::Draft2019, 372),
        ("draft2020-12", Draft::Draft2020, 383),
    ] {
        let mut count = 0;
        for file in json_files(&suite.join("tests").join(folder)) {
            count += run(&suite, &file, draft, &mut failures);
        }
        assert_eq!(count, groups, "{folder}");
        for file in json_files(&suite.join("tests").join(folder).join("optional")) {
            let mut optional = Vec::new();
            run(&suite, &file, draft, &mut optional);
            for failure in optional {
                println!("optional: {failure}");
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the suite's folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn run(suite: &Path, file: &Path, draft: Draft, failures: &mut Vec<String>) -> usize {
    let text = fs::read_to_string(file).expect("a file of the suite");
    // Read by the crate itself: serde_json would round the large numbers.
    let (groups, text) = parse_text("groups", &text).expect("groups");
    let groups = groups.as_array().expect("groups");
    for group in groups {
        let span = group.get("schema").expect("a schema").span;
        let schema = text.content()[span.start..span.end].to_owned();
        let source = Source::texts([("schema.json".to_owned(), schema)])
            .remote_base("http://localhost:1234/", suite.join("remotes"));
        let config = Config::new().default_draft(draft);
        let title = |json: &Json| {
            json.get("description")
                .and_then(Json::as_str)
                .map(str::to_owned)
        };
        let name = file.file_name().unwrap_or_default().display();
        let place = format!("{draft:?} {name} {}", title(group).unwrap_or_default());
        let rules = match rules(&source, &config) {
            Ok((_, rules, _)) => rules,
            Err(diagnostics) => {
                failures.push(format!("{place}:\n{diagnostics}"));
                continue;
            }
        };
        for test in group.get("tests").and_then(Json::as_array).expect("tests") {
            let data = test.get("data").expect("a document");
            let expected = test.get("valid").and_then(Json::as_bool);
            if Some(fits(&rules, data)) != expected {
                failures.push(format!("{place}: {}", title(test).unwrap_or_default()));
            }
        }
    }
    groups.len()
}

/// Whether a document fits, its numbers as they are written.
fn fits(rules: &Rules, document: &Json) -> bool {
    let run = Run::new(Ground::new(rules));
    run.ask(rules.roots[0].rule, document).valid
}

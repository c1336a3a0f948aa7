//! The root package's schemas and what the vendor publishes: they differ in words
//! alone, the words are the project's own, and the vendor's payloads fit as a page
//! of the documentation says.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use isoschema::diff::{Audience, Side, Verdict, diff};
use isoschema::payload::Check;
use serde_json::{Value, json};

use super::published::{SCHEMAS, schema_of};
use crate::Outcome;

fn upstream() -> Result<PathBuf, String> {
    let folder = std::env::var_os("ISOSCHEMA_UPSTREAM").ok_or("ISOSCHEMA_UPSTREAM is not set")?;
    Ok(folder.into())
}

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder that are JSON, by name.
fn files(folder: &Path) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            found.push((name.into_owned(), fs::read_to_string(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_differs_from_the_root_package_in_words_alone() -> Outcome {
    let published = Side::texts(files(&upstream()?.join("json-schema"))?)
        .map_err(|problems| problems.render())?;
    let carried =
        Side::texts(files(&own().join("schemas"))?).map_err(|problems| problems.render())?;
    let found = diff(&published, &carried, Audience::Everyone);
    assert_eq!(
        (found.schemas.len(), found.verdict),
        (SCHEMAS, Verdict::Equal)
    );
    Ok(())
}

/// The texts of titles, descriptions and what is said of codes.
fn words(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value) {
                    ("title" | "description", Value::String(text)) => found.push(text.clone()),
                    ("x-enumDescriptions", Value::Object(codes)) => {
                        let texts = codes.values().filter_map(Value::as_str);
                        found.extend(texts.map(str::to_owned));
                    }
                    _ => words(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        _ => {}
    }
}

/// Letters and digits alone, in small.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_words_are_not_the_root_packages() -> Outcome {
    let mut theirs = Vec::new();
    for (_, text) in files(&upstream()?.join("json-schema"))? {
        words(&serde_json::from_str(&text)?, &mut theirs);
    }
    let sentences = theirs
        .iter()
        .flat_map(|text| text.split_inclusive(['.', '\n']));
    let theirs: BTreeSet<String> = sentences.map(plain).collect();
    for (name, text) in files(&own().join("schemas"))? {
        // The document that the project began with is as it came.
        if name == "200_get_leads-opportunities.json" {
            continue;
        }
        let mut ours = Vec::new();
        words(&serde_json::from_str(&text)?, &mut ours);
        for text in &ours {
            for sentence in text.split_inclusive(['.', '\n']).map(plain) {
                // A word or two is a name.
                let is_name = sentence.split(' ').count() < 3;
                assert!(is_name || !theirs.contains(&sentence), "{name}: {text}");
            }
        }
    }
    Ok(())
}

/// Where the page has what this test writes.
const PAGE: &str = "docs/vendor.md";
const BEGIN: &str = "<!-- `check` begins: written by a test, with BLESS=1 anew -->\n";
const END: &str = "<!-- `check` ends -->\n";

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_payloads_fit_as_the_page_says() -> Outcome {
    let mut told = format!(
        "{BEGIN}\n| payload | schema | `check` says | members that no schema declares |\n|---|---|---|---|\n"
    );
    let payloads = files(&upstream()?.join("examples"))?;
    for (name, text) in &payloads {
        let schema = schema_of(name)?;
        let schemas = own().join("schemas");
        let mut check = Check::folder(&schemas, schema).map_err(|problems| problems.render())?;
        check.text(name, text);
        let outcome = check.finish();
        let fit = if outcome.misfits() == 0 {
            "fits".to_owned()
        } else {
            let faults = outcome.payloads()[0].faults.iter();
            let faults: Vec<String> = faults.map(ToString::to_string).collect();
            faults.join("; ")
        };
        let mut more = Vec::new();
        let whole = json!({ "$ref": format!("/{schema}") });
        undeclared(&serde_json::from_str(text)?, vec![whole], "", &mut more)?;
        let more = if more.is_empty() {
            "none".to_owned()
        } else {
            more.join(", ")
        };
        let name = name.trim_end_matches(".json");
        writeln!(told, "| `{name}` | `{schema}` | {fit} | {more} |")?;
    }
    writeln!(told, "\n{} payloads\n{END}", payloads.len())?;
    let told = told.trim_end().to_owned() + "\n";
    let path = own().join(PAGE);
    let page = fs::read_to_string(&path)?;
    let (Some(begin), Some(end)) = (page.find(BEGIN), page.find(END)) else {
        return Err(format!("{PAGE} has no place for it").into());
    };
    let end = end + END.len();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{}{told}{}", &page[..begin], &page[end..]))?;
        return Ok(());
    }
    assert_eq!(page[begin..end], told, "BLESS=1 writes {PAGE} anew");
    Ok(())
}

/// The members of a document that none of the schemas declares which apply to it.
fn undeclared(
    value: &Value,
    mut schemas: Vec<Value>,
    at: &str,
    found: &mut Vec<String>,
) -> Result<(), Box<dyn std::error::Error>> {
    // What they refer to applies as well.
    let mut index = 0;
    while let Some(schema) = schemas.get(index).cloned() {
        index += 1;
        if let Some(name) = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next()) {
            let text = fs::read_to_string(own().join("schemas").join(format!("{name}.json")))?;
            schemas.push(serde_json::from_str(&text)?);
        }
        for word in ["allOf", "anyOf", "oneOf"] {
            schemas.extend(schema[word].as_array().into_iter().flatten().cloned());
        }
    }
    let inside = |word: &str, name: &str| -> Vec<Value> {
        let all = schemas.iter().map(|schema| match word {
            "items" => &schema["items"],
            word => &schema[word][name],
        });
        all.filter(|schema| !schema.is_null()).cloned().collect()
    };
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let declared = inside("properties", name);
                if declared.is_empty() {
                    found.push(format!("`{at}{name}`"));
                } else {
                    undeclared(member, declared, &format!("{at}{name}."), found)?;
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                undeclared(item, inside("items", ""), at, found)?;
            }
        }
        _ => {}
    }
    Ok(())
}

//! Schemas → what is measured: the engine's types, typify's types, and each
//! schema as one document for validators.

#[path = "src/corpus_types.rs"]
mod corpus_types;
#[path = "src/typify_types.rs"]
mod typify_types;

use std::path::{Path, PathBuf};

use isoschema::Generator;
use isoschema::config::Support;
use serde_json::{Map, Value};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    for folder in ["schemas", "../schemas", "../examples/petstore.yaml"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    generate(
        Generator::new().schemas("../schemas").borrowed(),
        &out.join("lead.rs"),
    )?;
    generate(
        Generator::new().openapi("../examples/petstore.yaml"),
        &out.join("petstore.rs"),
    )?;
    let lead = bundle("../schemas", "200_get_leads-opportunities")?;
    std::fs::write(out.join("lead.json"), lead.to_string())?;
    let types = typify_types::text(&[(lead, "LeadOpportunityResponse".to_owned())])?;
    std::fs::write(out.join("typify_lead.rs"), types)?;
    folder("schemas/orders", &out.join("orders.rs"), &out)?;
    folder("schemas/shapes", &out.join("shapes.rs"), &out)?;
    corpus_types::write(&out)
}

/// Both kinds of types for a folder of schemas of which each is one document.
fn folder(folder: &str, out: &Path, documents: &Path) -> Result<(), Failure> {
    generate(Generator::new().schemas(folder).borrowed(), out)?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut schemas = Vec::new();
    for file in files {
        let schema = definitions(serde_json::from_str(&std::fs::read_to_string(&file)?)?);
        let name = file.file_name().ok_or("a file has a name")?;
        std::fs::write(documents.join(name), schema.to_string())?;
        let title = schema["title"]
            .as_str()
            .ok_or("a schema has a title")?
            .to_owned();
        schemas.push((schema, title));
    }
    let name = out.file_name().and_then(|name| name.to_str());
    let name = name.ok_or("a file has a name")?;
    let types = typify_types::text(&schemas)?;
    std::fs::write(out.with_file_name(format!("typify_{name}")), types)?;
    Ok(())
}

/// As in a build script.
fn generate(generator: Generator, out: &Path) -> Result<(), Failure> {
    let generated = generator.support(Support::Crate).generate();
    let generated = generated.map_err(|problems| problems.render())?;
    std::fs::write(out, generated.text)?;
    Ok(())
}

/// A schema with all that it refers to as its `definitions`.
fn bundle(folder: &str, root: &str) -> Result<Value, Failure> {
    let mut open = vec![root.to_owned()];
    let mut found = Map::new();
    while let Some(name) = open.pop() {
        if found.contains_key(&name) {
            continue;
        }
        let text = std::fs::read_to_string(format!("{folder}/{name}.json"))?;
        let mut schema: Value = serde_json::from_str(&text)?;
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("$id");
            schema.remove("$schema");
        }
        typify_types::rename_refs(&mut schema, "#/components/schemas/", &mut open);
        found.insert(name, schema);
    }
    let mut schema = found.remove(root).ok_or("the root is there")?;
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("definitions".to_owned(), Value::Object(found));
    }
    Ok(schema)
}

/// `$defs` under the name that typify knows.
fn definitions(mut schema: Value) -> Value {
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
        if let Some(definitions) = schema.remove("$defs") {
            schema.insert("definitions".to_owned(), definitions);
        }
    }
    typify_types::rename_refs(&mut schema, "#/$defs/", &mut Vec::new());
    schema
}

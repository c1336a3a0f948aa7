//! Schemas → what is measured: the engine's types, typify's types, and each
//! schema as one document for validators.

use std::path::{Path, PathBuf};

use isoschema::Generator;
use serde_json::{Map, Value};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    for folder in ["schemas", "../schemas"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    generate(Generator::new().schemas("../schemas"), &out.join("lead.rs"))?;
    let lead = bundle("../schemas", "200_get_leads-opportunities")?;
    std::fs::write(out.join("lead.json"), lead.to_string())?;
    typify_types(
        &[(lead, "LeadOpportunityResponse".to_owned())],
        &out.join("typify_lead.rs"),
    )?;
    folder("schemas/orders", &out.join("orders.rs"), &out)?;
    folder("schemas/shapes", &out.join("shapes.rs"), &out)?;
    Ok(())
}

/// Both kinds of types for a folder of schemas of which each is one document.
fn folder(folder: &str, out: &Path, documents: &Path) -> Result<(), Failure> {
    generate(Generator::new().schemas(folder), out)?;
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
    typify_types(&schemas, &out.with_file_name(format!("typify_{name}")))
}

fn generate(generator: Generator, out: &Path) -> Result<(), Failure> {
    let generated = generator.generate();
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
        rename_refs(&mut schema, "#/components/schemas/", &mut open);
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
    rename_refs(&mut schema, "#/$defs/", &mut Vec::new());
    schema
}

fn rename_refs(schema: &mut Value, prefix: &str, names: &mut Vec<String>) {
    match schema {
        Value::Array(items) => {
            for item in items {
                rename_refs(item, prefix, names);
            }
        }
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get_mut("$ref")
                && let Some(name) = target.strip_prefix(prefix)
            {
                names.push(name.to_owned());
                *target = format!("#/definitions/{name}");
            }
            for member in members.values_mut() {
                rename_refs(member, prefix, names);
            }
        }
        _ => {}
    }
}

fn without_formats(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(without_formats),
        Value::Object(members) => {
            if members.get("format").is_some_and(Value::is_string) {
                members.remove("format");
            }
            members.values_mut().for_each(without_formats);
        }
        _ => {}
    }
}

/// What a user of typify gets. Dates stay texts, as in the engine's types:
/// typify would have another crate parse them, and prices would lose digits.
fn typify_types(schemas: &[(Value, String)], out: &Path) -> Result<(), Failure> {
    let mut space = typify::TypeSpace::default();
    for (schema, name) in schemas {
        let mut schema = schema.clone();
        without_formats(&mut schema);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("title".to_owned(), name.as_str().into());
        }
        let schema: schemars08::schema::RootSchema = serde_json::from_value(schema)?;
        space.add_root_schema(schema)?;
    }
    let file = syn::parse2::<syn::File>(space.to_stream())?;
    std::fs::write(out, prettyplease::unparse(&file))?;
    Ok(())
}

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
    generate("../schemas", &out.join("lead.rs"))?;
    generate("schemas", &out.join("order.rs"))?;
    let lead = bundle("../schemas", "200_get_leads-opportunities")?;
    let order: Value = serde_json::from_str(&std::fs::read_to_string("schemas/orders.json")?)?;
    let order = definitions(order);
    typify_types(
        &lead,
        "LeadOpportunityResponse",
        &out.join("typify_lead.rs"),
    )?;
    typify_types(&order, "Orders", &out.join("typify_order.rs"))?;
    std::fs::write(out.join("lead.json"), lead.to_string())?;
    std::fs::write(out.join("order.json"), order.to_string())?;
    Ok(())
}

fn generate(folder: &str, out: &Path) -> Result<(), Failure> {
    let generated = Generator::new().schemas(folder).generate();
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
fn typify_types(schema: &Value, name: &str, out: &Path) -> Result<(), Failure> {
    let mut schema = schema.clone();
    without_formats(&mut schema);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".to_owned(), name.into());
    }
    let schema: schemars08::schema::RootSchema = serde_json::from_value(schema)?;
    let mut space = typify::TypeSpace::default();
    space.add_root_schema(schema)?;
    let file = syn::parse2::<syn::File>(space.to_stream())?;
    std::fs::write(out, prettyplease::unparse(&file))?;
    Ok(())
}

//! Schemas → typify's types, as a user of typify gets them.

use serde_json::Value;

/// The text of one module for schemas and the names of their types. Dates stay
/// texts, as in the engine's types: typify would have another crate parse
/// them, and prices would lose digits.
///
/// # Errors
///
/// What typify does not take.
pub(crate) fn text(schemas: &[(Value, String)]) -> Result<String, Box<dyn std::error::Error>> {
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
    Ok(prettyplease::unparse(&file))
}

/// Turns references that begin with `prefix` into those of `definitions`, and
/// adds the names that are referred to.
pub(crate) fn rename_refs(schema: &mut Value, prefix: &str, names: &mut Vec<String>) {
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

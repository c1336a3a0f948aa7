//! Schemas → crates that hold nothing but their types.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use isoschema::{Generator, SchemarsFeature};
use serde_json::{Map, Value, json};

use crate::typify_types;

/// The folder of the benches.
const OWN: &str = env!("CARGO_MANIFEST_DIR");

/// A crate of this name with this text.
pub(crate) fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Box<dyn Error>> {
    let derives = if text.contains("#[serde(") {
        ", features = [\"derive\"]"
    } else {
        ""
    };
    let folder = folder.join(name);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [workspace]\n\
         [features]\nschemars = [\"dep:schemars\"]\n\
         [dependencies]\n\
         {}\
         schemars = {{ version = \"1.2\", default-features = false, features = [\"derive\", \"std\"], optional = true }}\n\
         serde = {{ version = \"1\"{derives} }}\n\
         serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"] }}\n",
        if text.contains("::regress::") {
            "regress = \"0.12\"\n"
        } else {
            ""
        },
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), text)?;
    // The versions of the workspace, which are at hand.
    fs::copy(
        Path::new(OWN).join("../Cargo.lock"),
        folder.join("Cargo.lock"),
    )?;
    Ok(folder)
}

/// A program that reads and writes documents of these types of a crate, with `serde_json`.
pub(crate) fn dependent(
    folder: &Path,
    package: &str,
    at: &Path,
    types: &[&str],
) -> Result<PathBuf, Box<dyn Error>> {
    let name = format!("{package}-read");
    let library = package.replace('-', "_");
    let calls = types
        .iter()
        .map(|ty| format!("        again::<{library}::{ty}>(&text),\n"));
    let main = format!(
        "use std::io::Read as _;\n\n\
         fn again<T: serde::de::DeserializeOwned + serde::Serialize>(text: &[u8]) -> Option<Vec<u8>> {{\n    \
             serde_json::to_vec(&serde_json::from_slice::<T>(text).ok()?).ok()\n\
         }}\n\n\
         fn main() {{\n    \
             let mut text = Vec::new();\n    \
             let _ = std::io::stdin().read_to_end(&mut text);\n    \
             let all = [\n{}    ];\n    \
             println!(\"{{:?}}\", all.map(|it| it.map(|text| text.len())));\n\
         }}\n",
        calls.collect::<String>()
    );
    let folder = write(folder, &name, "")?;
    fs::remove_file(folder.join("src/lib.rs"))?;
    fs::write(folder.join("src/main.rs"), main)?;
    let manifest = folder.join("Cargo.toml");
    let mut text = fs::read_to_string(&manifest)?;
    let at = fs::canonicalize(at)?;
    writeln!(
        text,
        "{package} = {{ path = '{}', default-features = false }}",
        at.display()
    )?;
    fs::write(manifest, text)?;
    Ok(folder)
}

/// The engine's types for a folder of schemas.
pub(crate) fn engine(schemas: &Path, builders: bool) -> Result<String, Box<dyn Error>> {
    let feature = SchemarsFeature::Named("schemars".to_owned());
    let mut generator = Generator::new().schemas(schemas).schemars(feature);
    if !builders {
        generator = generator.without_builders();
    }
    let generated = generator.generate().map_err(|problems| problems.render())?;
    Ok(generated.text)
}

/// typify's types for a folder of schemas: each a definition of one schema.
pub(crate) fn typify(schemas: &Path) -> Result<String, Box<dyn Error>> {
    let mut definitions = Map::new();
    for entry in fs::read_dir(schemas)? {
        let path = entry?.path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let mut schema: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("$id");
            schema.remove("$schema");
        }
        without_defaults(&mut schema);
        typify_types::rename_refs(&mut schema, "#/components/schemas/", &mut Vec::new());
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        definitions.insert(name.into_owned(), schema);
    }
    typify_types::text(&[(json!({ "definitions": definitions }), "All".to_owned())])
}

/// The vendor has defaults that are no codes of their enum, which typify
/// refuses.
fn without_defaults(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(without_defaults),
        Value::Object(members) => {
            if members.get("default").is_some_and(|it| !it.is_object()) {
                members.remove("default");
            }
            members.values_mut().for_each(without_defaults);
        }
        _ => {}
    }
}

/// The types written by hand for a lead and an order.
pub(crate) fn by_hand(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let plain = Path::new(OWN).join("src/plain");
    let text = fs::read_to_string(plain.with_extension("rs"))?;
    let folder = write(folder, "types-by-hand", &text)?;
    for file in fs::read_dir(plain)? {
        let file = file?;
        fs::copy(file.path(), folder.join("src").join(file.file_name()))?;
    }
    Ok(folder)
}

/// The package of this repository whose types are generated or carried.
pub(crate) fn package() -> PathBuf {
    Path::new(OWN).join("..")
}

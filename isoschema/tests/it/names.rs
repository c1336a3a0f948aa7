//! Names of any kind become code that compiles without a warning.
//!
//! What people call things in schemas is drawn, and stands in every place where a
//! name can stand: members, definitions, codes, arms, titles, files.

mod pool;
mod rule;
mod schemas;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use isoschema::config::{Config, Dates, Layout, Support};
use isoschema::emit::Link;
use isoschema::{Generated, Generator};

use crate::common::{cargo, files, folder, succeeded};

const MANIFEST: &str = r#"[package]
name = "any-names"
version = "0.0.0"
edition = "2024"

[dependencies]
chrono = { version = "0.4.45", default-features = false, features = ["std"] }
regress = "0.12"
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1.0.154", features = ["float_roundtrip"] }
time = { version = "0.3.55", default-features = false, features = ["formatting", "parsing"] }

[workspace]
"#;

/// What a crate of generated modules says of itself.
const FRONT: &str = "//! Any names.\n#![deny(warnings)]\n";

fn generated(generator: &Generator) -> Result<Generated, String> {
    generator.generate().map_err(|problems| problems.render())
}

fn checked(root: &Path, library: &str) -> Result<(), Box<dyn Error>> {
    fs::write(root.join("Cargo.toml"), MANIFEST)?;
    fs::write(root.join("src/lib.rs"), library)?;
    succeeded(&cargo(root, &["check", "--color=never"])?);
    Ok(())
}

/// One place makes identifiers of names, and one of the generator's own words.
#[test]
fn identifiers_are_made_in_one_place() -> Result<(), Box<dyn Error>> {
    let mut makers = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, text) in files(&source)? {
        let path = path.strip_prefix(&source)?.display().to_string();
        if text.contains("Ident::new") && !path.ends_with("tests.rs") {
            makers.push(path);
        }
    }
    makers.sort();
    assert_eq!(makers, ["enforce/mod.rs", "names/name.rs"]);
    Ok(())
}

#[test]
fn any_name_compiles_in_both_forms() -> Result<(), Box<dyn Error>> {
    let root = folder("names")?;
    fs::create_dir_all(root.join("src"))?;
    let mut library = FRONT.to_owned();
    let schemas = schemas::drawn(&pool::names(60), &pool::harmful());
    assert!(schemas.len() > 20, "{} schemas", schemas.len());
    for (index, schema) in schemas.iter().enumerate() {
        let generator = Generator::new()
            .text("schema.json", schema.to_string())
            .root_name("Root")
            .support(Support::Module("crate::support".to_owned()))
            .borrowed();
        let generated = generated(&generator)?;
        let methods = rule::methods(&generated.text)?;
        assert_eq!(methods, Vec::<String>::new(), "{schema}");
        let _ = writeln!(library, "pub mod m{index};");
        fs::write(root.join(format!("src/m{index}.rs")), generated.text)?;
    }
    library.push_str(&isoschema::emit::support(None, &Config::new()));
    checked(&root, &library)
}

#[test]
fn any_file_name_is_a_module() -> Result<(), Box<dyn Error>> {
    let root = folder("names-files")?;
    let mut library = FRONT.to_owned();
    for (module, layout) in [("flat", Layout::Modules), ("deep", Layout::Folders)] {
        let mut config = Config::new().layout(layout).dates(Dates::Time).borrowed();
        let mut generator = Generator::new();
        for (index, (path, schema)) in schemas::files(&pool::files()).into_iter().enumerate() {
            // Several names may give a type the same one.
            let place = path.strip_suffix(".json").unwrap_or(&path);
            config = config.name(place, format!("T{index}"));
            generator = generator.text(path, schema);
        }
        let generated = generated(&generator.configure(config))?;
        for (path, text) in generated.files(&format!("src/{module}.rs"), Link::Mod) {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&root))?;
            fs::write(path, text)?;
        }
        let _ = writeln!(library, "pub mod {module};");
    }
    checked(&root, &library)
}

#[test]
fn modules_leave_the_names_of_crates_alone() -> Result<(), Box<dyn Error>> {
    let config = Config::new()
        .layout(Layout::Modules)
        .dates(Dates::Time)
        .derive("noop::Noop");
    let mut generator = Generator::new().configure(config);
    for name in ["time", "noop", "serde", "std", "alloc", "core", "jiff"] {
        generator = generator.text(format!("{name}.json"), r#"{"enum": ["a"]}"#);
    }
    let files = generated(&generator)?.files("a.rs", Link::Mod);
    let mut names: Vec<_> = files
        .iter()
        .filter_map(|(path, _)| path.file_stem()?.to_str())
        .filter(|name| *name != "impls")
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "a", "alloc_", "core_", "jiff", "noop_", "serde_", "std_", "support", "time_"
        ]
    );
    Ok(())
}

#[test]
fn a_root_name_is_one_or_is_refused() {
    let given = |name: &str| {
        let schema = r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#;
        let generator = Generator::new().text("schema.json", schema);
        generated(&generator.root_name(name))
    };
    for name in pool::names(100) {
        match given(&name) {
            Ok(generated) => {
                let item = format!("pub struct {name} {{");
                assert!(generated.text.contains(&item), "{name}");
            }
            Err(problem) => assert!(problem.contains("UpperCamelCase"), "{problem}"),
        }
    }
    for (name, instead) in [
        ("support", "Support"),
        ("str", "Str"),
        ("Self", "SelfValue"),
    ] {
        let problem = given(name).expect_err(name);
        assert!(problem.contains(&format!("`{instead}`")), "{problem}");
    }
    assert!(given("Tape").is_ok());
}

/// The definitions that a document consists of are called as those of any other.
#[test]
fn definitions_that_are_documents_lose_their_spaces() -> Result<(), Box<dyn Error>> {
    let schemas = r#"{
        "io.example.core.v1.Pod": { "type": "object", "properties": { "job": { "$ref": "REF/io.example.batch.v1.Job" } } },
        "io.example.batch.v1.Job": { "type": "object", "properties": { "run": { "type": "string" } } },
        "io.example.batch.v2.Job": { "type": "object", "properties": { "runs": { "type": "integer" } } },
        "Shop.Models.Order": { "type": "object", "properties": { "id": { "type": "string" } } },
        "Order": { "type": "object", "properties": { "number": { "type": "integer" } } },
        "Shop.Models.Named": { "type": "string", "minLength": 1 }
    }"#;
    let api = format!(
        r#"{{ "openapi": "3.1.0", "info": {{ "title": "a", "version": "1" }}, "components": {{ "schemas": {} }} }}"#,
        schemas.replace("REF", "#/components/schemas")
    );
    let alone = format!(r#"{{ "$defs": {} }}"#, schemas.replace("REF", "#/$defs"));
    for text in [api, alone] {
        let config = Config::new().name("all#/$defs/Shop.Models.Named", "Called");
        let is_api = text.contains("openapi");
        let config = if is_api { Config::new() } else { config };
        let generator = Generator::new().text("all.json", text).configure(config);
        let generated = generated(&generator)?.text;
        let named = if is_api { "Named" } else { "Called" };
        for name in ["Pod", "V1Job", "V2Job", "ModelsOrder", "Order", named] {
            assert!(
                generated.contains(&format!("\npub struct {name}")),
                "{name}: {generated}"
            );
        }
    }
    Ok(())
}

/// `.schema.json` ends the names of many files, and says nothing of what they are about.
#[test]
fn the_ending_of_schemas_is_no_part_of_a_name() -> Result<(), Box<dyn Error>> {
    let object = |member: &str| {
        format!(r#"{{ "type": "object", "properties": {{ "{member}": {{ "type": "string" }} }} }}"#)
    };
    let generator = Generator::new()
        .text("line.schema.json", object("sku"))
        .text("order.json", object("id"))
        .text("order.schema.json", object("number"));
    let text = generated(&generator)?.text;
    for name in ["Line", "Order", "OrderSchema"] {
        assert!(text.contains(&format!("\npub struct {name} ")), "{text}");
    }
    Ok(())
}

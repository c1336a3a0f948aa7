//! Generated code as the compiler, clippy and rustdoc see it, of every case that
//! the project has, with its `schemars` implementations, every other one with its
//! borrowing form.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use isoschema::config::{Config, Support};
use isoschema::{Generator, SchemarsFeature};
use serde_json::json;

use crate::common::{cargo, cases, folder, succeeded};

const MANIFEST: &str = r#"[package]
name = "CRATE"
version = "0.0.0"
edition = "2024"

[features]
default = ["schemars"]
schemars = ["dep:schemars"]

[dependencies]
regress = "0.12"
schemars = { version = "1", default-features = false, features = ["derive", "std"], optional = true }
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1.0.154", features = ["float_roundtrip"] }

"#;

/// The crates that share the cases, so that cargo looks at them side by side.
const CRATES: [&str; 2] = ["odd-cases", "even-cases"];

#[test]
fn nothing_is_said_of_any_case() -> Result<(), Box<dyn Error>> {
    let out = folder("lints")?;
    let members = json!(CRATES);
    fs::write(
        out.join("Cargo.toml"),
        format!("[workspace]\nresolver = \"3\"\nmembers = {members}\n"),
    )?;
    let cases = cases()?;
    assert!(cases.len() > 100, "{} cases", cases.len());
    for (index, name) in CRATES.into_iter().enumerate() {
        let mut modules = vec![
            ("longer_than_a_line".to_owned(), longer_than_a_line()?),
            ("links".to_owned(), links()?),
        ];
        for case in cases.iter().skip(index).step_by(CRATES.len()) {
            modules.push((module(case), generated(case, index == 0)?));
        }
        write(&out.join(name), name, &modules)?;
    }
    let words = [
        "clippy",
        "--workspace",
        "--color=never",
        "--",
        "-Wclippy::pedantic",
    ];
    succeeded(&cargo(&out, &words)?);
    // Of one, what its users see; of the other, what stands behind that, too.
    let [public, whole] = CRATES;
    let words = ["doc", "--color=never", "--no-deps", "--package"];
    succeeded(&cargo(&out, &[&words[..], &[public]].concat())?);
    let words = [&words[..], &[whole, "--document-private-items"]].concat();
    succeeded(&cargo(&out, &words)?);
    Ok(())
}

/// A crate of modules, with what they share beside them.
fn write(out: &Path, name: &str, modules: &[(String, String)]) -> std::io::Result<()> {
    fs::create_dir_all(out.join("src"))?;
    fs::write(out.join("Cargo.toml"), MANIFEST.replace("CRATE", name))?;
    let mut library = String::from("//! Cases.\n#![deny(warnings)]\n\n");
    for (name, text) in modules {
        let _ = writeln!(library, "pub mod {name};");
        fs::write(out.join(format!("src/{name}.rs")), text)?;
    }
    library.push_str(&isoschema::emit::support(Some("schemars"), &Config::new()));
    fs::write(out.join("src/lib.rs"), library)
}

/// A slice whose type alone is longer than a line, in both forms.
fn longer_than_a_line() -> Result<String, Box<dyn Error>> {
    let mut inner = json!({ "type": "boolean" });
    for _ in 0..4 {
        inner = json!({ "type": "object", "additionalProperties": inner });
    }
    let schema = json!({ "type": "array", "items": inner, "uniqueItems": true });
    let generated = Generator::new()
        .text("shelves.json", schema.to_string())
        .support(Support::Module("crate::support".to_owned()))
        .schemars(SchemarsFeature::Named("schemars".to_owned()))
        .borrowed()
        .generate()
        .map_err(|problems| problems.render())?;
    Ok(generated.text)
}

/// Documentation that leads to types of other modules: to one without a borrowing
/// form, and to somebody else's. Lists and examples in it, and a match with an arm
/// for each of many codes.
fn links() -> Result<String, Box<dyn Error>> {
    let codes: Vec<String> = (0..120).map(|code| format!("code-{code}")).collect();
    let told = "*  one\n(of ``two``)\n+  other\n`again`\n\n```\n\tlet x;\n```";
    let schema = json!({
        "properties": {
            "code": { "anyOf": [{ "enum": codes }, { "type": "string" }], "description": told },
            "note": { "type": "string" },
            "state": { "enum": ["on", "off"] },
            "states": { "type": "array", "items": { "$ref": "#/properties/state" } },
            "from": { "$ref": "#/$defs/address" }
        },
        "type": "object",
        "$defs": { "address": { "type": "string" } }
    });
    let config = Config::new().replace("links#/$defs/address", "::std::net::IpAddr");
    let generated = Generator::new()
        .text("links.json", schema.to_string())
        .support(Support::Module("crate::support".to_owned()))
        .configure(config)
        .borrowed()
        .generate()
        .map_err(|problems| problems.render())?;
    Ok(generated.text)
}

/// The name of a case's module.
fn module(case: &Path) -> String {
    let names = case.iter().rev().take(2).filter_map(|name| name.to_str());
    let names: Vec<String> = names
        .map(|name| {
            name.to_lowercase()
                .replace(|letter: char| !letter.is_alphanumeric(), "_")
        })
        .collect();
    format!("case_{}", names.join("_of_"))
}

/// The module of a case, with its borrowing forms or without.
fn generated(case: &Path, borrowed: bool) -> Result<String, Box<dyn Error>> {
    let mut generator = Generator::new()
        .text("schema.json", fs::read_to_string(case.join("schema.json"))?)
        .root_name("Root")
        .support(Support::Module("crate::support".to_owned()))
        .schemars(SchemarsFeature::Named("schemars".to_owned()));
    if borrowed {
        generator = generator.borrowed();
    }
    let remotes = case.join("remotes");
    if remotes.is_dir() {
        generator = generator.remote_base("http://localhost:1234/", remotes);
    }
    let settings = case.join("isoschema.toml");
    if settings.is_file() {
        generator = generator.config(settings);
    }
    let generated = generator
        .generate()
        .map_err(|problems| format!("{}: {}", case.display(), problems.render()))?;
    Ok(generated.text)
}

//! Generated types are as rustfmt leaves them.

mod common;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use isoschema::config::{Config, Dates, Maps};
use isoschema::emit::support;
use isoschema::{Generator, SchemarsFeature};

/// The schemas of the project's own cases.
fn cases() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found: Vec<PathBuf> = Vec::new();
    for keyword in fs::read_dir(folder)? {
        let keyword = keyword?.path();
        if keyword.is_dir() {
            for case in fs::read_dir(keyword)? {
                found.push(case?.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The generator of a case.
fn of_case(case: &Path) -> Generator {
    let mut generator = Generator::new().schema(case.join("schema.json"));
    let remotes = case.join("remotes");
    if remotes.is_dir() {
        generator = generator.remote_base("http://localhost:1234/", remotes);
    }
    let settings = case.join("isoschema.toml");
    if settings.is_file() {
        generator.config(settings)
    } else {
        generator.configure(Config::new().assert_formats())
    }
}

/// A module.
fn text(generator: Generator) -> Result<String, Box<dyn Error>> {
    let generated = generator
        .support("crate::support")
        .schemars(SchemarsFeature::Named("schemars".to_owned()))
        .generate()?;
    Ok(generated.text)
}

#[test]
fn rustfmt_has_nothing_to_change() -> Result<(), Box<dyn Error>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let mut texts = vec![text(Generator::new().schemas(project))?];
    let cases = cases()?;
    assert!(cases.len() > 90, "only {} cases", cases.len());
    for case in &cases {
        texts.push(text(of_case(case))?);
    }
    // What they share, with all that there is of it.
    for (dates, maps) in [
        (Dates::Jiff, Maps::BTreeMap),
        (Dates::Chrono, Maps::HashMap),
        (Dates::Time, Maps::IndexMap),
    ] {
        let config = Config::new().dates(dates).maps(maps);
        texts.push(support(Some("schemars"), &config));
    }
    formatted("formatted", &texts)
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_is_formatted() -> Result<(), Box<dyn Error>> {
    let folder = std::env::var("ISOSCHEMA_UPSTREAM")?;
    let schemas = Path::new(&folder).join("json-schema");
    formatted(
        "formatted-upstream",
        &[text(Generator::new().schemas(schemas))?],
    )
}

/// Has rustfmt look at texts.
fn formatted(name: &str, texts: &[String]) -> Result<(), Box<dyn Error>> {
    let out = common::folder(name)?;
    let mut files = Vec::new();
    for text in texts {
        let file = out.join(format!("types_{}.rs", files.len()));
        fs::write(&file, text)?;
        files.push(file);
    }
    for edition in ["2021", "2024"] {
        let output = Command::new("rustfmt")
            .args(["--check", "--edition", edition])
            .args(&files)
            .output()?;
        assert!(
            output.status.success(),
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

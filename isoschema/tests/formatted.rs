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

#[test]
fn rustfmt_has_nothing_to_change() -> Result<(), Box<dyn Error>> {
    let out = common::folder("formatted")?;
    let mut files = Vec::new();
    let mut write = |generator: Generator| -> Result<(), Box<dyn Error>> {
        let generated = generator
            .support("crate::support")
            .schemars(SchemarsFeature::Named("schemars".to_owned()))
            .generate();
        // Some cases refer to documents that are given to them elsewhere.
        if let Ok(generated) = generated {
            let file = out.join(format!("types_{}.rs", files.len()));
            fs::write(&file, generated.text)?;
            files.push(file);
        }
        Ok(())
    };
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    write(Generator::new().schemas(project))?;
    for case in cases()? {
        let settings = case.join("isoschema.toml");
        let generator = Generator::new().schema(case.join("schema.json"));
        write(if settings.is_file() {
            generator.config(settings)
        } else {
            generator.configure(Config::new().assert_formats())
        })?;
    }
    if let Some(folder) = std::env::var_os("ISOSCHEMA_UPSTREAM") {
        write(Generator::new().schemas(Path::new(&folder).join("json-schema")))?;
    }
    // What they share, with all that there is of it.
    for (dates, maps) in [
        (Dates::Jiff, Maps::BTreeMap),
        (Dates::Chrono, Maps::HashMap),
        (Dates::Time, Maps::IndexMap),
    ] {
        let file = out.join(format!("support_{}.rs", files.len()));
        let config = Config::new().dates(dates).maps(maps);
        fs::write(&file, support(Some("schemars"), &config))?;
        files.push(file);
    }
    assert!(files.len() > 90, "only {} modules", files.len());
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

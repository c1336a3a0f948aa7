//! rustfmt has nothing to change where generated types are.

use crate::common;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use isoschema::Generator;
use isoschema::config::{Config, Dates, Layout, Maps};
use isoschema::emit::{Crate, support};

/// Where a crate of a generator's types was written to.
fn emitted(name: &str, generator: Generator) -> Result<PathBuf, Box<dyn Error>> {
    let out = common::folder(name)?;
    Crate::new("formatted")
        .generator(generator)
        .write(&out)
        .map_err(|problems| problems.render())?;
    Ok(out)
}

/// Has cargo look at the whole of a crate as its owner does.
fn silent(crate_: &Path) -> Result<(), Box<dyn Error>> {
    let output = common::cargo(crate_, &["fmt", "--check"])?;
    assert_eq!(common::succeeded(&output), "");
    Ok(())
}

/// Generated types are as their printers leave them; a crate of them says so
/// to rustfmt, and all else in it is as rustfmt leaves it.
#[test]
fn rustfmt_is_silent_in_an_emitted_crate() -> Result<(), Box<dyn Error>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    for (name, layout) in [
        ("formatted-file", Layout::File),
        ("formatted-modules", Layout::Modules),
        ("formatted-folders", Layout::Folders),
    ] {
        let config = Config::of_folder(&project)?.layout(layout).borrowed();
        let generator = Generator::new().schemas(&project).configure(config);
        silent(&emitted(name, generator)?)?;
    }
    Ok(())
}

/// What all modules share is written by hand.
#[test]
fn the_support_is_formatted() -> Result<(), Box<dyn Error>> {
    let out = common::folder("formatted-support")?;
    let mut files = Vec::new();
    for (dates, maps) in [
        (Dates::Jiff, Maps::BTreeMap),
        (Dates::Chrono, Maps::HashMap),
        (Dates::Time, Maps::IndexMap),
    ] {
        let config = Config::new().dates(dates).maps(maps);
        let file = out.join(format!("support_{}.rs", files.len()));
        fs::write(&file, support(Some("schemars"), &config))?;
        files.push(file);
    }
    formatted(&files, "2021")?;
    formatted(&files, "2024")
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_is_formatted() -> Result<(), Box<dyn Error>> {
    let folder = std::env::var("ISOSCHEMA_UPSTREAM")?;
    let schemas = Path::new(&folder).join("json-schema");
    silent(&emitted(
        "formatted-upstream",
        Generator::new().schemas(schemas),
    )?)
}

/// Has rustfmt look at files, and at those that they bring in.
fn formatted(files: &[PathBuf], edition: &str) -> Result<(), Box<dyn Error>> {
    let output = Command::new("rustfmt")
        .args(["--check", "--edition", edition])
        .args(files)
        .output()?;
    common::succeeded(&output);
    Ok(())
}

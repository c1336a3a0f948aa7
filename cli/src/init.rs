//! A crate around a folder of schemas.

use std::path::{Path, PathBuf};

use clap::Args;
use isoschema::write::write_if_changed;

use crate::shown::print;
use crate::{Done, Failure, Status};

/// Makes a crate around a folder of schemas: a build script that generates the
/// types, and a commented configuration.
///
/// A file that is there is left alone.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder of schemas; the crate is in the folder around it. Where there is no schema
    /// yet, it gets one to begin with
    #[arg(value_name = "FOLDER", default_value = "schemas")]
    pub folder: PathBuf,
    /// The repository of isoschema, for the crate's dependencies [default: that
    /// which this command was built from]
    #[arg(long, value_name = "DIR")]
    pub isoschema: Option<PathBuf>,
}

const CONFIGURATION: &str = r#"# What the generator is told about this folder. Every key may be left out.

# The Rust names of types: by a schema's file name without its ending, and the JSON Pointer
# of a shape inside it. `isoschema generate FOLDER --names` lists all of them.
[names]
# "order" = "Order"
# "order#/properties/lines/items" = "OrderLine"

# Enums that take other texts, too, each with the reason.
[open-enums]
# "order#/properties/state" = "the vendor adds states without notice"

# Which formats are checked: true for all, or a list of them.
[formats]
# assert = ["date-time", "uuid"]

# How schemas are read.
[generate]
# default-draft = "2020-12"
# integers = "i64"             # or "wide", "exact"

# How types look.
[types]
# borrowed = false             # or true: a second form that borrows its texts
# visibility = "pub"           # or "pub(crate)"
# derives = ["zeroize::Zeroize"]

# What becomes of what is allowed in schemas and surely not meant.
[lints]
# unknown-format = "allow"     # or "warn", "deny"

# Where the schemas are published, for `isoschema refresh`.
[upstream]
# base = "https://example.com/schemas/{name}.json"
# roots = ["order"]
"#;

const SCRIPT: &str = r#"//! Generates the types of the schemas in `FOLDER/`.

use std::process::ExitCode;

use isoschema::Generator;
use isoschema::build::Build;

fn main() -> ExitCode {
    Build::new(Generator::new().schemas("FOLDER")).run()
}
"#;

const LIBRARY: &str = r#"//! The types of the schemas in `FOLDER/`.

include!(concat!(env!("OUT_DIR"), "/types.rs"));
"#;

const SCHEMA: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "An order",
  "type": "object",
  "required": ["id"],
  "properties": {
    "id": { "type": "string", "minLength": 1 },
    "state": { "enum": ["NEW", "SENT"] },
    "quantity": { "type": "integer", "minimum": 1 }
  }
}
"#;

impl Init {
    pub(crate) fn run(&self) -> Done {
        let name = self.folder.file_name().and_then(|it| it.to_str());
        let Some(name) = name.filter(|it| !it.contains(['"', '\\'])) else {
            return Err("name a folder inside the crate's, such as `schemas`".into());
        };
        let around = self.folder.parent().unwrap_or(Path::new(""));
        let text = |text: &str| text.replace("FOLDER", name);
        let mut made = Made::default();
        if !has_schemas(&self.folder) {
            made.file(self.folder.join("order.json"), SCHEMA)?;
        }
        made.file(self.folder.join("isoschema.toml"), &text(CONFIGURATION))?;
        made.file(around.join("Cargo.toml"), &self.manifest(around))?;
        made.file(around.join("build.rs"), &text(SCRIPT))?;
        made.file(around.join("src/lib.rs"), &text(LIBRARY))?;
        if made.kept.contains(&around.join("Cargo.toml")) {
            let dependencies = self.dependencies();
            made.told.push(format!(
                "
Cargo.toml needs:

{dependencies}"
            ));
        }
        print(&made.told.concat())?;
        Ok(Status::Fine)
    }

    fn manifest(&self, around: &Path) -> String {
        // Of the folder here, nothing but `.` stands before the folder of schemas.
        let full = std::path::absolute(Path::new(".").join(around));
        let full = full.unwrap_or_else(|_| around.to_owned());
        let name = full
            .file_name()
            .and_then(|it| it.to_str())
            .unwrap_or("types");
        let letter = |it: char| {
            if it.is_ascii_alphanumeric() {
                it.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let name: String = name.chars().map(letter).collect();
        let name = name.trim_matches('-');
        let begins = name.starts_with(|it: char| it.is_ascii_alphabetic());
        let name = if begins {
            name.to_owned()
        } else {
            format!("types-{name}")
        };
        let name = name.trim_end_matches('-');
        let dependencies = self.dependencies();
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{dependencies}"
        )
    }

    fn dependencies(&self) -> String {
        let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        let built_from = built_from.filter(|it| it.join("isoschema/Cargo.toml").exists());
        let from = |package: &str| match self.isoschema.as_deref().or(built_from) {
            Some(repository) => {
                // A string of TOML's.
                let path = serde_json::Value::from(repository.join(package).to_string_lossy());
                format!("path = {path}")
            }
            None => format!("version = \"{}\"", env!("CARGO_PKG_VERSION")),
        };
        let (runtime, engine) = (from("runtime"), from("isoschema"));
        format!(
            "[dependencies]\n\
             isoschema-runtime = {{ {runtime}, features = [\"patterns\", \"formats\"] }}\n\
             serde = \"1\"\n\
             serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\n\
             [build-dependencies]\n\
             isoschema = {{ {engine} }}\n"
        )
    }
}

/// The files that were written, and those that were there.
#[derive(Default)]
struct Made {
    told: Vec<String>,
    kept: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, path: PathBuf, text: &str) -> Result<(), Failure> {
        let shown = path.display();
        // A link that leads nowhere is no absence.
        if path.symlink_metadata().is_ok() {
            self.told.push(format!("kept     {shown}\n"));
            self.kept.push(path);
            return Ok(());
        }
        write_if_changed(&path, text)
            .map_err(|error| format!("{shown}: cannot be written: {error}"))?;
        self.told.push(format!("written  {shown}\n"));
        Ok(())
    }
}

fn has_schemas(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| {
        let path = entry.path();
        path.is_dir() || isoschema::load::is_listed(&path)
    })
}

//! The entry point of build scripts: what it tells cargo, and what cargo then
//! does with a package that uses it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use isoschema::Generator;
use isoschema::build::Build;

use crate::common::{apart, folder};

/// What a run tells cargo and shows, and whether it went well.
fn told(schemas: &Path, out: Option<&Path>) -> io::Result<(bool, String, String)> {
    let (mut cargo, mut shown) = (Vec::new(), Vec::new());
    let build = Build::new(Generator::new().schemas(schemas)).file("out.rs");
    let well = build.tell(out, &mut cargo, &mut shown)?;
    let text = |bytes| String::from_utf8(bytes).map_err(io::Error::other);
    Ok((well, text(cargo)?, text(shown)?))
}

#[test]
fn every_file_and_folder_is_watched() -> io::Result<()> {
    let root = folder("build-watched")?;
    let schemas = root.join("schemas");
    fs::create_dir_all(schemas.join("inner"))?;
    fs::write(schemas.join("a.json"), r#"{"type": "string"}"#)?;
    fs::write(schemas.join("inner/b.json"), r#"{"type": "null"}"#)?;
    fs::write(schemas.join("isoschema.toml"), "")?;
    fs::write(schemas.join("notes.txt"), "")?;

    let (well, cargo, shown) = told(&schemas, Some(&root))?;
    assert!(well, "{shown}");
    let mut watched: Vec<&str> = cargo
        .lines()
        .map(|line| {
            line.strip_prefix("cargo::rerun-if-changed=")
                .unwrap_or(line)
        })
        .map(|path| {
            path.strip_prefix(&*schemas.to_string_lossy())
                .unwrap_or(path)
        })
        .collect();
    watched.sort_unstable();
    let expected = ["", "/a.json", "/inner", "/inner/b.json", "/isoschema.toml"];
    assert_eq!(watched, expected);

    // The same text again leaves the file alone.
    let written = root.join("out.rs").metadata()?.modified()?;
    assert!(told(&schemas, Some(&root))?.0);
    assert_eq!(root.join("out.rs").metadata()?.modified()?, written);
    Ok(())
}

#[test]
fn diagnostics_are_told_in_one_line_each() -> io::Result<()> {
    let root = folder("build-diagnostics")?;
    fs::write(root.join("a.json"), r#"{"type": "strin"}"#)?;
    fs::write(root.join("b.json"), "{\n  \"required\": \"x\"\n}")?;

    let (well, cargo, shown) = told(&root, Some(&root))?;
    assert!(!well);
    let (errors, watched): (Vec<&str>, Vec<&str>) = cargo
        .lines()
        .partition(|line| line.starts_with("cargo::error="));
    // A build that failed is tried again when a schema changes.
    assert_eq!(watched.len(), 3, "{cargo}");
    assert_eq!(errors.len(), 2, "{cargo}");
    assert!(
        errors[0].contains("a.json:1:10 (#/type): `strin`"),
        "{cargo}"
    );
    assert!(errors[1].contains("b.json:2:15 (#/required): "), "{cargo}");
    assert!(shown.contains("2 problems in the schemas"), "{shown}");
    assert!(!root.join("out.rs").exists());

    let (well, cargo, _) = told(&root, None)?;
    assert!(!well && cargo.contains("cargo::error=OUT_DIR: "), "{cargo}");
    Ok(())
}

/// A package with a build script, which cargo builds.
struct Package(PathBuf);

impl Package {
    fn new() -> io::Result<Self> {
        let root = folder("build-package")?;
        let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
        let manifest = format!(
            "[package]\nname = \"scratch\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
             [workspace]\n\
             [dependencies]\nisoschema-runtime = {{ path = '{0}/../runtime' }}\nserde = \"1\"\n\
             serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
             [build-dependencies]\nisoschema = {{ path = '{0}' }}\n",
            engine.display()
        );
        fs::create_dir_all(root.join("schemas"))?;
        fs::create_dir_all(root.join("src"))?;
        fs::write(root.join("Cargo.toml"), manifest)?;
        fs::write(root.join("build.rs"), BUILD)?;
        fs::write(root.join("src/main.rs"), MAIN)?;
        // The versions that are there already.
        let lock = engine.join("../Cargo.lock");
        if lock.exists() {
            fs::copy(lock, root.join("Cargo.lock"))?;
        }
        Ok(Self(root))
    }

    fn write(&self, path: &str, text: &str) -> io::Result<()> {
        fs::write(self.0.join(path), text)
    }

    /// Builds it and runs it, in the tests' own target folder, where the
    /// dependencies are already compiled.
    fn cargo_run(&self) -> io::Result<Output> {
        let mut command = Command::new(env!("CARGO"));
        apart(&mut command)
            .args(["run", "--offline", "--color=never"])
            .current_dir(&self.0)
            .output()
    }

    /// The generated module, and how often the build script has run so far.
    fn built(&self) -> io::Result<(String, usize)> {
        let output = self.cargo_run()?;
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        let text = String::from_utf8(output.stdout).map_err(io::Error::other)?;
        Ok((text, fs::read_to_string(self.0.join("runs"))?.len()))
    }
}

/// Counts its runs in a file that cargo is not told to watch.
const BUILD: &str = r#"
use std::io::Write;
use isoschema::{Generator, build::Build};

fn main() -> std::process::ExitCode {
    let mut runs = std::fs::File::options().append(true).create(true).open("runs").unwrap();
    runs.write_all(b".").unwrap();
    Build::new(Generator::new().schemas("schemas")).run()
}
"#;

/// Compiles the module and prints its text.
const MAIN: &str = r#"
mod types { include!(concat!(env!("OUT_DIR"), "/types.rs")); }

fn main() {
    let _ = types::A::from_json("{}").unwrap();
    print!("{}", include_str!(concat!(env!("OUT_DIR"), "/types.rs")));
}
"#;

const OBJECT: &str = r#"{"type": "object", "properties": {"x": {"type": "boolean"}}}"#;

#[test]
fn cargo_runs_the_script_again_for_schemas_alone() -> io::Result<()> {
    let package = Package::new()?;
    package.write("schemas/a.json", OBJECT)?;
    let (text, runs) = package.built()?;
    assert_eq!(runs, 1);
    assert!(text.contains("pub struct A ") && !text.contains("pub struct B "));

    assert_eq!(package.built()?.1, 1, "nothing was touched");
    package.write("src/main.rs", MAIN)?;
    package.write("README.md", "new")?;
    assert_eq!(package.built()?.1, 1, "no schema was touched");

    package.write("schemas/a.json", OBJECT)?;
    assert_eq!(package.built()?.1, 2, "a schema was touched");

    package.write("schemas/b.json", OBJECT)?;
    let (text, runs) = package.built()?;
    assert_eq!(runs, 3, "a schema was added");
    assert!(text.contains("pub struct B "));

    package.write("schemas/isoschema.toml", "[names]\nb = \"Renamed\"\n")?;
    let (text, runs) = package.built()?;
    assert_eq!(runs, 4, "the configuration was added");
    assert!(text.contains("pub struct Renamed "));

    fs::remove_file(package.0.join("schemas/isoschema.toml"))?;
    fs::remove_file(package.0.join("schemas/b.json"))?;
    let (text, runs) = package.built()?;
    assert_eq!(runs, 5, "a schema was removed");
    assert!(!text.contains("pub struct Renamed ") && !text.contains("pub struct B "));

    package.write("schemas/a.json", "{\"type\": \"strin\"}")?;
    package.write("schemas/c.json", "{\n  \"$ref\": \"nowhere.json\"\n}")?;
    let output = package.cargo_run()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    for told in [
        "error: scratch@0.1.0: schemas/a.json:1:10 (#/type): ",
        "error: scratch@0.1.0: schemas/c.json:2:11 (#/$ref): ",
        "2 problems in the schemas",
    ] {
        assert!(errors.contains(told), "no {told:?} in\n{errors}");
    }
    assert!(!errors.contains("panicked"), "{errors}");

    package.write("schemas/a.json", OBJECT)?;
    fs::remove_file(package.0.join("schemas/c.json"))?;
    assert_eq!(package.built()?.1, 7, "repaired");
    Ok(())
}

//! Modules → compiled programs.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use isoschema::config::Config;
use isoschema::write::write_if_changed;
use serde_json::Value;

use super::modules::{Module, Modules};
use super::progress;
use crate::Failure;

/// How many modules go into one program. Several programs are compiled at
/// the same time.
const MODULES: usize = 120;

/// How often modules that do not compile are set aside.
const ROUNDS: usize = 12;

/// How much of what the compiler says of one module is kept.
const LONGEST_FAULT: usize = 4_000;

const RUNNER: &str = include_str!("runner.rs.txt");

/// The folder in which the programs are built.
pub(crate) fn folder(given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(folder) = given {
        return Ok(std::path::absolute(folder)?);
    }
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).ok_or("no target folder")?;
    Ok(target.join("conformance"))
}

/// A program and the modules in it.
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) modules: Vec<usize>,
}

/// Compiles modules, with or without numbers that keep every digit. Modules
/// that do not compile get their fault and are in no program.
pub(crate) fn build(
    work: &Path,
    digits: bool,
    derived: bool,
    modules: &mut Modules,
) -> Result<Vec<Program>, Failure> {
    let chosen: Vec<usize> = (0..modules.modules.len())
        .filter(|&index| modules.modules[index].digits == digits)
        .collect();
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let root = work.join(if digits { "digits" } else { "plain" });
    let count = chosen.len().div_ceil(MODULES).max(2.min(chosen.len()));
    let size = chosen.len().div_ceil(count);
    let packages: Vec<&[usize]> = chosen.chunks(size).collect();
    manifests(&root, digits, derived, packages.len())?;
    let support = isoschema::emit::support(derived.then_some("schemars"), &Config::new());
    for _ in 0..ROUNDS {
        for (number, package) in packages.iter().enumerate() {
            sources(&root, number, package, &modules.modules, &support)?;
        }
        if compile(&root, work, packages.len(), modules)? {
            let target = work.join("target/debug");
            return Ok(packages
                .iter()
                .enumerate()
                .map(|(number, package)| Program {
                    path: target.join(format!("suite{}{number}", if digits { "d" } else { "p" })),
                    modules: package.to_vec(),
                })
                .collect());
        }
    }
    Err(format!("modules still do not compile after {ROUNDS} rounds").into())
}

fn manifests(root: &Path, digits: bool, derived: bool, packages: usize) -> Result<(), Failure> {
    let letter = if digits { "d" } else { "p" };
    let mut workspace = String::from("[workspace]\nresolver = \"3\"\nmembers = [");
    for number in 0..packages {
        let _ = write!(workspace, "\"suite{letter}{number}\", ");
        let precision = if digits {
            ", \"arbitrary_precision\""
        } else {
            ""
        };
        let (default, schemars) = if derived {
            ("default = [\"schemars\"]\n", "schemars = \"1\"\n")
        } else {
            ("", "")
        };
        let manifest = format!(
            "[package]\nname = \"suite{letter}{number}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [features]\nschemars = []\n{default}\n[dependencies]\n{schemars}regress = \"0.12\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
             serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"{precision}] }}\n"
        );
        write(
            &root.join(format!("suite{letter}{number}/Cargo.toml")),
            &manifest,
        )?;
    }
    workspace.push_str("]\n\n[profile.dev]\ndebug = false\nincremental = false\n");
    write(&root.join("Cargo.toml"), &workspace)?;
    // The versions that the rest of the workspace is tested with.
    let lock = root.join("Cargo.lock");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    if !lock.exists() && own.exists() {
        fs::copy(own, lock)?;
    }
    Ok(())
}

fn sources(
    root: &Path,
    number: usize,
    package: &[usize],
    modules: &[Module],
    support: &str,
) -> Result<(), Failure> {
    let letter = if modules[package[0]].digits { "d" } else { "p" };
    let folder = root.join(format!("suite{letter}{number}/src"));
    let mut main = String::from(RUNNER);
    let mut arms = String::new();
    for &index in package {
        let module = &modules[index];
        if module.fault.is_some() {
            continue;
        }
        let name = &module.name;
        write(&folder.join(format!("{name}.rs")), &module.text)?;
        let _ = writeln!(main, "#[allow(dead_code)]\nmod {name};");
        let _ = if module.borrowed {
            writeln!(arms, "        \"{name}\" => both!(text, {name}),")
        } else {
            writeln!(
                arms,
                "        \"{name}\" => attempt(text, {name}::Root::from_json),"
            )
        };
    }
    let _ = write!(
        main,
        "\nfn tried(module: &str, text: Option<&str>) -> Answer {{\n    match module {{\n{arms}        \
         _ => Answer::Unknown,\n    }}\n}}\n\n{support}"
    );
    write(&folder.join("main.rs"), &main)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_if_changed(path, text)
        .map(|_| ())
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()).into())
}

/// One round. Says whether everything compiled.
fn compile(
    root: &Path,
    work: &Path,
    packages: usize,
    modules: &mut Modules,
) -> Result<bool, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let errors = root.join("cargo.log");
    let mut child = Command::new(cargo)
        .args(["build", "--workspace", "--keep-going", "--quiet"])
        .arg("--message-format=json")
        .current_dir(root)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&errors)?)
        .spawn()?;
    let output = child.stdout.take().ok_or("no output of cargo")?;
    let bar = progress::bar("compiling", packages);
    for module in &mut modules.modules {
        module.warnings.clear();
    }
    let mut blamed = false;
    let mut unplaced = String::new();
    for line in BufReader::new(output).lines() {
        let Ok(line) = serde_json::from_str::<Value>(&line?) else {
            continue;
        };
        if line["reason"] == "compiler-artifact" && line["target"]["kind"][0] == "bin" {
            bar.inc(1);
        }
        if line["reason"] == "compiler-message" {
            let message = &line["message"];
            let rendered = message["rendered"].as_str().unwrap_or_default();
            match (blame(message, modules), message["level"] == "error") {
                (Some(module), true) => {
                    blamed = true;
                    let fault = module.fault.get_or_insert_default();
                    if fault.len() < LONGEST_FAULT {
                        fault.push_str(rendered);
                    }
                }
                (Some(module), false) => module.warnings.push(rendered.to_owned()),
                (None, true) => unplaced.push_str(rendered),
                (None, false) => {}
            }
        }
    }
    bar.finish_and_clear();
    let status = child.wait()?;
    if status.success() {
        return Ok(true);
    }
    if !blamed {
        return Err(format!(
            "the programs do not compile, and no module is to blame\n{unplaced}{}",
            fs::read_to_string(&errors).unwrap_or_default()
        )
        .into());
    }
    Ok(false)
}

/// The module in whose file a message stands.
fn blame<'a>(message: &Value, modules: &'a mut Modules) -> Option<&'a mut Module> {
    let spans = message["spans"].as_array()?;
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    let number = primary.chain(spans).find_map(|span| {
        let file = Path::new(span["file_name"].as_str()?);
        file.file_stem()?
            .to_str()?
            .strip_prefix('m')?
            .parse::<usize>()
            .ok()
    })?;
    modules.modules.get_mut(number)
}

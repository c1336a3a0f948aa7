//! Modules → compiled programs.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use isoschema::config::Config;

use super::modules::{Module, Modules};
use crate::Failure;
use crate::programs::RUNNER;
use crate::programs::compile::{self, write};

/// How many modules go into one program. Several programs are compiled at
/// the same time.
const MODULES: usize = 120;

/// How often modules that do not compile are set aside.
const ROUNDS: usize = 12;

/// How much of what the compiler says of one module is kept.
const LONGEST_FAULT: usize = 4_000;

/// A program and the modules in it.
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) modules: Vec<usize>,
}

/// Compiles modules, with or without numbers that keep every digit. Modules
/// that do not compile get their fault and are in no program. What is `of` another
/// name may be compiled at the same time.
pub(crate) fn build(
    work: &Path,
    of: &str,
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
    let names = format!("{of}{}", if digits { "d" } else { "p" });
    manifests(&root, &names, digits, derived, packages.len())?;
    let support = isoschema::emit::support(derived.then_some("schemars"), &Config::new());
    for _ in 0..ROUNDS {
        for (number, package) in packages.iter().enumerate() {
            sources(&root, &names, number, package, &modules.modules, &support)?;
        }
        let (built, messages) = compile::build(&root, packages.len())?;
        for module in &mut modules.modules {
            module.warnings.clear();
        }
        for message in messages {
            let Some(module) = message
                .module()
                .and_then(|number| modules.modules.get_mut(number))
            else {
                continue;
            };
            if message.error {
                let fault = module.fault.get_or_insert_default();
                if fault.len() < LONGEST_FAULT {
                    fault.push_str(&message.text);
                }
            } else {
                module.warnings.push(message.text);
            }
        }
        if built {
            return Ok(packages
                .iter()
                .enumerate()
                .map(|(number, package)| Program {
                    path: compile::program(&root, &format!("{names}{number}")),
                    modules: package.to_vec(),
                })
                .collect());
        }
    }
    Err(format!("modules still do not compile after {ROUNDS} rounds").into())
}

/// The manifests of the packages, whose names begin alike.
fn manifests(
    root: &Path,
    names: &str,
    digits: bool,
    derived: bool,
    packages: usize,
) -> Result<(), Failure> {
    let mut workspace = String::from("[workspace]\nresolver = \"3\"\nmembers = [");
    for number in 0..packages {
        let name = format!("{names}{number}");
        let _ = write!(workspace, "\"{name}\", ");
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
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [features]\nschemars = []\n{default}\n[dependencies]\n{schemars}regress = \"0.12\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
             serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"{precision}] }}\n"
        );
        write(&root.join(name).join("Cargo.toml"), &manifest)?;
    }
    workspace.push_str("]\n\n[profile.dev]\ndebug = false\nincremental = false\n");
    compile::workspace(root, &workspace)
}

fn sources(
    root: &Path,
    names: &str,
    number: usize,
    package: &[usize],
    modules: &[Module],
    support: &str,
) -> Result<(), Failure> {
    let folder = root.join(format!("{names}{number}")).join("src");
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
        if let Some(program) = &module.program {
            // Its lines stay where they are.
            let program = format!(
                "{program}\nuse super::{name} as types;\n\n\
                 pub(super) fn run() -> super::Ending {{\n    main()\n}}\n"
            );
            write(&folder.join(format!("use_{name}.rs")), &program)?;
            let _ = writeln!(main, "#[path = \"use_{name}.rs\"]\nmod {name}_used;");
            let _ = writeln!(arms, "        \"use {name}\" => used({name}_used::run),");
        }
        let _ = if module.borrowed {
            writeln!(arms, "        \"{name}\" => both!(text, {name}, Root),")
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

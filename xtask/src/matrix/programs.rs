//! Modules → compiled programs.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use isoschema::config::Config;

use super::module::{Module, name};
use super::settings::{Common, PROGRAMS, Settings};
use crate::Failure;
use crate::programs::RUNNER;
use crate::programs::compile::{self, write};

/// How often modules that do not compile are set aside.
const ROUNDS: usize = 8;

/// How much of what the compiler says of one module is kept.
const MOST_FAULTS: usize = 4;

/// A derive that any type can have.
const NOOP: &str = "//! A derive that derives nothing.\n\n#[proc_macro_derive(Noop)]\n\
    pub fn noop(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n    \
    proc_macro::TokenStream::new()\n}\n";

/// The program of this number, once it is built.
pub(crate) fn path(work: &Path, program: usize) -> PathBuf {
    compile::program(
        &root(work, PROGRAMS[program].extremes),
        &format!("program{program}"),
    )
}

/// The workspace of the programs that `serde_json`'s features are on or off for.
fn root(work: &Path, extremes: bool) -> PathBuf {
    work.join(if extremes { "extremes" } else { "plain" })
}

/// Compiles all modules. What the compiler says of one, be it a warning, is a
/// fault; a module that does not compile is in no program.
pub(crate) fn build(work: &Path, modules: &mut [Module]) -> Result<(), Failure> {
    for extremes in [false, true] {
        let programs: Vec<usize> = (0..PROGRAMS.len())
            .filter(|&program| PROGRAMS[program].extremes == extremes)
            .filter(|&program| modules.iter().any(|module| module.program == program))
            .collect();
        if !programs.is_empty() {
            workspace(work, extremes, &programs, modules)?;
        }
    }
    Ok(())
}

/// Compiles the programs that `serde_json`'s features are on or off for:
/// they are the same in a whole workspace.
fn workspace(
    work: &Path,
    extremes: bool,
    programs: &[usize],
    modules: &mut [Module],
) -> Result<(), Failure> {
    let root = root(work, extremes);
    let members: Vec<String> = programs
        .iter()
        .map(|program| format!("\"program{program}\""))
        .collect();
    compile::workspace(
        &root,
        &format!(
            "[workspace]\nresolver = \"3\"\nmembers = [\"noop\", {}]\n\n\
             [profile.dev]\ndebug = false\nincremental = false\n",
            members.join(", ")
        ),
    )?;
    write(
        &root.join("noop/Cargo.toml"),
        "[package]\nname = \"noop\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\nproc-macro = true\n",
    )?;
    write(&root.join("noop/src/lib.rs"), NOOP)?;
    for _ in 0..ROUNDS {
        for &program in programs {
            sources(&root.join(format!("program{program}")), program, modules)?;
        }
        let (built, messages) = compile::build(&root, programs.len())?;
        // Those that are not set aside are compiled, and warned of, again.
        for module in modules
            .iter_mut()
            .filter(|module| programs.contains(&module.program))
        {
            if module.compiles {
                module.faults.clear();
            }
        }
        for message in messages {
            let place = message.module().and_then(|number| place(modules, number));
            match place.and_then(|place| modules.get_mut(place)) {
                Some(module) => {
                    module.compiles &= !message.error;
                    if module.faults.len() < MOST_FAULTS {
                        module.faults.push(message.text);
                    }
                }
                // Of the shared support.
                // The shared support, or the program around it all.
                None => return Err(format!("outside of all modules: {}", message.text).into()),
            }
        }
        if built {
            return Ok(());
        }
    }
    Err(format!("modules still do not compile after {ROUNDS} rounds").into())
}

/// Where the module of a number is; they are sorted.
fn place(modules: &[Module], number: usize) -> Option<usize> {
    modules
        .binary_search_by_key(&number, |module| module.number)
        .ok()
}

fn manifest(program: usize, common: &Common) -> String {
    let features = if common.extremes {
        ", \"arbitrary_precision\", \"preserve_order\", \"raw_value\", \"unbounded_depth\""
    } else {
        ""
    };
    let (default, schemars) = if common.schemars {
        let indexmap = if common.maps == "IndexMap" {
            ", \"indexmap2\""
        } else {
            ""
        };
        (
            "default = [\"schemars\"]\n",
            format!(
                "schemars = {{ version = \"1\", default-features = false, features = [\"derive\", \"std\"{indexmap}] }}\n"
            ),
        )
    } else {
        ("", String::new())
    };
    let maps = if common.maps == "IndexMap" {
        "indexmap = { version = \"2\", features = [\"serde\"] }\n"
    } else {
        ""
    };
    let dates = match common.dates {
        "jiff" => "jiff = { version = \"1\", default-features = false, features = [\"std\"] }\n",
        "chrono" => {
            "chrono = { version = \"0.4.45\", default-features = false, features = [\"std\"] }\n"
        }
        "time" => {
            "time = { version = \"0.3.55\", default-features = false, features = [\"formatting\", \"parsing\"] }\n"
        }
        _ => "",
    };
    let mut wanted = vec!["patterns", "formats"];
    wanted.extend(
        ["chrono", "jiff", "time"]
            .into_iter()
            .filter(|it| *it == common.dates),
    );
    wanted.extend((common.maps == "IndexMap").then_some("indexmap"));
    wanted.extend(common.schemars.then_some("schemars"));
    let runtime = format!(
        "isoschema-runtime = {{ path = '{}', features = {wanted:?} }}\n",
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../runtime")
            .display()
    );
    format!(
        "[package]\nname = \"program{program}\"\nversion = \"0.0.0\"\nedition = \"{}\"\n\n\
         [features]\nschemars = []\n{default}\n[dependencies]\nnoop = {{ path = \"../noop\" }}\n{dates}{maps}{runtime}{schemars}\
         regress = \"0.12\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"{features}] }}\n",
        common.edition
    )
}

/// Writes a library with all modules of a program, and the program.
fn sources(folder: &Path, program: usize, modules: &[Module]) -> Result<(), Failure> {
    let common = &PROGRAMS[program];
    write(&folder.join("Cargo.toml"), &manifest(program, common))?;
    let mut library = String::from(RUNNER);
    let (mut asks, mut arms) = (String::new(), String::new());
    for module in modules {
        if module.program != program || !module.compiles {
            continue;
        }
        for (path, text) in &module.files {
            write(&folder.join("src").join(path), text)?;
        }
        let name = name(module.number);
        let _ = writeln!(library, "pub mod {name};");
        let _ = writeln!(asks, "    pub mod {name};");
        let _ = writeln!(
            arms,
            "        Some((\"{name}\", root)) => asks::{name}::tried(root, text),"
        );
        // In a file of its own, so that it is known whom to blame.
        let ask = folder.join(format!("src/asks/{name}.rs"));
        write(&ask, &asked(module, &name))?;
    }
    let configuration = Config::parse("isoschema.toml", &Settings::default().toml(common))
        .map_err(|problems| problems.render())?;
    let support = isoschema::emit::support(common.schemars.then_some("schemars"), &configuration);
    let _ = write!(
        library,
        "\nmod asks {{\n{asks}}}\n\n\
         fn tried(module: &str, text: Option<&str>) -> Answer {{\n    match module.split_once('.') {{\n{arms}        \
         _ => Answer::Unknown,\n    }}\n}}\n\n{support}"
    );
    write(&folder.join("src/lib.rs"), &library)?;
    write(
        &folder.join("src/main.rs"),
        &format!("fn main() {{\n    program{program}::main();\n}}\n"),
    )
}

/// What gives documents to the types of a module.
fn asked(module: &Module, name: &str) -> String {
    let mut arms = String::new();
    for (index, root) in module.roots.iter().enumerate() {
        let rust = &root.rust;
        let _ = if root.borrowed {
            writeln!(arms, "        \"{index}\" => both!(text, {name}, {rust}),")
        } else {
            writeln!(
                arms,
                "        \"{index}\" => attempt(text, {name}::{rust}::from_json),"
            )
        };
    }
    format!(
        "use crate::*;\n\npub fn tried(root: &str, text: Option<&str>) -> Answer {{\n    match root {{\n{arms}        \
         _ => Answer::Unknown,\n    }}\n}}\n"
    )
}

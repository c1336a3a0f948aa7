//! `schemas/` → the types that documents are tried against, and their table.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use isoschema::Generator;
use isoschema::config::Support;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=schemas");
    // What is pasted has no scanner.
    let generator = Generator::new().schemas("schemas").support(Support::Crate);
    let generated = match generator.generate() {
        Ok(generated) => generated,
        Err(problems) => {
            eprintln!("{}", problems.render());
            return ExitCode::FAILURE;
        }
    };
    let mut table = String::from("const SUBJECTS: &[Entry] = &[\n");
    for root in &generated.report.roots {
        let name = root.schema.trim_end_matches(".json");
        let _ = writeln!(table, "    entry!({name:?}, {}),", root.rust);
    }
    table.push_str("];\n");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let written = std::fs::write(folder.join("types.rs"), generated.text)
        .and_then(|()| std::fs::write(folder.join("subjects.rs"), table));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

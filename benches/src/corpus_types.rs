//! Corpora → their types, and a function that goes through them.

use std::fmt::Write as _;
use std::path::Path;

use isoschema::Generator;
use isoschema::config::Support;

/// Where the corpora are: a folder each, with `schema.json` and `documents.jsonl`.
const FOLDER: &str = "ISOSCHEMA_CORPORA";

/// Writes `corpora.rs`, and a file for each corpus; none where the variable is not set.
///
/// # Errors
///
/// Corpora that cannot be read, or schemas that cannot be generated from.
pub(crate) fn write(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed={FOLDER}");
    let mut modules = String::new();
    let mut visits = String::new();
    for folder in folders()? {
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = name.ok_or("a corpus has a name")?;
        let module = name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        let schema = folder.join("schema.json");
        println!("cargo::rerun-if-changed={}", schema.display());
        let generator = Generator::new().schema(&schema).root_name("Root");
        let generated = generator.support(Support::Crate).generate();
        let generated = generated.map_err(|problems| problems.render())?;
        let file = out.join(format!("corpus_{module}.rs"));
        std::fs::write(&file, generated.text)?;
        let literal = |path: &Path| format!("{:?}", path.display().to_string());
        writeln!(modules, "mod {module} {{ include!({}); }}", literal(&file))?;
        let (schema, documents) = (literal(&schema), literal(&folder.join("documents.jsonl")));
        writeln!(
            visits,
            "visitor.visit({name:?}, {schema}, {documents}, {module}::Root::from_json_slice);"
        )?;
    }
    let text = format!("{modules}\nfn visit_all(visitor: &mut impl Visit) {{ {visits} }}\n");
    std::fs::write(out.join("corpora.rs"), text)?;
    Ok(())
}

fn folders() -> Result<Vec<std::path::PathBuf>, std::io::Error> {
    let Some(corpora) = std::env::var_os(FOLDER) else {
        return Ok(Vec::new());
    };
    let entries = std::fs::read_dir(corpora)?.map(|entry| entry.map(|entry| entry.path()));
    let mut folders = entries.collect::<Result<Vec<_>, _>>()?;
    folders.retain(|folder| folder.join("documents.jsonl").is_file());
    folders.sort();
    Ok(folders)
}

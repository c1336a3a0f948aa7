//! A program of many generated modules that is asked about documents.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use isoschema::config::Config;

use crate::common::{cargo, folder, succeeded};

const MANIFEST: &str = r#"[package]
name = "bounds-asked"
version = "0.0.0"
edition = "2024"

[dependencies]
regress = "0.12"
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1.0.154", features = ["float_roundtrip"] }

[profile.dev]
debug = false

[workspace]
"#;

/// Reads a file of lines `MODULE DOCUMENT`; prints what each is written back
/// as, or an empty line.
const MAIN: &str = r#"#![deny(warnings)]

fn tried<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> Option<String> {
    let value: T = serde_json::from_str(text).ok()?;
    serde_json::to_string(&value).ok()
}

fn main() {
    let lines = std::fs::read_to_string("documents.txt").expect("the documents");
    for line in lines.lines() {
        let (module, text) = line.split_once(' ').expect("a module and a document");
        println!("{}", answer(module, text).unwrap_or_default());
    }
}
"#;

pub(crate) struct Program {
    modules: Vec<String>,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self {
            modules: Vec::new(),
        }
    }

    /// Adds a module whose root type is `Root`.
    pub(crate) fn add(&mut self, text: &str) {
        self.modules.push(text.to_owned());
    }

    /// Compiles the program, and asks each module about its documents: what
    /// each is written back as, where it is taken.
    pub(crate) fn answers(
        &self,
        documents: &[Vec<String>],
    ) -> Result<Vec<Vec<Option<String>>>, Box<dyn Error>> {
        let out = folder("bounds")?;
        fs::create_dir_all(out.join("src"))?;
        fs::write(out.join("Cargo.toml"), MANIFEST)?;
        let (mut declared, mut arms, mut asked) = (String::new(), String::new(), String::new());
        for (index, module) in self.modules.iter().enumerate() {
            fs::write(out.join(format!("src/m{index}.rs")), module)?;
            let _ = writeln!(declared, "pub mod m{index};");
            let _ = writeln!(
                arms,
                "        \"{index}\" => tried::<bounds_asked::m{index}::Root>(text),"
            );
            for document in &documents[index] {
                let _ = writeln!(asked, "{index} {document}");
            }
        }
        declared.push_str(&isoschema::emit::support(None, &Config::new()));
        fs::write(
            out.join("src/lib.rs"),
            format!("#![deny(warnings)]\n{declared}"),
        )?;
        let answer = format!(
            "{MAIN}\nfn answer(module: &str, text: &str) -> Option<String> {{\n    match module {{\n{arms}        \
             _ => None,\n    }}\n}}\n"
        );
        fs::write(out.join("src/main.rs"), answer)?;
        fs::write(out.join("documents.txt"), asked)?;
        let shown = succeeded(&cargo(&out, &["run", "--quiet", "--color=never"])?);
        let mut lines = shown.lines();
        documents
            .iter()
            .map(|documents| {
                let answers = documents.iter().map(|_| {
                    let line = lines.next().ok_or("an answer is missing")?;
                    Ok((!line.is_empty()).then(|| line.to_owned()))
                });
                answers.collect()
            })
            .collect()
    }
}

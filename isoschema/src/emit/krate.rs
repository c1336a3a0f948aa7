//! Module text → the files of a stand-alone crate.
//!
//! The crate brings its schemas, its proof and all that `cargo test` needs;
//! nothing in it leads back to this engine.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::licence;
use super::manifest::{NameError, manifest, rust_name};
use super::parts::{CrateParts, FRONT, RootType};
use super::proof;
use crate::emit::head::MARK;
use crate::words::is_hidden;

/// The files of the crate by their paths in it, for
/// [`write_tree`](crate::write::write_tree).
///
/// # Errors
///
/// A name that cargo refuses or that one of the crate's dependencies has.
pub fn crate_files(parts: &CrateParts<'_>) -> Result<Vec<(PathBuf, String)>, NameError> {
    let library = rust_name(parts.name)?;
    let mut files = vec![
        (
            "Cargo.toml".into(),
            manifest(parts.name, parts.module, parts.package),
        ),
        ("README.md".into(), readme(parts, &library)),
        ("CHANGELOG.md".into(), parts.changelog.to_owned()),
        (".gitignore".into(), "/target\n".to_owned()),
        (
            ".gitattributes".into(),
            "/src/** linguist-generated\n".to_owned(),
        ),
    ];
    files.extend(sources(parts));
    files.extend(
        licence::texts(parts.package)
            .into_iter()
            .map(|(path, text)| (path.into(), text)),
    );
    files.extend(
        proof::files(&library, parts)
            .into_iter()
            .map(|(path, text)| (path.into(), text)),
    );
    files.extend(
        parts
            .schemas
            .iter()
            .map(|file| (format!("schemas/{}", file.path).into(), file.text.clone())),
    );
    Ok(files)
}

/// What is in `src`.
fn sources(parts: &CrateParts<'_>) -> Vec<(PathBuf, String)> {
    let mut files: Vec<(PathBuf, String)> = parts
        .sources
        .iter()
        .map(|(path, text)| (path.clone(), opened(path, marked(text))))
        .collect();
    let front = front(parts.name);
    match files.first_mut() {
        Some((path, text)) if *path == Path::new(FRONT) => text.insert_str(0, &front),
        _ => files.insert(
            0,
            (
                FRONT.into(),
                format!("{front}#[rustfmt::skip]\nmod types;\n\npub use types::*;\n"),
            ),
        ),
    }
    files
}

/// A file that says what it is: the front does so by itself.
fn opened(path: &Path, text: String) -> String {
    if path == Path::new(FRONT) || text.starts_with("//!") {
        text
    } else {
        format!("//! The types of the schemas.\n{text}")
    }
}

/// The module with the mark in its head.
fn marked(module: &str) -> String {
    let mut head = module.lines().take_while(|line| line.starts_with("//"));
    if head.any(|line| line.contains(MARK)) {
        module.to_owned()
    } else {
        format!("// {MARK}\n{module}")
    }
}

fn front(name: &str) -> String {
    format!(
        "// {MARK}: the front of `{name}`.\n\
         #![doc = include_str!(\"../README.md\")]\n\
         #![forbid(unsafe_code)]\n\
         \n"
    )
}

fn readme(parts: &CrateParts<'_>, library: &str) -> String {
    let mut text = format!(
        "<!-- {MARK} -->\n\
         # {name}\n\
         \n\
         {description}\
         Rust types for the JSON Schemas in `schemas/`. Reading a document into its type succeeds\n\
         exactly when the document is valid against the schema, and writing gives an equal document\n\
         back: unknown members, nulls and the digits of numbers included.\n",
        name = parts.name,
        description = parts
            .package
            .description
            .as_ref()
            .map_or_else(String::new, |text| format!("{}\n\n", paragraph(text))),
    );
    let own = |root: &&RootType| !root.rust.contains("::");
    // What only defines others is no example of a document.
    let own: Vec<&RootType> = parts.roots.iter().filter(own).collect();
    let example = own.iter().find(|root| root.speaks);
    if let Some(root) = example.or(own.first()) {
        let _ = write!(
            text,
            "\n\
             ```rust,no_run\n\
             # fn main() -> Result<(), Box<dyn std::error::Error>> {{\n\
             let text = std::fs::read_to_string(\"document.json\")?;\n\
             let document: {library}::{ty} = serde_json::from_str(&text)?;\n\
             println!(\"{{}}\", serde_json::to_string_pretty(&document)?);\n\
             # Ok(())\n\
             # }}\n\
             ```\n\
             \n\
             | schema | type |\n\
             |---|---|\n",
            ty = root.rust,
        );
        for root in parts.roots {
            let _ = writeln!(text, "| {} | `{}` |", cell(&root.schema), root.rust);
        }
    }
    text.push_str(
        "\n\
         ## The proof\n\
         \n\
         `cargo test` compares, for every schema, the schema that is derived from its type with the\n\
         schema itself, in both directions, and tries drawn documents, valid and faulty ones, against\n\
         an independent validator.\n",
    );
    if parts.roots.iter().any(|root| root.weakened) {
        text.push_str(
            "\nThese types hold something for which an option of the generator weakens a promise\n\
             (numbers as doubles, a type from elsewhere). They are not part of it:\n\n",
        );
        for root in parts.roots.iter().filter(|root| root.weakened) {
            let _ = writeln!(text, "- `{}`", root.rust);
        }
    }
    text.push_str(
        "\n\
         ## Features\n\
         \n\
         - `schemars`: the types implement `schemars::JsonSchema` (schemars 1).\n",
    );
    if let Some(license) = &parts.package.license {
        let _ = write!(text, "\n## Licence\n\n{}\n", cell(license));
    }
    text
}

/// A description as one paragraph that is nothing but text.
fn paragraph(text: &str) -> String {
    crate::enforce::prose(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A file name as a table cell that cannot be mistaken for markup.
fn cell(name: &str) -> String {
    let mut cell = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            letter if letter.is_alphanumeric() || matches!(letter, ' ' | '.' | '/') => {
                cell.push(letter);
            }
            letter if letter.is_ascii_punctuation() => cell.extend(['\\', letter]),
            letter if is_hidden(letter) => {
                let _ = write!(cell, "{}", letter.escape_unicode());
            }
            letter => cell.push(letter),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    //! The files that a crate is made of.

    use super::*;
    use crate::config::package::Package;
    use crate::config::settings::Formats;
    use crate::emit::parts::{SchemaFile, TYPES};

    #[test]
    fn a_crate_has_its_files() -> Result<(), NameError> {
        let schemas = [SchemaFile {
            path: "inner/a.json".to_owned(),
            text: "true".to_owned(),
        }];
        let roots = [RootType {
            schema: "inner/a.json".to_owned(),
            rust: "A".to_owned(),
            weakened: false,
            borrowed: false,
            speaks: true,
        }];
        let files = crate_files(&CrateParts {
            name: "a-b",
            module: "pub struct A;\n",
            sources: &[(TYPES.into(), "pub struct A;\n".to_owned())],
            schemas: &schemas,
            roots: &roots,
            formats: &Formats::Named(vec!["date".to_owned()]),
            content: false,
            undecided: &[],
            package: &Package::default(),
            changelog: "",
        })?;
        let text = |path: &str| {
            let path = PathBuf::from(path);
            files
                .iter()
                .find_map(|file| (file.0 == path).then_some(file.1.as_str()))
                .unwrap_or_default()
        };
        assert_eq!(text("schemas/inner/a.json"), "true");
        assert!(text("src/types.rs").ends_with("\npub struct A;\n"));
        assert!(text("src/types.rs").contains(MARK));
        assert!(text("README.md").contains("let document: a_b::A ="));
        let proof = text("tests/proof.rs");
        assert!(proof.contains("subject!(\"inner/a\", A),"));
        assert!(proof.contains("    formats: kit::Formats::Named(&[\"date\"]),\n"));
        assert!(text("README.md").contains("| inner/a.json | `A` |"));
        Ok(())
    }

    #[test]
    fn a_file_name_stays_text() {
        assert_eq!(cell("a|b`c<d>"), "a\\|b\\`c\\<d\\>");
        assert_eq!(cell("a\nb"), "a\\u{a}b");
    }

    #[test]
    fn a_marked_module_is_not_marked_again() {
        let module = format!("// {MARK} from x\n");
        assert_eq!(marked(&module), module);
    }
}

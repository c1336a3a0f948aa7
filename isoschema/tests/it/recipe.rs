//! The recipe of `CONTRIBUTING.md` for a keyword, followed to the letter: one
//! file, a line in the table and one in `keywords/mod.rs`, in a copy of the
//! engine.

use std::fs;
use std::io;
use std::path::Path;

use crate::common::{cargo, folder, succeeded};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// Puts a line behind another one.
fn insert(path: &Path, before: &str, line: &str) -> io::Result<()> {
    let text = fs::read_to_string(path)?;
    assert_eq!(
        text.matches(before).count(),
        1,
        "{before:?} of {}",
        path.display()
    );
    fs::write(path, text.replace(before, &format!("{before}{line}")))
}

#[test]
fn a_keyword_is_one_file_and_the_table() -> Result<(), Box<dyn std::error::Error>> {
    let recipe = fs::read_to_string(Path::new(HERE).join("../CONTRIBUTING.md"))?;
    for said in ["keywords/table.rs", "keywords/mod.rs", "keywords/NAME.rs"] {
        assert!(
            recipe.contains(said),
            "the recipe no longer speaks of {said}"
        );
    }
    let root = folder("recipe")?;
    let engine = root.join("isoschema");
    for part in ["src", "proof", "docs", "../runtime/src"] {
        copy(&Path::new(HERE).join(part), &engine.join(part))?;
    }
    for file in [
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "../runtime/README.md",
    ] {
        fs::copy(Path::new(HERE).join(file), engine.join(file))?;
    }
    // Without what only its own tests and commands need.
    for file in ["Cargo.toml", "../runtime/Cargo.toml"] {
        let manifest = fs::read_to_string(Path::new(HERE).join(file))?;
        let (manifest, _) = manifest.split_once("[dev-dependencies]").ok_or("tests")?;
        fs::write(engine.join(file), manifest)?;
    }
    let workspace = fs::read_to_string(Path::new(HERE).join("../Cargo.toml"))?;
    let (_, shared) = workspace
        .split_once("[workspace.package]")
        .ok_or("shared")?;
    let (shared, _) = shared
        .split_once("[workspace.lints")
        .unwrap_or((shared, ""));
    fs::write(
        root.join("Cargo.toml"),
        format!(
            "[workspace]\nresolver = \"3\"\nmembers = [\"isoschema\", \"use\"]\n\
             [workspace.package]{shared}"
        ),
    )?;

    let keywords = engine.join("src/keywords");
    let keyword = Path::new(HERE).join("tests/it/recipe/min_words.rs.txt");
    fs::copy(keyword, keywords.join("min_words.rs"))?;
    insert(
        &keywords.join("mod.rs"),
        "pub mod length;\n",
        "pub mod min_words;\n",
    )?;
    let table = keywords.join("table.rs");
    insert(
        &table,
        "use super::length::Length;\n",
        "use super::min_words::MinWords;\n",
    )?;
    insert(&table, "    Length,\n", "    MinWords,\n")?;

    let user = root.join("use");
    fs::create_dir_all(user.join("src"))?;
    for (file, path) in [("build.rs.txt", "build.rs"), ("main.rs.txt", "src/main.rs")] {
        fs::copy(
            Path::new(HERE).join("tests/it/recipe").join(file),
            user.join(path),
        )?;
    }
    fs::write(
        user.join("Cargo.toml"),
        "[package]\nname = \"recipe-use\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [dependencies]\nisoschema-runtime = { path = \"../runtime\" }\nserde = { version = \"1\", features = [\"derive\"] }\n\
         serde_json = \"1\"\n[build-dependencies]\nisoschema = { path = \"../isoschema\" }\n",
    )?;
    succeeded(&cargo(&root, &["run", "--quiet", "-p", "recipe-use"])?);
    Ok(())
}

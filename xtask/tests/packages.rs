//! What the packages are made of: licences, sources and banned crates by
//! `deny.toml`, and what a registry wants to know of each.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What cargo says of every package of the lock file.
fn packages() -> Vec<Value> {
    let said = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--all-features",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let metadata: Value = serde_json::from_slice(&said.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

fn deny() -> toml::Table {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    text.parse().expect("TOML")
}

/// The texts of a list.
fn texts(list: &toml::Value, of: impl Fn(&toml::Value) -> Option<&str>) -> BTreeSet<String> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|it| of(it).expect("a text").to_owned())
        .collect()
}

/// Whether licences that are allowed are enough for an expression.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let lax = spdx::ParseMode::LAX;
    spdx::Expression::parse_mode(expression, lax).is_ok_and(|expression| {
        expression.evaluate(|licence| {
            let id = licence.license.id();
            licence.exception.is_none() && id.is_some_and(|id| allowed.contains(id.name))
        })
    })
}

#[test]
fn licences_and_sources_are_those_of_the_policy() {
    let policy = deny();
    let allowed = texts(&policy["licenses"]["allow"], toml::Value::as_str);
    let banned = texts(&policy["bans"]["deny"], |it| it["crate"].as_str());
    let mut used = BTreeSet::new();
    for package in packages() {
        let name = package["name"].as_str().expect("a name");
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(licence, &allowed), "{name} is under {licence:?}");
        assert!(!banned.contains(name), "{name} is banned");
        let source = package["source"].as_str();
        assert!(
            source.is_none_or(
                |it| it.starts_with("registry+https://github.com/rust-lang/crates.io-index")
            ),
            "{name} is from {source:?}"
        );
        used.extend(
            allowed
                .iter()
                .filter(|it| licence.contains(it.as_str()))
                .cloned(),
        );
    }
    assert_eq!(used, allowed, "a licence that nothing is under");
}

#[test]
fn a_licence_that_is_not_allowed_is_seen() {
    let allowed = BTreeSet::from(["MIT".to_owned(), "ISC".to_owned()]);
    for (expression, fits) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 AND ISC", false),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("GPL-3.0-only", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), fits, "{expression:?}");
    }
}

/// What is published says what it is, and depends on no version alone but typify's.
#[test]
fn published_packages_are_described() {
    let mut published = 0;
    for package in packages() {
        let is_own = package["source"].is_null();
        if !is_own || package["publish"].as_array().is_some_and(Vec::is_empty) {
            continue;
        }
        published += 1;
        let name = package["name"].as_str().expect("a name");
        for field in [
            "description",
            "license",
            "readme",
            "documentation",
            "rust_version",
        ] {
            assert!(package[field].is_string(), "{name}: no {field}");
        }
        for field in ["keywords", "categories"] {
            let count = package[field].as_array().map_or(0, Vec::len);
            assert!((1..=5).contains(&count), "{name}: {count} {field}");
        }
        // A list leaves out on purpose what changes types.
        let docs = &package["metadata"]["docs"]["rs"];
        let says = docs["all-features"] == true || docs["features"].is_array();
        assert!(says, "{name}: its pages lack features");
        for dependency in package["dependencies"].as_array().expect("a list") {
            let exact = dependency["req"]
                .as_str()
                .is_some_and(|it| it.starts_with('='));
            assert!(
                !exact || dependency["name"] == "typify",
                "{name}: an exact version of {} clashes with its user's",
                dependency["name"]
            );
        }
    }
    assert_eq!(published, 4);
}

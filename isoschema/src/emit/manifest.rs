//! Name and module text → `Cargo.toml`.

use std::fmt::Write as _;

use super::runtime::OF_TYPES;
use crate::config::package::Package;
use crate::emit::head::MARK;
use crate::formats::ready::{NEEDED, Needed, READY};

/// Why a crate cannot have a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// Not letters, digits, `-` and `_` behind a letter.
    #[error(
        "`{0}` is not a crate name: it needs a letter first, then letters, digits, `-` and `_` (ASCII), up to 64"
    )]
    Form(String),
    /// Rust or cargo keeps the name for itself, or a dependency has it.
    #[error("`{0}` cannot be a crate name here: Rust, cargo or a dependency of the crate has it")]
    Taken(String),
}

/// Names that cargo refuses, and those of the crate's own dependencies.
const TAKEN: &[&str] = &[
    "alloc",
    "build",
    "chrono",
    "core",
    "deps",
    "email_address",
    "examples",
    "fastrand",
    "incremental",
    "indexmap",
    "isoschema_runtime",
    "jiff",
    "jsonschema",
    "proc_macro",
    "regress",
    "schemars",
    "serde",
    "serde_json",
    "std",
    "test",
    "time",
    "url",
    "uuid",
    // Device names of Windows, which cargo refuses as folders.
    "aux",
    "con",
    "nul",
    "prn",
];

/// The libraries that dates are converted with: what names them in a module,
/// the crate, and what the manifest says of it.
const DATES: &[(&str, &str, &str)] = &[
    (
        "::chrono::NaiveDate",
        "chrono",
        "{ version = \"0.4.45\", default-features = false, features = [\"std\"] }",
    ),
    (
        "::jiff::Timestamp",
        "jiff",
        "{ version = \"1\", default-features = false, features = [\"std\"] }",
    ),
    (
        "::time::OffsetDateTime",
        "time",
        "{ version = \"0.3.55\", default-features = false, features = [\"formatting\", \"parsing\"] }",
    ),
];

/// Whether texts of a format are read as a type of a crate.
pub(super) fn is_used(needed: &Needed, module: &str) -> bool {
    let mut types = READY.iter().filter(|ready| {
        let rest = ready.path.strip_prefix(needed.name);
        rest.is_some_and(|rest| rest.starts_with("::"))
    });
    types.any(|ready| module.contains(&format!("::{}", ready.path)))
}

/// The library's name in Rust code: `my-crate` is `my_crate`.
///
/// # Errors
///
/// What is wrong with the package's name.
pub(super) fn rust_name(package: &str) -> Result<String, NameError> {
    let form = package.starts_with(|first: char| first.is_ascii_alphabetic())
        && package.len() <= 64
        && package
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !form {
        return Err(NameError::Form(package.to_owned()));
    }
    let name = package.replace('-', "_");
    // Parsing as an identifier fails for just the keywords among such names.
    if TAKEN.contains(&name.to_ascii_lowercase().as_str())
        || syn::parse_str::<syn::Ident>(&name).is_err()
    {
        return Err(NameError::Taken(package.to_owned()));
    }
    Ok(name)
}

/// The manifest. The tests turn on the `schemars` feature through the crate's
/// dependency on itself, so that a plain `cargo test` proves the types.
pub(super) fn manifest(package: &str, module: &str, about: &Package) -> String {
    let uses = |path: &str, entry: &'static str| if module.contains(path) { entry } else { "" };
    let regress = uses("::regress::", "regress = \"0.12\"\n");
    let indexmap = uses(
        "::indexmap::",
        "indexmap = { version = \"2\", features = [\"serde\"] }\n",
    );
    let digits = uses("::EVERY_DIGIT", ", \"arbitrary_precision\"");
    let schemars = uses("::indexmap::", ", \"indexmap2\"");
    let mut more = String::new();
    let mut added = Vec::new();
    let of_formats = NEEDED.iter().filter(|needed| is_used(needed, module));
    let of_formats = of_formats.map(|needed| (needed.name, needed.entry));
    let of_dates = DATES.iter().filter(|(path, ..)| module.contains(path));
    for (name, value) in of_formats.chain(of_dates.map(|(_, name, value)| (*name, *value))) {
        if !about.dependencies.contains_key(name) && !added.contains(&name) {
            let _ = writeln!(more, "{name} = {value}");
            added.push(name);
        }
    }
    let runtime = runtime(module);
    let (runtime_schemars, runtime) = match &runtime {
        Some(entry) => (", \"isoschema-runtime/schemars\"", entry.as_str()),
        None => ("", ""),
    };
    for (name, value) in &about.dependencies {
        let _ = writeln!(more, "{} = {value}", key(name));
    }
    format!(
        "# {MARK}\n\
         [package]\n\
         name = \"{package}\"\n\
         version = {version}\n\
         edition = \"2024\"\n\
         rust-version = \"1.88\"\n\
         {data}\
         readme = \"README.md\"\n\
         include = [\"/CHANGELOG.md\", \"/LICENSE-*\", \"/README.md\", \"/schemas\", \"/src\", \"/tests\"]\n\
         \n\
         # The crate stands alone, also inside another workspace's folder.\n\
         [workspace]\n\
         \n\
         [features]\n\
         # The types implement `schemars::JsonSchema`.\n\
         schemars = [\"dep:schemars\"{runtime_schemars}]\n\
         \n\
         [dependencies]\n\
         {indexmap}\
         {runtime}\
         {regress}\
         schemars = {{ version = \"1\", default-features = false, features = [\"derive\", \"std\"{schemars}], optional = true }}\n\
         serde = \"1\"\n\
         serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"{digits}] }}\n\
         {more}\
         \n\
         [dev-dependencies]\n\
         {package} = {{ path = \".\", features = [\"schemars\"] }}\n\
         fastrand = \"2\"\n\
         jsonschema = {{ version = \"=0.61.2\", default-features = false }}\n\
         regress = \"0.12\"\n",
        version = quoted(about.version()),
        data = data(about),
    )
}

/// The entry of the runtime, where the module's first line asks for it.
fn runtime(module: &str) -> Option<String> {
    let (_, asked) = module
        .lines()
        .find_map(|line| line.split_once(" as support; // isoschema-runtime "))?;
    let mut words = asked.split([',', ' ']).filter(|word| !word.is_empty());
    let version = quoted(words.next()?);
    // Behind `feature` or `features`.
    let mut features: Vec<String> = words.skip(1).map(quoted).collect();
    for line in module.lines() {
        let Some((_, feature)) = line.split_once(OF_TYPES) else {
            continue;
        };
        let feature = quoted(feature.split(' ').next().unwrap_or_default());
        if !features.contains(&feature) {
            features.push(feature);
        }
    }
    let features = features.join(", ");
    Some(format!(
        "isoschema-runtime = {{ version = {version}, features = [{features}] }}\n"
    ))
}

/// The manifest's entries that say what the crate is.
fn data(about: &Package) -> String {
    let general = "Exact Rust types for the JSON Schemas in schemas/.";
    let description = about.description.as_deref().unwrap_or(general);
    let mut out = format!("description = {}\n", quoted(description));
    for (key, value) in [
        ("license", &about.license),
        ("repository", &about.repository),
        ("homepage", &about.homepage),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
    }
    for (key, values) in [
        ("authors", &about.authors),
        ("keywords", &about.keywords),
        ("categories", &about.categories),
    ] {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            let _ = writeln!(out, "{key} = [{}]", values.join(", "));
        }
    }
    out
}

/// A text as TOML has it: as in JSON, but for one letter that JSON leaves as it is.
fn quoted(text: &str) -> String {
    let text = serde_json::Value::from(text).to_string();
    text.replace('\u{7f}', "\\u007f")
}

/// A dependency's key, bare where it can be.
fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

#[cfg(test)]
mod tests {
    //! Names that work, names that do not, and what a manifest depends on.

    use super::*;

    #[test]
    fn the_runtime_has_the_features_that_are_asked_for() {
        let asked = "pub use x as support; // isoschema-runtime 0.1.0, features patterns, jiff\n";
        assert_eq!(
            runtime(asked).as_deref(),
            Some(
                "isoschema-runtime = { version = \"0.1.0\", features = [\"patterns\", \"jiff\"] }\n"
            )
        );
        assert_eq!(runtime("pub mod support {}"), None);
        let plain = manifest("a", &asked[..50], &Package::default());
        assert!(plain.contains("schemars = [\"dep:schemars\", \"isoschema-runtime/schemars\"]\n"));
    }

    #[test]
    fn names() {
        assert_eq!(rust_name("my-crate_2").as_deref(), Ok("my_crate_2"));
        for name in ["", "1a", "a b", "é", "a\"", "_", "a/b"] {
            assert_eq!(rust_name(name), Err(NameError::Form(name.to_owned())));
        }
        for name in ["serde", "serde-json", "fn", "Test", "async"] {
            assert_eq!(rust_name(name), Err(NameError::Taken(name.to_owned())));
        }
    }

    #[test]
    fn texts_of_any_letters() {
        let text: String = ('\0'..='\u{a0}')
            .chain("\u{2028}é\u{feff}🦀".chars())
            .collect();
        let quoted = quoted(&text);
        let read = toml::de::DeValue::parse(&quoted).expect("a value");
        assert_eq!(read.get_ref().as_str(), Some(&*text));
    }

    #[test]
    fn a_pattern_needs_the_regex_crate() {
        // The tests read patterns in any case.
        let has = |module: &str| -> Vec<bool> {
            let manifest = manifest("a", module, &Package::default());
            manifest
                .split("[dev-dependencies]")
                .map(|it| it.contains("\nregress = "))
                .collect()
        };
        assert_eq!(has("::regress::Regex"), [true, true]);
        assert_eq!(has("Regex"), [false, true]);
    }

    #[test]
    fn a_map_in_order_needs_its_crate() {
        let plain = manifest("a", "BTreeMap", &Package::default());
        assert!(!plain.contains("indexmap"), "{plain}");
        let ordered = manifest("a", "::indexmap::IndexMap", &Package::default());
        assert!(ordered.contains("\nindexmap = "), "{ordered}");
        assert!(ordered.contains("\"std\", \"indexmap2\"]"), "{ordered}");
    }

    #[test]
    fn dates_need_their_library() {
        let mut package = Package::default();
        let module = "::jiff::Timestamp";
        assert!(manifest("a", module, &package).contains("\njiff = { version = \"1\","));
        // What the configuration says of it comes first.
        package
            .dependencies
            .insert("jiff".to_owned(), "\"1.2\"".to_owned());
        let manifest = manifest("a", module, &package);
        assert_eq!(manifest.matches("\njiff = ").count(), 1);
        assert!(manifest.contains("\njiff = \"1.2\"\n"));
    }
}

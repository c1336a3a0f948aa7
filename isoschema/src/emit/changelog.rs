//! An earlier emission and the new one → `CHANGELOG.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::config::settings::Config;
use crate::emit::head::MARK;
use crate::read;
use crate::words::counted;
use crate::write::tree::{is_marked, listed};

use super::parts::SchemaFile;

/// What an earlier run wrote into a folder.
#[derive(Debug, Default)]
struct Earlier {
    version: String,
    schemas: BTreeMap<String, String>,
    changelog: String,
}

/// The changelog of the crate that replaces what is in the folder. The same
/// schemas again leave it as it is. No file of more bytes than `limit` is read.
pub(super) fn changelog(
    folder: &Path,
    limit: u64,
    schemas: &[SchemaFile],
    config: &Config,
) -> String {
    let version = config.package.version();
    let heading = format!("## {version}");
    let Some(earlier) = earlier(folder, limit) else {
        let count = counted(schemas.len(), "schema");
        return format!("{}{heading}\n\nThe first version, of {count}.\n", head());
    };
    let new: BTreeMap<String, String> = schemas
        .iter()
        .map(|file| (file.path.clone(), file.text.clone()))
        .collect();
    let known = earlier.changelog.lines().any(|line| line == heading);
    let changed = new != earlier.schemas;
    if known && !changed {
        return earlier.changelog;
    }
    let entry = if changed {
        entry(&earlier, &new, config)
    } else {
        "The schemas are those of the version before.\n".to_owned()
    };
    let older = earlier.changelog.strip_prefix(&head());
    let older = older.unwrap_or(&earlier.changelog);
    if known {
        // One version that is emitted again and again has one heading.
        let rest = older.strip_prefix(&heading).unwrap_or(older).trim_start();
        return format!("{}{heading}\n\n{entry}\n{rest}", head());
    }
    format!("{}{heading}\n\n{entry}\n{older}", head())
}

fn head() -> String {
    format!(
        "<!-- {MARK}; what a new run finds here, it keeps -->\n\
         # Changelog\n\
         \n"
    )
}

/// What is in the folder, if an earlier run wrote it.
fn earlier(folder: &Path, limit: u64) -> Option<Earlier> {
    let manifest = folder.join("Cargo.toml");
    if !is_marked(&manifest).ok()? {
        return None;
    }
    let text = read::text(manifest, read::LIMIT).ok()?;
    let table = toml::de::DeTable::parse(&text).ok()?;
    let package = table.get_ref().get("package")?.get_ref();
    let version = package.get("version")?.get_ref().as_str()?.to_owned();
    let mut schemas = BTreeMap::new();
    let text = |path: &str| {
        let bytes = read::inside(folder, path, limit).ok()?;
        String::from_utf8(bytes).ok()
    };
    for path in listed(folder).ok()? {
        if let Some(name) = path.strip_prefix("schemas/")
            && let Some(text) = text(&path)
        {
            schemas.insert(name.to_owned(), text);
        }
    }
    let changelog = text("CHANGELOG.md").unwrap_or_default();
    Some(Earlier {
        version,
        schemas,
        changelog,
    })
}

/// What is different.
fn entry(earlier: &Earlier, new: &BTreeMap<String, String>, config: &Config) -> String {
    #[cfg(feature = "compare")]
    if let Some(text) = compared(earlier, new, config) {
        return text;
    }
    let _ = config;
    let mut out = format!("Against {}:\n\n", earlier.version);
    for (path, text) in new {
        match earlier.schemas.get(path) {
            None => _ = writeln!(out, "- `{path}` is new"),
            Some(old) if old != text => _ = writeln!(out, "- `{path}` has changed"),
            Some(_) => {}
        }
    }
    for path in earlier.schemas.keys() {
        if !new.contains_key(path) {
            let _ = writeln!(out, "- `{path}` is gone");
        }
    }
    out
}

/// What is different, by meaning.
#[cfg(feature = "compare")]
fn compared(earlier: &Earlier, new: &BTreeMap<String, String>, config: &Config) -> Option<String> {
    use crate::diff::{Audience, Side, diff};
    use crate::load::Source;

    // The texts are corrected and opened already.
    let mut config = config.clone();
    config.overlays.clear();
    config.open_enums.clear();
    let side = |label: &str, texts: &BTreeMap<String, String>| {
        let open = |config: &Config| {
            let source = Source::texts(texts.clone());
            Side::of(label.to_owned(), &source, config).ok()
        };
        // A place that has a name may be on one side alone.
        open(&config).or_else(|| {
            let mut config = config.clone();
            config.names.clear();
            config.types.replaced.clear();
            open(&config)
        })
    };
    let old = side(&earlier.version, &earlier.schemas)?;
    let new = side(config.package.version(), new)?;
    let mut found = diff(&old, &new, Audience::Everyone);
    // Who reads of a release has nothing to do before it.
    found.next.clear();
    let text = found.to_markdown();
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.lines() {
        if line.starts_with("##") {
            out.push('#');
        }
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

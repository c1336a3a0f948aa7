//! Payloads as they were probably meant → files in a folder of their own.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use isoschema::payload::Corrected;
use isoschema::read;
use isoschema::write::write_if_changed;

use crate::Failure;

/// Writes each file that something was corrected in, whole, into a folder that
/// is empty or not there: what was checked stays as it is.
pub(crate) fn write(folder: &Path, payloads: &[Corrected], limit: u64) -> Result<usize, Failure> {
    is_free(folder)?;
    let mut files: BTreeMap<&str, Vec<&Corrected>> = BTreeMap::new();
    for payload in payloads {
        files.entry(payload.file()).or_default().push(payload);
    }
    let mut texts: BTreeMap<PathBuf, String> = BTreeMap::new();
    for (file, payloads) in files {
        let text = match &payloads[..] {
            [alone] if alone.line.is_none() => alone.to_text(),
            lines => with_lines(file, lines, limit)?,
        };
        let is_lines = payloads.iter().any(|it| it.line.is_some());
        let name = name(Path::new(file), is_lines);
        if texts.insert(name.clone(), text).is_some() {
            return Err(format!("two payloads would be written as {}", name.display()).into());
        }
    }
    for (name, text) in &texts {
        let path = folder.join(name);
        let failed = |error| format!("{}: cannot be written: {error}", path.display());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(failed)?;
        }
        write_if_changed(&path, text).map_err(failed)?;
    }
    Ok(texts.len())
}

/// Whether nothing is in the folder.
pub(crate) fn is_free(folder: &Path) -> Result<(), Failure> {
    let shown = folder.display();
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!(
            "{shown}: corrected payloads are written into a folder of their own, and this one is not empty"
        )
        .into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(format!("{shown}: {error}").into()),
    }
}

/// The text of a file of JSON Lines with some of them corrected; of standard
/// input, which is gone, and of a stream of YAML, only these.
fn with_lines(file: &str, corrected: &[&Corrected], limit: u64) -> Result<String, Failure> {
    let mut lines: BTreeMap<usize, String> = BTreeMap::new();
    if is_lines(Path::new(file)) {
        let text =
            read::text(Path::new(file), limit).map_err(|error| format!("{file}: {error}"))?;
        lines.extend((1..).zip(text.lines().map(str::to_owned)));
    }
    for payload in corrected {
        lines.insert(payload.line.unwrap_or_default(), payload.to_line());
    }
    Ok(lines.into_values().map(|line| line + "\n").collect())
}

/// Whether a file is JSON Lines, by its name.
fn is_lines(file: &Path) -> bool {
    let own = file.extension();
    own.is_some_and(|own| {
        ["jsonl", "ndjson"]
            .iter()
            .any(|it| own.eq_ignore_ascii_case(it))
    })
}

/// The name in the folder: the path from where the command runs on. What was in
/// another format is JSON.
fn name(file: &Path, is_lines: bool) -> PathBuf {
    let ending = if is_lines { "jsonl" } else { "json" };
    if file == Path::new("-") {
        return PathBuf::from("input").with_extension(ending);
    }
    let parts = file.components();
    let parts = parts.filter(|part| matches!(part, Component::Normal(_)));
    let name: PathBuf = parts.collect();
    if !is_lines
        && name
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("json"))
        || self::is_lines(&name)
    {
        return name;
    }
    let mut whole = name.into_os_string();
    whole.push(".");
    whole.push(ending);
    whole.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_the_folder() {
        for (file, is_lines, expected) in [
            ("-", false, "input.json"),
            ("-", true, "input.jsonl"),
            ("../seen/a.json", false, "seen/a.json"),
            ("/var/a.ndjson", true, "var/a.ndjson"),
            ("a.yaml", false, "a.yaml.json"),
            ("a", false, "a.json"),
        ] {
            assert_eq!(
                name(Path::new(file), is_lines),
                Path::new(expected),
                "{file}"
            );
        }
    }
}

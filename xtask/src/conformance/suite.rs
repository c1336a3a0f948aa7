//! The suite's folder → groups.

use std::fs;
use std::path::{Path, PathBuf};

use isoschema::load::{Json, parse_text};
use isoschema::read;
use isoschema::resolve::Draft;

use crate::Failure;
use crate::cli::Conformance;

/// The URL of the suite's `remotes/`.
pub(crate) const REMOTES: &str = "http://localhost:1234/";

/// The suite's folders.
pub(crate) const DRAFTS: [(&str, Draft); 5] = [
    ("draft4", Draft::Draft4),
    ("draft6", Draft::Draft6),
    ("draft7", Draft::Draft7),
    ("draft2019-09", Draft::Draft2019),
    ("draft2020-12", Draft::Draft2020),
];

/// A schema and its tests.
pub(crate) struct Group {
    /// The name of the draft's folder.
    pub(crate) draft_name: &'static str,
    /// The draft of a schema that does not name its own.
    pub(crate) draft: Draft,
    /// The file below the draft's folder, without its ending.
    pub(crate) keyword: String,
    /// What the suite calls it.
    pub(crate) description: String,
    /// The schema as it is written.
    pub(crate) schema: String,
    pub(crate) tests: Vec<Test>,
    /// The folder of the documents at [`REMOTES`].
    pub(crate) remotes: PathBuf,
    /// For one of the project's own cases: its folder.
    pub(crate) own: Option<PathBuf>,
    /// The program that uses its types, where it has one.
    pub(crate) program: Option<String>,
}

/// A document and whether it is valid.
pub(crate) struct Test {
    pub(crate) description: String,
    /// The document as it is written.
    pub(crate) data: String,
    pub(crate) valid: bool,
}

impl Group {
    /// Whether the suite leaves it to implementations.
    pub(crate) fn is_optional(&self) -> bool {
        self.keyword.starts_with("optional/")
    }

    /// Whether `format` is to be asserted.
    pub(crate) fn asserts_formats(&self) -> bool {
        let own = self.own.as_ref();
        self.keyword.starts_with("optional/format/")
            || own.is_some_and(|own| own.join("isoschema.toml").is_file())
    }

    /// Whether `contentEncoding` and `contentMediaType` are to be asserted.
    pub(crate) fn asserts_content(&self) -> bool {
        self.keyword == "optional/content"
    }

    /// Whether numbers need every digit.
    pub(crate) fn needs_digits(&self) -> bool {
        matches!(
            self.keyword.as_str(),
            "optional/bignum" | "optional/float-overflow"
        )
    }
}

/// The groups that the flags select.
pub(crate) fn read(suite: &Path, command: &Conformance) -> Result<Vec<Group>, Failure> {
    let mut groups = Vec::new();
    let remotes = suite.join("remotes");
    for (name, draft) in DRAFTS {
        if !command.drafts.is_empty() && !command.drafts.contains(&draft) {
            continue;
        }
        let folder = suite.join("tests").join(name);
        for (keyword, path) in files(&folder, command.optional)? {
            let last = keyword.rsplit('/').next().unwrap_or_default();
            let selected = command.keywords.is_empty()
                || command
                    .keywords
                    .iter()
                    .any(|one| *one == keyword || one == last);
            if selected {
                add(name, draft, &keyword, &path, &remotes, &mut groups)?;
            }
        }
    }
    Ok(groups)
}

/// The files below a folder, by their names without the ending.
fn files(folder: &Path, optional: bool) -> Result<Vec<(String, PathBuf)>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        let entries = fs::read_dir(&folder)
            .map_err(|error| format!("{}: cannot be read: {error}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else {
                continue;
            };
            let name = format!("{prefix}{stem}");
            if path.is_dir() {
                if optional {
                    open.push((name + "/", path));
                }
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push((name, path));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn add(
    draft_name: &'static str,
    draft: Draft,
    keyword: &str,
    path: &Path,
    remotes: &Path,
    groups: &mut Vec<Group>,
) -> Result<(), Failure> {
    let shown = path.display();
    let text = read::text(path, read::LIMIT)
        .map_err(|error| format!("{shown}: cannot be read: {error}"))?;
    let (json, _) = parse_text(&shown.to_string(), &text).map_err(|error| error.to_string())?;
    let form = || format!("{shown}: not a file of the suite");
    for group in json.as_array().ok_or_else(form)? {
        let mut tests = Vec::new();
        for test in group
            .get("tests")
            .and_then(Json::as_array)
            .ok_or_else(form)?
        {
            tests.push(Test {
                description: name_of(test),
                data: raw(test.get("data").ok_or_else(form)?, &text),
                valid: test.get("valid").and_then(Json::as_bool).ok_or_else(form)?,
            });
        }
        groups.push(Group {
            draft_name,
            draft,
            keyword: keyword.to_owned(),
            description: name_of(group),
            schema: raw(group.get("schema").ok_or_else(form)?, &text),
            tests,
            remotes: remotes.to_owned(),
            own: None,
            program: None,
        });
    }
    Ok(())
}

fn name_of(json: &Json) -> String {
    let name = json.get("description").and_then(Json::as_str);
    name.unwrap_or_default().to_owned()
}

/// A value as it is written.
pub(crate) fn raw(json: &Json, text: &str) -> String {
    text[json.span.start..json.span.end].to_owned()
}

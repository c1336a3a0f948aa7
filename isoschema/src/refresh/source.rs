//! Where schemas are fetched from, and one schema from there.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::address::fill;
use super::client::{Answer, Client, Received};
use super::failure::Failure;
use super::lock::Locked;
use super::references::is_name;
use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::read;

/// Where schemas are fetched from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A URL for each schema, made from a template with `{name}`.
    Web(String),
    /// A folder with `NAME.json`.
    Folder(PathBuf),
    /// One OpenAPI document, at a URL or in a file.
    OpenApi(String),
}

impl Source {
    /// What the configuration says, or what stands in its place.
    pub(super) fn settle(
        config: &Config,
        schemas: &Path,
        from: Option<&str>,
    ) -> Result<Self, Diagnostics> {
        let upstream = config.upstream();
        match (from, &upstream.base, &upstream.openapi) {
            (Some(from), _, Some(openapi)) => {
                let file = openapi.rsplit('/').next().unwrap_or(openapi);
                let folder = from.ends_with('/') || Path::new(from).is_dir();
                let slash = if from.ends_with('/') { "" } else { "/" };
                Ok(Self::OpenApi(if folder {
                    format!("{from}{slash}{file}")
                } else {
                    from.to_owned()
                }))
            }
            (Some(from), _, None) if is_url(from) && from.contains("{name}") => {
                Ok(Self::Web(from.to_owned()))
            }
            (Some(from), _, None) if is_url(from) => Ok(Self::Web(format!(
                "{}/{{name}}.json",
                from.trim_end_matches('/')
            ))),
            (Some(from), _, None) => Ok(Self::Folder(PathBuf::from(from))),
            (None, Some(base), None) => Ok(Self::Web(base.clone())),
            (None, None, Some(openapi)) if is_url(openapi) => Ok(Self::OpenApi(openapi.clone())),
            (None, None, Some(openapi)) => {
                let path = schemas.join(openapi);
                Ok(Self::OpenApi(path.display().to_string()))
            }
            (None, base, _) => {
                let reason = if base.is_some() {
                    "`[upstream]` has both `base` and `openapi`"
                } else {
                    "nothing says where the schemas are published"
                };
                let shown = config
                    .path()
                    .map_or_else(|| schemas.join("isoschema.toml"), Path::to_path_buf);
                let shown = shown.display().to_string();
                Err(Diagnostic::of_file(Kind::Configuration, shown, reason)
                    .help("`[upstream]` needs `base`, a URL with `{name}`, and `roots`; or `openapi`, the URL of a document")
                    .into())
            }
        }
    }

    /// The template of the URLs.
    pub(super) fn template(&self) -> Option<&str> {
        match self {
            Self::Web(template) => Some(template),
            _ => None,
        }
    }

    /// Where one schema is.
    pub(super) fn place(&self, name: &str) -> String {
        match self {
            Self::Web(template) => fill(template, name),
            Self::Folder(folder) => folder.join(format!("{name}.json")).display().to_string(),
            Self::OpenApi(place) => place.clone(),
        }
    }

    /// The schemas to begin with: those that the configuration names, or, in
    /// a folder, all.
    pub(super) fn roots(&self, config: &Config) -> Result<Vec<String>, Diagnostics> {
        let roots = &config.upstream().roots;
        let wrong = |reason: String, help: &str| {
            let shown = config.path().map_or_else(
                || "isoschema.toml".to_owned(),
                |path| path.display().to_string(),
            );
            Err(Diagnostics::from(
                Diagnostic::of_file(Kind::Configuration, shown, reason).help(help),
            ))
        };
        if let Some(name) = roots.iter().find(|name| !is_name(name)) {
            let reason = format!("the root `{name}` cannot be the name of a file");
            return wrong(reason, "a root is named as its file without `.json`");
        }
        match self {
            Self::Folder(folder) if roots.is_empty() => list(folder),
            Self::Web(_) if roots.is_empty() => wrong(
                "`[upstream]` has no `roots`: nothing says which schemas to fetch".to_owned(),
                "list the schemas to begin with; what they refer to comes with them",
            ),
            _ => Ok(roots.clone()),
        }
    }
}

/// What stands at a URL or in a file.
pub(super) fn fetch(
    client: &Client,
    place: &str,
    known: Option<&Locked>,
    tell: &mut dyn FnMut(&str, Duration),
) -> Result<Answer, Failure> {
    if is_url(place) {
        return client.get(place, known, tell);
    }
    let failed = |reason: String, missing: bool| Failure {
        reason,
        help: None,
        hopeless: false,
        missing,
    };
    match read::bytes(place, client.policy.max_size) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Answer::Document(Received {
                text,
                etag: None,
                last_modified: None,
            })),
            Err(_) => Err(failed("it is not UTF-8".to_owned(), false)),
        },
        Err(error) => {
            let missing = error.kind() == std::io::ErrorKind::NotFound;
            Err(failed(format!("cannot be read: {error}"), missing))
        }
    }
}

pub(super) fn is_url(place: &str) -> bool {
    place.contains("://")
}

/// The names of all `*.json` in a folder.
fn list(folder: &Path) -> Result<Vec<String>, Diagnostics> {
    let wrong = |reason: String| {
        let shown = folder.display().to_string();
        Diagnostics::from(Diagnostic::of_file(Kind::File, shown, reason))
    };
    let entries = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .map_err(|error| wrong(format!("this folder cannot be read: {error}")))?;
    let mut names: Vec<String> = entries
        .iter()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .filter(|name| is_name(name))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(wrong("there is no `*.json` file in this folder".to_owned()));
    }
    Ok(names)
}

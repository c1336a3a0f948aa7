//! One loaded document, and all of them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

pub use super::format::Format;
use super::json::Json;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::text::Text;
use crate::overlay::correction::Correction;

/// Where a document comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is one of the schemas that types are generated for.
    Schemas,
    /// A reference led to it, in the schemas folder.
    Folder,
    /// A reference led to it, in a folder that stands for a URL.
    Remote,
    /// A meta-schema that is built in.
    BuiltIn,
}

/// One document.
#[derive(Debug)]
pub struct Document {
    /// The path relative to the schemas folder, `/`-separated; for other
    /// origins a URL.
    pub path: Arc<str>,
    /// The path without `.json`, `.yaml` or `.yml`: for a file of the folder itself, its
    /// stem.
    pub name: String,
    /// The URI that relative references start from where no `$id` says
    /// otherwise.
    pub uri: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What it holds, or what it is a part of.
    pub format: Format,
    /// Whether it is a part of another document, of that format, which refers to it.
    pub is_part: bool,
    /// Its text.
    pub text: Arc<Text>,
    /// Its value, corrected.
    pub json: Json,
    /// The corrections that were applied to it.
    pub corrections: Vec<Correction>,
}

impl Document {
    /// A document that one of the format `by` refers to, if any.
    pub(crate) fn new(
        path: &str,
        uri: String,
        origin: Origin,
        text: Arc<Text>,
        json: Json,
        by: Format,
    ) -> Self {
        let own = Format::of(path, &json);
        // What is split off speaks as what it is split off from.
        let is_part =
            own == Format::Schema && by != Format::Schema && json.get("$schema").is_none();
        let format = if is_part { by } else { own };
        Self {
            path: path.into(),
            name: stem(path).to_owned(),
            uri,
            origin,
            format,
            is_part,
            text,
            json,
            corrections: Vec::new(),
        }
    }

    /// Whether it is read from its root on as a schema: the schemas of others have their places.
    #[must_use]
    pub fn is_schema(&self) -> bool {
        self.format == Format::Schema || self.is_part
    }
}

/// Whether a file of a folder is a schema, or another document with schemas, by the end of its name.
///
/// ```
/// use std::path::Path;
/// assert!(isoschema::load::is_listed(Path::new("schemas/order.json")));
/// assert!(!isoschema::load::is_listed(Path::new("schemas/isoschema.toml")));
/// ```
#[must_use]
pub fn is_listed(path: &Path) -> bool {
    let endings: &[&str] = if cfg!(feature = "yaml") {
        &["json", "yaml", "yml"]
    } else {
        &["json"]
    };
    path.extension()
        .is_some_and(|own| endings.iter().any(|it| own.eq_ignore_ascii_case(it)))
}

/// A path without the ending of a schema's file.
pub(crate) fn stem(path: &str) -> &str {
    let endings = [".json", ".jsonc", ".jsonl", ".ndjson", ".yaml", ".yml"];
    let stems = endings.iter().find_map(|ending| path.strip_suffix(ending));
    stems.unwrap_or(path)
}

/// Every document that a run has read: first the schemas in the order of
/// their paths, then what references led to, in the order in which they did.
#[derive(Debug, Default, Clone)]
pub struct Documents {
    list: Vec<Arc<Document>>,
    paths: HashMap<Arc<str>, usize>,
}

impl Documents {
    /// The documents in order.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.list.iter().map(AsRef::as_ref)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The document at an index.
    #[must_use]
    pub fn get(&self, index: usize) -> &Arc<Document> {
        &self.list[index]
    }

    /// The same, to be changed, as long as nothing else holds it.
    pub(crate) fn get_mut(&mut self, index: usize) -> Option<&mut Document> {
        self.list.get_mut(index).and_then(Arc::get_mut)
    }

    /// The document with a path, as [`Location`](crate::rules::location::Location)
    /// gives it.
    #[must_use]
    pub fn by_path(&self, path: &str) -> Option<&Document> {
        let index = self.paths.get(path)?;
        self.list.get(*index).map(AsRef::as_ref)
    }

    /// Gives a diagnostic that names a document and a JSON Pointer its place in
    /// the text: that of the pointer, or of the nearest value around it.
    pub(crate) fn place(&self, diagnostic: Diagnostic) -> Diagnostic {
        let Some(pointer) = diagnostic
            .pointer
            .as_deref()
            .filter(|_| diagnostic.line == 0)
        else {
            return diagnostic;
        };
        let Some(document) = self.by_path(&diagnostic.document) else {
            return diagnostic;
        };
        let mut at = pointer;
        let json = loop {
            match (document.json.pointer(at), at.rfind('/')) {
                (Some(json), _) => break json,
                (None, Some(end)) => at = &at[..end],
                (None, None) => return diagnostic,
            }
        };
        let (kind, reason) = (diagnostic.kind, diagnostic.reason.clone());
        let located = Diagnostic::at(kind, &document.text, json.span, reason);
        Diagnostic {
            severity: diagnostic.severity,
            pointer: diagnostic.pointer,
            lint: diagnostic.lint,
            help: diagnostic.help,
            ..located
        }
    }

    pub(crate) fn push(&mut self, document: Document) -> usize {
        let index = self.list.len();
        self.paths
            .entry(Arc::clone(&document.path))
            .or_insert(index);
        self.list.push(Arc::new(document));
        index
    }
}

//! One loaded document, and all of them.

use std::collections::HashMap;
use std::sync::Arc;

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

/// What a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One schema.
    Schema,
    /// An OpenAPI 3.0 document, its schemas under `components.schemas`.
    OpenApi30,
    /// An OpenAPI 3.1 document, its schemas under `components.schemas`.
    OpenApi31,
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
    /// What it holds.
    pub format: Format,
    /// Its text.
    pub text: Arc<Text>,
    /// Its value, corrected.
    pub json: Json,
    /// The corrections that were applied to it.
    pub corrections: Vec<Correction>,
}

impl Document {
    pub(crate) fn new(
        path: &str,
        uri: String,
        origin: Origin,
        text: Arc<Text>,
        json: Json,
    ) -> Self {
        let version = json.get("openapi").and_then(Json::as_str);
        let format = match version {
            Some(version) if version.starts_with("3.0") => Format::OpenApi30,
            Some(version) if version.starts_with("3.") => Format::OpenApi31,
            _ => Format::Schema,
        };
        Self {
            path: path.into(),
            name: stem(path).to_owned(),
            uri,
            origin,
            format,
            text,
            json,
            corrections: Vec::new(),
        }
    }
}

/// A path without the ending of a schema's file.
pub(crate) fn stem(path: &str) -> &str {
    let endings = [".json", ".jsonc", ".yaml", ".yml"];
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

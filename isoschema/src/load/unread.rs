//! What is wrong with files that nothing has asked for yet.

use indexmap::IndexMap;

use crate::diagnostics::{Collector, Diagnostic};

/// Files of the schemas folder that were read only since a reference may name
/// the `$id` of any of them: what is wrong with one matters to nobody until
/// something refers to it.
#[derive(Debug, Default)]
pub(super) struct Unread {
    /// The path of each file and what was found, by the file's URI.
    files: IndexMap<String, (String, Collector)>,
}

impl Unread {
    /// Keeps what was found of a file.
    pub(super) fn keep(&mut self, uri: String, path: String, found: Collector) {
        self.files.insert(uri, (path, found));
    }

    /// Reports it, since something refers to the file; gives the path where it
    /// is reported for the first time.
    pub(super) fn report(&mut self, uri: &str, problems: &mut Collector) -> Option<String> {
        let (path, found) = self.files.swap_remove(uri)?;
        problems.append(found);
        Some(path)
    }

    /// Reports the file that could not be read and holds one of these texts in
    /// quotes; gives its path.
    pub(super) fn with(&mut self, texts: [&str; 2], problems: &mut Collector) -> Option<String> {
        let texts = texts.map(|text| format!("\"{text}\""));
        let holds = |problem: &Diagnostic| {
            let text = problem.text.as_ref();
            text.is_some_and(|text| texts.iter().any(|it| text.content().contains(it)))
        };
        let found = self.files.iter().find(|(_, (_, found))| {
            let first = found.errors().first();
            first.is_some_and(holds)
        });
        let uri = found.map(|(uri, _)| uri.clone())?;
        self.report(&uri, problems)
    }

    /// The files that could not be read.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files
            .values()
            .filter(|(_, found)| !found.is_empty())
            .map(|(path, _)| path.as_str())
    }
}

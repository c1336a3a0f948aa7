//! Reads the schemas of a [`Source`], then what references ask for.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{Document, Documents, Format, Origin};
use super::folder::{Folder, Listing, Search};
use super::format::is_lines;
use super::json::Json;
use super::repeated::{Repeated, RepeatedMembers};
use super::source::Roots;
use super::source::Source;
use super::unread::Unread;
use super::{meta, parse};
use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::uri;
use crate::overlay::set::Overlays;
use crate::read;

/// What became of a request for a document.
#[derive(Debug)]
pub enum Fetched {
    /// The document at this index of [`Loader::documents`].
    Found(usize),
    /// There is none; the path that was looked for.
    Missing(String),
    /// It is outside of what may be read.
    Outside,
    /// It is there and could not be read, which is reported: its path, where
    /// this is the first request for it.
    Broken(Option<String>),
}

/// The documents of a run and the folders that more may come from.
#[derive(Debug)]
pub struct Loader {
    /// What has been read so far.
    pub documents: Documents,
    /// What was wrong so far.
    pub problems: Collector,
    folder: Option<Folder>,
    remotes: Vec<(String, Folder)>,
    known: HashMap<String, Option<usize>>,
    read: BTreeSet<PathBuf>,
    whole: bool,
    /// Where the schemas stand in the one document, by [`Source::at`].
    pub(crate) at: Option<String>,
    overlays: Overlays,
    repeated: RepeatedMembers,
    unread: Unread,
    limit: u64,
    /// What refers to the document that is read.
    by: Format,
}

impl Loader {
    /// Reads the schemas that types are generated for. What is wrong with
    /// them is in [`Loader::problems`].
    #[must_use]
    pub fn new(source: &Source) -> Self {
        Self::with(source, Overlays::default(), RepeatedMembers::default())
    }

    /// Reads as [`Loader::new`] does, and corrects what it reads by these
    /// corrections and by those of the schemas folder.
    pub(crate) fn with(source: &Source, overlays: Overlays, repeated: RepeatedMembers) -> Self {
        let mut loader = Self {
            documents: Documents::default(),
            problems: Collector::default(),
            folder: None,
            remotes: Vec::new(),
            known: HashMap::new(),
            read: BTreeSet::new(),
            whole: false,
            at: source.at.clone(),
            overlays,
            repeated,
            unread: Unread::default(),
            limit: source.limit(),
            by: Format::Schema,
        };
        loader.folder = source.folder.as_deref().and_then(|path| loader.open(path));
        if let (Some(path), Some(_)) = (&source.folder, &loader.folder) {
            let read = loader.overlays.read_folder(path, &mut loader.problems);
            loader.read.extend(read);
        }
        if let (None, true, Roots::File(path)) = (&source.folder, source.beside, &source.roots) {
            let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
            // Where there is no such folder, the file cannot be read either.
            loader.folder = Folder::open(parent.unwrap_or(Path::new("."))).ok();
            loader.whole = true;
        }
        for (url, path) in &source.remotes {
            if let Some(folder) = loader.open(path) {
                loader.remotes.push((url.clone(), folder));
            }
        }
        match &source.roots {
            Roots::Folder => {
                loader.list(Origin::Schemas);
                if let Some(folder) = &loader.folder
                    && loader.documents.is_empty()
                    && loader.problems.is_empty()
                {
                    let shown = folder.shown.display().to_string();
                    let reason = "there is no `*.json` or `*.yaml` file in this folder";
                    let diagnostic = Diagnostic::of_file(Kind::File, shown, reason);
                    loader
                        .problems
                        .push(diagnostic.help("put the schemas here"));
                }
            }
            Roots::File(path) => {
                let inside = loader.folder.as_ref().and_then(|f| f.relative(path));
                let own = path.file_name().and_then(|name| name.to_str());
                let name = inside.or(own.map(str::to_owned)).unwrap_or_default();
                loader.file(&name, path, uri::of_path(&name), Origin::Schemas);
            }
            Roots::Texts(texts) => {
                let mut texts: Vec<_> = texts.iter().collect();
                texts.sort();
                for (name, content) in texts {
                    let text = Arc::new(Text::new(name.as_str(), content.clone()));
                    loader.text(name, text, uri::of_path(name), Origin::Schemas);
                }
            }
        }
        if loader.whole || loader.folder.is_none() {
            let Self {
                overlays,
                documents,
                problems,
                ..
            } = &mut loader;
            overlays.report_unmet(documents, problems);
        }
        loader
    }

    /// The document under a URI without a fragment, which one of a format refers to.
    pub(crate) fn fetch_for(&mut self, uri: &str, by: Format) -> Fetched {
        self.by = by;
        let fetched = self.fetch(uri);
        self.by = Format::Schema;
        fetched
    }

    /// Reads a document that one of a format may refer to; gives whether there is one. What is wrong with it
    /// is kept until something does.
    pub(crate) fn look_ahead(&mut self, uri: &str, by: Format) -> bool {
        if let Some(known) = self.known.get(uri) {
            return known.is_some();
        }
        let before = std::mem::take(&mut self.problems);
        let fetched = self.fetch_for(uri, by);
        let found = std::mem::replace(&mut self.problems, before);
        let path = match &fetched {
            Fetched::Found(index) => Some(self.documents.get(*index).path.to_string()),
            Fetched::Broken(path) => path.clone(),
            Fetched::Missing(_) | Fetched::Outside => None,
        };
        if let Some(path) = path {
            self.unread.keep(uri.to_owned(), path, found);
        }
        matches!(fetched, Fetched::Found(_))
    }

    /// The document under a URI without a fragment.
    pub fn fetch(&mut self, uri: &str) -> Fetched {
        if let Some(known) = self.known.get(uri) {
            return match known {
                Some(index) => Fetched::Found(*index),
                None => Fetched::Broken(self.unread.report(uri, &mut self.problems)),
            };
        }
        if let Some(path) = uri::to_path(uri) {
            let Some(folder) = &self.folder else {
                return Fetched::Missing(path);
            };
            return match folder.find(&path) {
                Search::File(file) => self.file(&path, &file, uri.to_owned(), Origin::Folder),
                Search::Missing => Fetched::Missing(folder.shown.join(path).display().to_string()),
                Search::Outside => Fetched::Outside,
            };
        }
        if uri.starts_with("file:") {
            return Fetched::Outside;
        }
        if let Some(content) = meta::text(uri) {
            let text = Arc::new(Text::new(uri, content));
            return self.text(uri, text, uri.to_owned(), Origin::BuiltIn);
        }
        let mut looked_for = meta::left_out(uri).unwrap_or_else(|| uri.to_owned());
        for (base, folder) in &self.remotes {
            let Some(rest) = uri.strip_prefix(base.as_str()) else {
                continue;
            };
            let path = uri::decode(rest.split('?').next().unwrap_or(rest));
            match folder.find(&path) {
                Search::File(file) => {
                    return self.file(uri, &file, uri.to_owned(), Origin::Remote);
                }
                Search::Outside => return Fetched::Outside,
                Search::Missing => looked_for = folder.shown.join(path).display().to_string(),
            }
        }
        Fetched::Missing(looked_for)
    }

    /// Reads the rest of the schemas folder, since a reference may name the
    /// `$id` of any file there. What is wrong with a file is kept until
    /// something refers to it. Gives whether there was more to read.
    pub fn fetch_whole_folder(&mut self) -> bool {
        if self.whole || self.folder.is_none() {
            return false;
        }
        let before = self.documents.len();
        self.list(Origin::Folder);
        self.documents.len() > before
    }

    /// Reports what is wrong with a document of the folder, since something
    /// refers to it.
    pub(crate) fn met(&mut self, index: usize) {
        let document = Arc::clone(self.documents.get(index));
        self.unread.report(&document.uri, &mut self.problems);
    }

    /// The file that could not be read and holds one of these texts in quotes,
    /// as its `$id` it may be; what is wrong with it is reported.
    pub(crate) fn unread_with(&mut self, texts: [&str; 2]) -> Option<String> {
        self.unread.with(texts, &mut self.problems)
    }

    /// The files of the folder that could not be read, as far as nothing is
    /// reported of them.
    pub(crate) fn unread(&self) -> impl Iterator<Item = &str> {
        self.unread.paths()
    }

    /// The names of the files in the folder of a document, for suggestions.
    #[must_use]
    pub fn beside(&self, document: &Document) -> Vec<String> {
        let directory = document.path.rsplit_once('/').map_or("", |(dir, _)| dir);
        let same = |other: &&Document| {
            let own = other.path.rsplit_once('/').map_or("", |(dir, _)| dir);
            own == directory && matches!(other.origin, Origin::Schemas | Origin::Folder)
        };
        let name = |other: &Document| other.path.rsplit('/').next().unwrap_or("").to_owned();
        let read = self.documents.iter().filter(same).map(name);
        let there = self.folder.iter().flat_map(|it| it.names(directory));
        read.chain(there).collect()
    }

    /// Every file and folder that was read, sorted.
    #[must_use]
    pub fn read(&self) -> Vec<PathBuf> {
        self.read.iter().cloned().collect()
    }

    fn open(&mut self, path: &Path) -> Option<Folder> {
        match Folder::open(path) {
            Ok(folder) => Some(folder),
            Err(error) => {
                let reason = format!("this folder cannot be read: {error}");
                let shown = path.display().to_string();
                self.problems
                    .push(Diagnostic::of_file(Kind::File, shown, reason));
                None
            }
        }
    }

    fn list(&mut self, origin: Origin) {
        self.whole = true;
        let Some(folder) = &self.folder else { return };
        let listing = folder.list();
        self.read.extend(listing.folders.iter().cloned());
        if origin == Origin::Schemas {
            self.refused(&listing);
        }
        for (name, path) in listing.files {
            let uri = uri::of_path(&name);
            if !self.known.contains_key(&uri) {
                let apart = (origin == Origin::Folder).then(|| std::mem::take(&mut self.problems));
                self.file(&name, &path, uri.clone(), origin);
                if let Some(before) = apart {
                    let found = std::mem::replace(&mut self.problems, before);
                    self.unread.keep(uri, path.display().to_string(), found);
                }
            }
        }
    }

    /// What was met in the folder and cannot be a schema.
    fn refused(&mut self, listing: &Listing) {
        for link in &listing.outside {
            let reason = "this link leads out of the schemas folder";
            let shown = link.display().to_string();
            let diagnostic = Diagnostic::of_file(Kind::Outside, shown, reason);
            self.problems
                .push(diagnostic.help("copy the file into the folder, or remove the link"));
        }
        for (path, error) in &listing.failed {
            self.problems.push(read::unreadable(path, error));
        }
    }

    fn file(&mut self, name: &str, path: &Path, uri: String, origin: Origin) -> Fetched {
        self.read.insert(path.to_owned());
        let shown = path.display().to_string();
        let bytes = match read::bytes(path, self.limit) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.problems.push(read::unreadable(path, &error));
                return self.broken(uri, shown);
            }
        };
        match String::from_utf8(bytes) {
            Ok(content) => {
                let text = Arc::new(Text::new(shown, content));
                self.text(name, text, uri, origin)
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let text = Arc::new(Text::new(shown.as_str(), lossy));
                let span = Span::new(at, at + '\u{fffd}'.len_utf8());
                let reason = "not UTF-8: this byte does not belong to a character";
                let diagnostic = Diagnostic::at(Kind::Syntax, &text, span, reason);
                self.problems
                    .push(diagnostic.help("save the file as UTF-8"));
                self.broken(uri, shown)
            }
        }
    }

    fn broken(&mut self, uri: String, shown: String) -> Fetched {
        self.known.insert(uri, None);
        Fetched::Broken(Some(shown))
    }

    fn text(&mut self, name: &str, text: Arc<Text>, uri: String, origin: Origin) -> Fetched {
        let before = self.problems.len();
        let shown = text.name().to_string();
        let json = match parsed(&text) {
            Ok((json, repeated)) => {
                for repeated in repeated {
                    repeated.tell(self.repeated, &mut self.problems);
                }
                Some(json)
            }
            Err(diagnostics) => {
                self.problems.extend(diagnostics);
                None
            }
        };
        let Some(json) = json.filter(|_| self.problems.len() == before) else {
            return self.broken(uri, shown);
        };
        let mut document = Document::new(name, uri.clone(), origin, text, json, self.by);
        self.overlays.apply(&mut document, &mut self.problems);
        let index = self.documents.push(document);
        self.known.insert(uri, Some(index));
        Fetched::Found(index)
    }

    /// The documents whose root claims an identifier, by that identifier.
    pub(crate) fn claims(document: &Document) -> impl Iterator<Item = &str> {
        ["$id", "id"]
            .into_iter()
            .filter_map(|keyword| document.json.get(keyword).and_then(Json::as_str))
    }
}

/// The value of a text; what is YAML by its name may be JSON, and what is JSON
/// with comments by its name has none once they are blanks.
fn parsed(text: &Arc<Text>) -> Result<(Json, Vec<Repeated>), Diagnostics> {
    if text.name().ends_with(".jsonc") {
        let mut bare = text.content().to_owned();
        // What is wrong with a comment is left in place, and then no JSON.
        let bare =
            json_strip_comments::strip(&mut bare).map_or_else(|_| text.content(), |()| &bare);
        return parse::parse_as(text, bare);
    }
    if is_lines(text.name()) {
        return parse::parse_lines(text);
    }
    let json = parse::parse(text);
    #[cfg(feature = "yaml")]
    if json.is_err() && parse::is_yaml(text) {
        let yaml = super::yaml::parse(text).map(|json| (json, Vec::new()));
        return yaml.map_err(|problem| (*problem).into());
    }
    json
}

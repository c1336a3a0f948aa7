//! The resource that a reference names: as RFC 3986 reads it, and where that
//! is nothing, as people write it.

use std::sync::Arc;

use super::graph::ResourceId;
use super::index::Builder;
use crate::load::document::Document;
use crate::load::json::escape;
use crate::load::loader::{Fetched, Loader};
use crate::load::uri;
use crate::names::nearest::likeness;

/// Why a reference leads nowhere.
pub(super) enum Miss {
    /// Nothing is there: what was looked for, and what there is instead.
    Nothing(String, Option<String>),
    /// It may not be read.
    Outside,
    /// Two documents claim the URI.
    Ambiguous(String, [usize; 2]),
    /// The file is there and could not be read.
    Broken(String),
    /// What is wrong is reported by itself.
    Reported,
}

/// A URL that stands for more folders than this stands for none.
const FOLDERS: usize = 16;

type Found = Result<Option<ResourceId>, Miss>;

impl Builder {
    /// The resource that the part of a reference before `#` names, and how it
    /// was found where RFC 3986 finds none.
    pub(super) fn resource(
        &mut self,
        own: ResourceId,
        document: usize,
        text: &str,
    ) -> Result<(ResourceId, Option<&'static str>), Miss> {
        let held = Arc::clone(self.loader.documents.get(document));
        let base = self.graph.resource(own).uri.clone();
        let strict = uri::resolve(&base, text);
        let first = match &strict {
            Ok(target) if *target == base => return Ok((own, None)),
            Ok(target) => self.by_uri(document, target),
            Err(uri::Refusal::Outside) => Err(Miss::Outside),
            Err(uri::Refusal::Malformed) => Err(Miss::Nothing(text.to_owned(), None)),
        };
        let miss = match first {
            Ok(found) => return Ok((found, None)),
            Err(miss @ (Miss::Nothing(..) | Miss::Outside)) => miss,
            Err(miss) => return Err(miss),
        };
        let mut targets: Vec<String> = strict.into_iter().collect();
        // Where an `$id` has moved the base, a file is still found beside the
        // file that refers to it.
        if base != held.uri
            && let Ok(target) = uri::resolve(&held.uri, text)
        {
            if let Some(found) = self.looked_up(document, &target)? {
                let file = self.graph.resource(found).document;
                let is_file = self.loader.documents.get(file).uri == target;
                let how = (!is_file).then_some("the `$id` of that document, from the file's place");
                return Ok((found, how));
            }
            targets.push(target);
        }
        if let Some(found) = self.as_written(text)? {
            return Ok((found, Some("the `$id` of that document, as it is written")));
        }
        for target in &targets {
            if let Some(found) = self.stated(document, target)? {
                return Ok((found, Some("the file below the URL that `$id`s state")));
            }
        }
        for target in targets.iter().flat_map(|target| uri::completed(target)) {
            let found = match self.looked_up(document, &target)? {
                None => self.stated(document, &target)?,
                found => found,
            };
            if let Some(found) = found {
                return Ok((found, Some("the ending of the file's name is left out")));
            }
        }
        for target in &targets {
            if let Some(found) = self.named_alike(&held, target) {
                return Ok((found, None));
            }
        }
        let target = targets.first().map_or(text, String::as_str);
        if let Some(path) = self.unread_with([target, text]) {
            return Err(Miss::Broken(path));
        }
        match miss {
            Miss::Nothing(looked_for, None) => {
                // Before Swagger 2.0, a reference was the name alone.
                let components = held.format.components();
                let component = components.map(|at| format!("{at}/{}", escape(text)));
                if let Some(pointer) = component.filter(|it| held.json.pointer(it).is_some()) {
                    return Err(Miss::Nothing(looked_for, Some(format!("#{pointer}"))));
                }
                let name = text.rsplit('/').next().unwrap_or(text);
                let near = self.near_file(name, &held);
                Err(Miss::Nothing(looked_for, near))
            }
            other => Err(other),
        }
    }

    /// The document beside another one that claims a URL by its `$id` and is called what the URL ends with.
    fn named_alike(&mut self, held: &Document, target: &str) -> Option<ResourceId> {
        let (_, path) = target.split_once("://")?;
        let (_, name) = path.rsplit_once('/').filter(|(_, name)| !name.is_empty())?;
        let beside = uri::resolve(&held.uri, name).ok()?;
        for file in uri::completed(&beside).chain([beside.clone()]) {
            if uri::to_path(&file).is_some() && self.loader.look_ahead(&file, held.format) {
                self.walk_new();
                if let Some(found) = self.by_uri.get(target) {
                    return Some(self.met(*found));
                }
            }
        }
        None
    }

    /// The file beside a document that a name was probably meant to be. What the
    /// names of many files end with (`.schema.json`) makes none alike.
    fn near_file(&mut self, name: &str, held: &Document) -> Option<String> {
        let begin = |name: &str| name.split('.').next().unwrap_or(name).to_owned();
        let own = held.path.rsplit('/').next().unwrap_or(&held.path);
        let mut files = self.loader.beside(held);
        files.retain(|file| file != own);
        let near = self.suggest(&begin(name), |_| files.iter().map(|it| begin(it)).collect())?;
        let alike = files.iter().filter(|it| begin(it) == near);
        alike.max_by_key(|it| likeness(name, it)).cloned()
    }

    /// The resource under a URI.
    pub(super) fn by_uri(&mut self, document: usize, target: &str) -> Result<ResourceId, Miss> {
        if let Some(found) = self.inside.get(&(document, target.to_owned())) {
            return Ok(*found);
        }
        if let Some(documents) = self.ambiguous.get(target) {
            return Err(Miss::Ambiguous(target.to_owned(), *documents));
        }
        if let Some(found) = self.by_uri.get(target) {
            return Ok(self.met(*found));
        }
        let by = self.loader.documents.get(document).format;
        match self.loader.fetch_for(target, by) {
            Fetched::Found(index) => {
                self.walk_new();
                let uri = self.loader.documents.get(index).uri.clone();
                let found = self.inside.get(&(index, uri)).copied();
                found.ok_or(Miss::Reported)
            }
            Fetched::Broken(Some(path)) => Err(Miss::Broken(path)),
            Fetched::Broken(None) => Err(Miss::Reported),
            Fetched::Outside => Err(Miss::Outside),
            Fetched::Missing(looked_for) => {
                self.whole_folder();
                match self.by_uri.get(target) {
                    Some(found) => Ok(self.met(*found)),
                    None => Err(Miss::Nothing(looked_for, None)),
                }
            }
        }
    }

    /// The same, where finding nothing is no fault.
    fn looked_up(&mut self, document: usize, target: &str) -> Found {
        match self.by_uri(document, target) {
            Ok(found) => Ok(Some(found)),
            Err(Miss::Nothing(..) | Miss::Outside) => Ok(None),
            Err(miss) => Err(miss),
        }
    }

    /// A resource that something refers to.
    fn met(&mut self, id: ResourceId) -> ResourceId {
        self.loader.met(self.graph.resource(id).document);
        id
    }

    fn whole_folder(&mut self) {
        if self.loader.fetch_whole_folder() {
            self.walk_new();
        }
    }

    /// The document of the folder whose `$id` is this text.
    fn as_written(&mut self, text: &str) -> Found {
        self.whole_folder();
        let found = self.written.get(text).map(Vec::as_slice);
        match found {
            None | Some([]) => Ok(None),
            Some([only]) => {
                let only = *only;
                let uri = self.loader.documents.get(only).uri.clone();
                let found = self.inside.get(&(only, uri)).copied();
                Ok(found.map(|id| self.met(id)))
            }
            Some([one, other, ..]) => Err(Miss::Ambiguous(text.to_owned(), [*one, *other])),
        }
    }

    /// The file that a URL stands for, since documents of the folder state
    /// `$id`s below the same one.
    fn stated(&mut self, document: usize, target: &str) -> Found {
        let mut at = target.find('?').unwrap_or(target.len());
        while let Some(slash) = target[..at].rfind('/') {
            at = slash;
            let (prefix, rest) = target.split_at(slash + 1);
            let Some(folders) = self.stated.get(prefix).filter(|all| all.len() <= FOLDERS) else {
                continue;
            };
            let rest = uri::decode(rest.split('?').next().unwrap_or(rest));
            let paths = folders.iter().map(|folder| format!("{folder}{rest}"));
            let paths: Vec<String> = paths.collect();
            let mut found: Vec<ResourceId> = Vec::new();
            for path in paths {
                if let Some(id) = self.looked_up(document, &uri::of_path(&path))? {
                    let file = self.loader.documents.get(self.graph.resource(id).document);
                    if !states_another(file) {
                        found.push(id);
                    }
                }
            }
            let documents = found.iter().map(|id| self.graph.resource(*id).document);
            match *documents.collect::<Vec<_>>().as_slice() {
                [] => {}
                [_] => return Ok(found.first().copied()),
                [one, other, ..] => return Err(Miss::Ambiguous(target.to_owned(), [one, other])),
            }
        }
        Ok(None)
    }

    /// The file that could not be read and may be what is referred to.
    fn unread_with(&mut self, texts: [&str; 2]) -> Option<String> {
        // Each file's text is looked through.
        self.suggestions = self.suggestions.checked_sub(1)?;
        self.loader.unread_with(texts)
    }

    /// Gives a resource a URI, which it may have to share.
    pub(super) fn name_resource(&mut self, id: ResourceId, uri: String) {
        let document = self.graph.resource(id).document;
        self.inside.entry((document, uri.clone())).or_insert(id);
        let first = *self.by_uri.entry(uri.clone()).or_insert(id);
        let other = self.graph.resource(first).document;
        if other != document {
            self.ambiguous.entry(uri).or_insert([other, document]);
        }
    }

    /// Notes what a document of the folder says that it is.
    pub(super) fn claimed(&mut self, index: usize, document: &Document, claim: &str) {
        let documents = self.written.entry(claim.to_owned()).or_default();
        // Two are as ambiguous as any more.
        if documents.len() < 2 && !documents.contains(&index) {
            documents.push(index);
        }
        if let Some((url, folder)) = base(claim, &document.path) {
            let folders = self.stated.entry(url.to_owned());
            folders.or_default().insert(folder.to_owned());
        }
    }
}

/// Whether a document says that it lies elsewhere.
fn states_another(document: &Document) -> bool {
    Loader::claims(document).any(|claim| claim.contains("://"))
}

/// The URL and the folder below which a document with an absolute `$id` lies
/// by the same path.
fn base<'a>(url: &'a str, path: &'a str) -> Option<(&'a str, &'a str)> {
    let start = url.find("://")? + 3;
    let folder = |text: &str| text.rfind('/').map_or(0, |at| at + 1);
    let root = start + url[start..].find('/')? + 1;
    let (mut url, mut path) = (&url[..folder(url)], &path[..folder(path)]);
    while let (Some(outer), Some(inner)) = (url.strip_suffix('/'), path.strip_suffix('/')) {
        let (above, below) = (folder(outer), folder(inner));
        if above < root || outer[above..] != inner[below..] {
            break;
        }
        (url, path) = (&outer[..above], &inner[..below]);
    }
    (url.len() >= root).then_some((url, path))
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_folder_that_a_url_stands_for() {
        let url = "https://example.com/s/a/b.json";
        assert_eq!(base(url, "b.json"), Some(("https://example.com/s/a/", "")));
        assert_eq!(base(url, "a/b.json"), Some(("https://example.com/s/", "")));
        let below = base("https://example.com/a/b.json", "x/a/b.json");
        assert_eq!(below, Some(("https://example.com/", "x/")));
        assert_eq!(
            base("https://a/b.json", "a/b.json"),
            Some(("https://a/", "a/"))
        );
        assert_eq!(base("https://example.com", "b.json"), None);
        assert_eq!(base("a/b.json", "a/b.json"), None);
    }
}

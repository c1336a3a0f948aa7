//! Where schemas come from.

use std::path::PathBuf;

use crate::read;

/// Where schemas come from, and where references may lead.
///
/// ```
/// use isoschema::load::Source;
///
/// let folder = Source::folder("schemas");
/// let file = Source::file("order.json")
///     .schemas("schemas")
///     .remote_base("https://example.com/", "vendor");
/// # let _ = (folder, file);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Source {
    pub(crate) roots: Roots,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) remotes: Vec<(String, PathBuf)>,
    pub(crate) at: Option<String>,
    pub(crate) beside: bool,
    max_size: Option<u64>,
}

/// The schemas that types are generated for.
#[derive(Debug, Clone, Default)]
pub(crate) enum Roots {
    /// Every `*.json`, `*.yaml` and `*.yml` of the folder.
    #[default]
    Folder,
    /// One file.
    File(PathBuf),
    /// Texts by name.
    Texts(Vec<(String, String)>),
}

impl Source {
    /// Every `*.json`, `*.yaml` and `*.yml` file of a folder and of the folders in it, `overlays/`
    /// and hidden ones left out.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(path.into()),
            ..Self::default()
        }
    }

    /// One file. References to other files lead nowhere until
    /// [`Source::schemas`] gives the folder to look in.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self {
            roots: Roots::File(path.into()),
            ..Self::default()
        }
    }

    /// Texts that are already in memory, each with the name of the file that
    /// it stands for: `order.json`.
    pub fn texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            roots: Roots::Texts(texts.into_iter().collect()),
            ..Self::default()
        }
    }

    /// The folder in which references to other files are looked for.
    #[must_use]
    pub fn schemas(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// References from [`Source::file`]'s file to other files are looked for
    /// from its own folder on, by their paths alone: nothing else of the folder
    /// is read, no corrections either. Unless [`Source::schemas`] names another.
    #[must_use]
    pub fn beside(mut self) -> Self {
        self.beside = true;
        self
    }

    /// The schemas of [`Source::file`]'s file, or of the text, are what stands at this
    /// JSON Pointer, in which `*` is any member; what it is named after is what
    /// the last `*` stands for, or the last member.
    ///
    /// ```
    /// use isoschema::load::Source;
    ///
    /// let events = Source::file("events.yaml").at("/components/messages/*/payload");
    /// # let _ = events;
    /// ```
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.at = Some(pointer.into());
        self
    }

    /// How many bytes a file may have; [`read::LIMIT`] if not set.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.max_size = Some(bytes);
        self
    }

    /// What [`Source::max_size`] says, or does not.
    pub(crate) fn limit(&self) -> u64 {
        self.max_size.unwrap_or(read::LIMIT)
    }

    /// Documents under a URL lie in a folder.
    #[must_use]
    pub fn remote_base(mut self, url: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        let mut url = url.into();
        if !url.ends_with('/') {
            url.push('/');
        }
        self.remotes.push((url, folder.into()));
        self
    }
}

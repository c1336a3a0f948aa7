//! The one way through all stages, for build scripts, commands and tests.

mod emitted;
mod rivals;
mod root_name;
mod settled;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::kinds::Support;
use crate::config::settings::Config;
use crate::diagnostics::{Collector, Diagnostics};
use crate::front::{self, Read};
use crate::generated::Generated;
use crate::keywords::own::CustomKeyword;
use crate::lint;
use crate::load::source::Source;
use crate::plan;
use crate::read;
use crate::report::{Report, names};
use crate::resolve::dialect::Draft;
pub(crate) use crate::stack::on_large_stack;

/// Whether the types implement `schemars::JsonSchema`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SchemarsFeature {
    /// They do not.
    #[default]
    Off,
    /// They do under a cargo feature of this name.
    Named(String),
}

/// What a file has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Wanted {
    /// Anything that holds schemas.
    #[default]
    Any,
    /// A document that is no schema itself.
    Document,
}

/// Generates Rust types from JSON Schemas.
///
/// ```no_run
/// let generated = isoschema::Generator::new()
///     .schemas("schemas")
///     .generate()
///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
/// println!("{}", generated.text);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Generator {
    schema: Option<PathBuf>,
    texts: Vec<(String, String)>,
    folder: Option<PathBuf>,
    at: Option<String>,
    beside: bool,
    /// What the file has to be: a document that is no schema itself.
    wanted: Wanted,
    look_up: Option<PathBuf>,
    remotes: Vec<(String, PathBuf)>,
    root_name: Option<String>,
    default_draft: Option<Draft>,
    config_file: Option<PathBuf>,
    config: Option<Config>,
    schemars: SchemarsFeature,
    without_builders: bool,
    borrowed: bool,
    support: Option<Support>,
    default_support: Option<Support>,
    max_size: Option<u64>,
    keywords: Vec<Arc<dyn CustomKeyword>>,
}

impl Generator {
    /// A generator without input.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Generates a type for every schema of a folder. Its `isoschema.toml` is
    /// the configuration, unless another one is set.
    #[must_use]
    pub fn schemas(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// Generates a type for one schema file.
    #[must_use]
    pub fn schema(mut self, file: impl Into<PathBuf>) -> Self {
        self.schema = Some(file.into());
        self
    }

    /// Generates the types of an OpenAPI document: those of its components, and of what its operations
    /// carry, which [`Generated::operations`] lists. What it refers to in other files is looked for from
    /// its own folder on, as by [`Generator::beside`]. Swagger 2.0 and AsyncAPI documents and custom
    /// resource definitions are read, too.
    ///
    /// ```no_run
    /// let generated = isoschema::Generator::new()
    ///     .openapi("api.yaml")
    ///     .generate()
    ///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
    /// for operation in generated.operations() {
    ///     println!("{} {}", operation.method, operation.path);
    /// }
    /// ```
    #[must_use]
    pub fn openapi(mut self, file: impl Into<PathBuf>) -> Self {
        self.wanted = Wanted::Document;
        self.schema(file).beside()
    }

    /// Generates a type for a schema that is in memory, with the name of the
    /// file that it stands for: `order.json`. May be called repeatedly.
    #[must_use]
    pub fn text(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.texts.push((name.into(), text.into()));
        self
    }

    /// The schemas of the one file or text are what stands at this JSON Pointer,
    /// in which `*` is any member: `/components/messages/*/payload`. What the
    /// `*`s stand for, or the last member, is the name of a type.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.at = Some(pointer.into()).filter(|pointer| !pointer.is_empty());
        self
    }

    /// References from [`Generator::schema`]'s file to other files are looked
    /// for from its own folder on, unless [`Generator::look_up`] names another:
    /// by their paths alone, so that nothing else of that folder is read.
    #[must_use]
    pub fn beside(mut self) -> Self {
        self.beside = true;
        self
    }

    /// The folder in which references to other files are looked for, from
    /// [`Generator::schema`]'s file or from [`Generator::text`]s. References
    /// from [`Generator::schemas`] are looked for in their own folder.
    #[must_use]
    pub fn look_up(mut self, folder: impl Into<PathBuf>) -> Self {
        self.look_up = Some(folder.into());
        self
    }

    /// The name of the type of [`Generator::schema`]'s file, which has to be a
    /// schema itself: an OpenAPI document has only components.
    #[must_use]
    pub fn root_name(mut self, name: impl Into<String>) -> Self {
        self.root_name = Some(name.into());
        self
    }

    /// A folder that holds the documents below a URL. Nothing is ever fetched.
    #[must_use]
    pub fn remote_base(mut self, url: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        self.remotes.push((url.into(), folder.into()));
        self
    }

    /// How many bytes a schema's file may have; [`read::LIMIT`](crate::read::LIMIT)
    /// if not set.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.max_size = Some(bytes);
        self
    }

    /// The draft of schemas without `$schema`; 2020-12 if not set.
    #[must_use]
    pub fn default_draft(mut self, draft: Draft) -> Self {
        self.default_draft = Some(draft);
        self
    }

    /// The configuration file.
    #[must_use]
    pub fn config(mut self, file: impl Into<PathBuf>) -> Self {
        self.config_file = Some(file.into());
        self
    }

    /// A configuration made in code, in place of a file.
    #[must_use]
    pub fn configure(mut self, config: Config) -> Self {
        self.config = Some(config);
        self
    }

    /// Whether the types implement `schemars::JsonSchema`.
    #[must_use]
    pub fn schemars(mut self, feature: SchemarsFeature) -> Self {
        self.schemars = feature;
        self
    }

    /// Gives schemas a keyword of one's own, which the types enforce; may be
    /// called repeatedly. [`CustomKeyword`] shows one.
    #[must_use]
    pub fn keyword(mut self, keyword: impl CustomKeyword + 'static) -> Self {
        self.keywords.push(Arc::new(keyword));
        self
    }

    /// Leaves the builders out.
    #[must_use]
    pub fn without_builders(mut self) -> Self {
        self.without_builders = true;
        self
    }

    /// Gives every type that holds texts a second form, whose texts borrow
    /// from the document; see [`Config::borrowed`].
    #[must_use]
    pub fn borrowed(mut self) -> Self {
        self.borrowed = true;
        self
    }

    /// Where the types have what all generated types share; see
    /// [`Config::support`].
    #[must_use]
    pub fn support(mut self, support: Support) -> Self {
        self.support = Some(support);
        self
    }

    /// What [`Config::support`] is where nothing sets it.
    pub(crate) fn support_by_default(mut self, support: Support) -> Self {
        self.default_support = Some(support);
        self
    }

    /// How many bytes a schema's file may have.
    pub(crate) fn limit(&self) -> u64 {
        self.max_size.unwrap_or(read::LIMIT)
    }

    /// The files and the folders that are read, as they were named.
    pub(crate) fn places(&self) -> (Vec<&Path>, Vec<&Path>) {
        let files = [&self.schema, &self.config_file];
        let folders = self.remotes.iter().map(|(_, folder)| folder.as_path());
        (
            files.into_iter().flatten().map(PathBuf::as_path).collect(),
            [&self.folder, &self.look_up]
                .into_iter()
                .flatten()
                .map(PathBuf::as_path)
                .chain(folders)
                .collect(),
        )
    }

    /// Goes through all stages.
    ///
    /// # Errors
    ///
    /// Two options of which one would have to give way, such as
    /// [`Generator::schemas`] and [`Generator::schema`]. Everything that is
    /// wrong with the schemas or the configuration, at once for each stage.
    pub fn generate(&self) -> Result<Generated, Diagnostics> {
        on_large_stack(|| self.run())
    }

    fn run(&self) -> Result<Generated, Diagnostics> {
        self.refuse_rivals()?;
        let (config, (documents, mut rules, inputs)) = self.read()?;
        self.refuse_others(&documents)?;
        let mut problems = Collector::default();
        problems.extend(config.warnings.iter().cloned());
        problems.extend(std::mem::take(&mut rules.warnings));
        let placed = |problems: Diagnostics| problems.map(|problem| documents.place(problem));
        if let Some(name) = &self.root_name {
            let shown = self.schema.as_deref().unwrap_or(Path::new("schema"));
            root_name::give(&mut rules, name, shown, self.at.as_deref())?;
        }
        plan::desugar(&mut rules);
        let mut model = plan::plan(rules, &config).map_err(placed)?;
        let warnings = std::mem::take(&mut model.warnings);
        problems.extend(warnings.into_iter().map(|one| documents.place(one)));
        let warnings = lint::settle(problems.take_warnings(), &config)?;
        // A thread of its own has memory of its own: what is made for each type
        // and given back fills no gaps between what stays.
        let emitted = on_large_stack(|| self.emitted(&model, &config));
        let (module, restored) = emitted.map_err(placed)?;
        let roots = model.rules.roots.iter().map(|root| {
            let location = model.rules.get(root.rule).location.clone();
            (root.name.clone(), location)
        });
        Ok(Generated {
            roots: roots.collect(),
            standing: std::mem::take(&mut model.rules.standing),
            text: module.text(),
            module,
            report: Report::of(&documents, &model, &config, restored),
            names: names::names(&documents, &model),
            inputs,
            documents,
            config,
            warnings,
            assumed: model.rules.assumed,
        })
    }

    /// Reads the schemas, again if the folder was replaced meanwhile: a
    /// refresh exchanges the folder as a whole, and its lock with it.
    fn read(&self) -> Result<(Config, Read), Diagnostics> {
        let lock = || {
            let folder = self.folder.as_ref().or(self.look_up.as_ref())?;
            read::bytes(folder.join("isoschema.lock"), read::LIMIT).ok()
        };
        let mut attempts = 0;
        loop {
            let before = lock();
            let read = self.settled().and_then(|config| {
                let read = front::linted(&self.source(), &config)?;
                Ok((config, read))
            });
            attempts += 1;
            if attempts == 3 || lock() == before {
                return read;
            }
        }
    }

    pub(crate) fn source(&self) -> Source {
        let mut source = match (&self.schema, &self.folder) {
            (Some(file), _) => Source::file(file),
            (None, Some(folder)) => Source::folder(folder),
            (None, None) => Source::texts(self.texts.clone()),
        };
        if let Some(folder) = &self.look_up {
            source = source.schemas(folder);
        }
        if self.beside {
            source = source.beside();
        }
        if let Some(pointer) = &self.at {
            source = source.at(pointer);
        }
        for (url, folder) in &self.remotes {
            source = source.remote_base(url, folder);
        }
        source.max_size(self.limit())
    }
}

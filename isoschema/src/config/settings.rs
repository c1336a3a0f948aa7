//! What can be configured.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostics::Diagnostic;
use crate::diagnostics::text::Text;
use crate::formats;
use crate::keywords::own::CustomKeyword;
use crate::lint::level::{Level, Levels};
use crate::load::repeated::RepeatedMembers;
use crate::overlay::overlaid::Overlay;
use crate::resolve::dialect::Draft;

use super::kinds::{Discriminators, Integers, Nullable, Numbers, Types};
use super::package::Package;
use super::setting::Setting;

/// Everything that can be configured. The default changes nothing.
///
/// ```
/// use isoschema::config::Config;
///
/// let config = Config::new()
///     .name("order", "Order")
///     .open_enum("currency", "the vendor adds currencies without notice")
///     .assert_format("date-time");
/// # let _ = config;
/// ```
#[derive(Debug, Clone, Default)]
pub struct Config {
    pub(crate) names: IndexMap<String, Setting>,
    pub(crate) open_enums: IndexMap<String, Setting>,
    pub(crate) formats: Formats,
    pub(crate) assert_content: bool,
    pub(crate) upstream: Upstream,
    pub(crate) default_draft: Draft,
    pub(crate) repeated_members: RepeatedMembers,
    pub(crate) overlays: Vec<Overlay>,
    pub(crate) discriminators: Discriminators,
    pub(crate) implies_types: bool,
    pub(crate) nullable: Nullable,
    /// Whether schemas have forms for requests and responses.
    pub(crate) views: bool,
    pub(crate) integers: Integers,
    pub(crate) numbers: Numbers,
    pub(crate) types: Types,
    pub(crate) package: Package,
    pub(crate) keywords: Vec<Arc<dyn CustomKeyword>>,
    pub(crate) lints: Levels,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) text: Option<Arc<Text>>,
    /// What should be looked at, though it hinders nothing.
    pub(crate) warnings: Vec<Diagnostic>,
}

/// Which formats are asserted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Formats {
    /// None but where a vocabulary says so.
    #[default]
    Annotations,
    /// Those named.
    Named(Vec<String>),
    /// All.
    All,
}

impl Formats {
    /// Whether a format is asserted. Of those that the drafts do not define, such
    /// as OpenAPI's `int32`, none is.
    #[must_use]
    pub fn asserts(&self, format: &str) -> bool {
        match self {
            Self::Annotations => false,
            Self::Named(names) => names.iter().any(|name| name == format),
            Self::All => formats::known(format).is_some(),
        }
    }
}

/// Where the schemas were published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Upstream {
    /// The URL, with `{name}` in place of a schema's name.
    pub base: Option<String>,
    /// The URL or the file of an OpenAPI document, in place of `base`.
    pub openapi: Option<String>,
    /// The schemas to begin with; what they refer to comes with them.
    pub roots: Vec<String>,
}

impl Config {
    /// A configuration that changes nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what another configuration says of single schemas: its names, its open
    /// enums, its overlays. So a file beside `isoschema.toml` can hold what a
    /// cargo feature turns on; where both say something of one place, the other
    /// one's counts.
    ///
    /// ```
    /// use isoschema::config::Config;
    ///
    /// let config = Config::parse("isoschema.toml", "[names]\n\"order\" = \"Order\"\n")?;
    /// let open = "[open-enums]\n\"order#/properties/status\" = \"codes are added\"\n";
    /// let config = config.and(Config::parse("open.toml", open)?);
    /// assert_eq!(config.open_enums().count(), 1);
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        // Places in another file are no places in this one.
        let made = |(place, setting): (String, Setting)| (place, Setting::made(setting.value));
        self.names.extend(other.names.into_iter().map(made));
        self.open_enums
            .extend(other.open_enums.into_iter().map(made));
        self.overlays.extend(other.overlays);
        self.files.extend(other.files);
        self
    }

    /// Gives schemas a keyword of one's own.
    #[must_use]
    pub fn keyword(mut self, keyword: impl CustomKeyword + 'static) -> Self {
        self.keywords.push(Arc::new(keyword));
        self
    }

    /// Says what becomes of what a lint finds, by its name
    /// ([`lint::names`](crate::lint::names)); a warning, where nothing is said.
    #[must_use]
    pub fn lint(mut self, name: impl Into<String>, level: Level) -> Self {
        self.lints.set(name.into(), level);
        self
    }

    /// Gives a schema its Rust name. The place is a document's name, with a
    /// JSON Pointer behind `#` for a schema inside it.
    #[must_use]
    pub fn name(mut self, place: impl Into<String>, name: impl Into<String>) -> Self {
        self.names.insert(place.into(), Setting::made(name.into()));
        self
    }

    /// Opens an `enum`, whatever its values are: its type accepts other texts
    /// too. The reason goes into the report. Where a document that fits could
    /// be refused for it, such as in one of the alternatives of which one fits, it is an error.
    #[must_use]
    pub fn open_enum(mut self, place: impl Into<String>, reason: impl Into<String>) -> Self {
        self.open_enums
            .insert(place.into(), Setting::made(reason.into()));
        self
    }

    /// Asserts one format.
    #[must_use]
    pub fn assert_format(mut self, format: impl Into<String>) -> Self {
        match &mut self.formats {
            Formats::All => {}
            Formats::Named(names) => names.push(format.into()),
            Formats::Annotations => self.formats = Formats::Named(vec![format.into()]),
        }
        self
    }

    /// Asserts every format.
    #[must_use]
    pub fn assert_formats(mut self) -> Self {
        self.formats = Formats::All;
        self
    }

    /// Asserts `contentEncoding` and `contentMediaType`.
    #[must_use]
    pub fn assert_content(mut self) -> Self {
        self.assert_content = true;
        self
    }

    /// The draft of a document that names none; 2020-12 where it is not set.
    #[must_use]
    pub fn default_draft(mut self, draft: Draft) -> Self {
        self.default_draft = draft;
        self
    }

    /// What becomes of a member that a schema repeats.
    #[must_use]
    pub fn repeated_members(mut self, repeated: RepeatedMembers) -> Self {
        self.repeated_members = repeated;
        self
    }

    /// Gives an integer without narrower bounds a type of any size, in place
    /// of `i64`: for documents whose integers go beyond 64 bits, read with
    /// `serde_json`'s feature `arbitrary_precision`.
    #[must_use]
    pub fn exact_integers(self) -> Self {
        self.integers(Integers::Exact)
    }

    /// The type of an integer without narrower bounds; `i64` where it is not
    /// set, and `u64` where it cannot be negative.
    #[must_use]
    pub fn integers(mut self, integers: Integers) -> Self {
        self.integers = integers;
        self
    }

    /// What `discriminator` of an OpenAPI document is read as; constants where it
    /// is not set.
    ///
    /// ```
    /// use isoschema::config::{Config, Discriminators};
    ///
    /// let config = Config::new().discriminators(Discriminators::Annotation);
    /// ```
    #[must_use]
    pub fn discriminators(mut self, discriminators: Discriminators) -> Self {
        self.discriminators = discriminators;
        self
    }

    /// Reads a schema without `type` whose keywords are all of one kind as one of that
    /// kind: with `properties` an object, with `items` an array, with `minLength` a text, with
    /// `minimum` a number. The report lists each place as a correction. In `if` and `not`, nothing is
    /// implied, nor where something around the schema says of which kind the value is.
    ///
    /// ```
    /// use isoschema::{Generator, config::Config};
    ///
    /// let generated = Generator::new()
    ///     .text("order.json", r#"{"properties": {"id": {"minLength": 1}}}"#)
    ///     .configure(Config::new().imply_type())
    ///     .generate()?;
    /// assert_eq!(generated.report.corrections.len(), 2);
    /// assert!(generated.text.contains("pub struct Order {"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn imply_type(mut self) -> Self {
        self.implies_types = true;
        self
    }

    /// What `nullable` of an OpenAPI 3.0 document is read as; what the specification says where it is
    /// not set.
    ///
    /// ```
    /// use isoschema::{Generator, config::{Config, Nullable}};
    ///
    /// let api = r##"{"openapi": "3.0.3", "components": {"schemas": {
    ///     "Owner": {"type": "object", "properties": {"name": {"type": "string"}}},
    ///     "Pet": {"type": "object", "properties": {"owner": {
    ///         "nullable": true, "allOf": [{"$ref": "#/components/schemas/Owner"}]}}}}}}"##;
    /// let generated = Generator::new()
    ///     .text("api.json", api)
    ///     .configure(Config::new().nullable(Nullable::Meant))
    ///     .generate()?;
    /// assert!(generated.text.contains("pub owner: Option<Option<Owner>>"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn nullable(mut self, nullable: Nullable) -> Self {
        self.nullable = nullable;
        self
    }

    /// Gives a schema with members that are `readOnly` or `writeOnly`, and one that holds such a schema, a
    /// form for requests, without the ones, and a form for responses, without the others, where that is
    /// another than the schema itself. What operations carry is the form.
    ///
    /// ```
    /// use isoschema::{Generator, config::Config};
    ///
    /// let api = r##"{"openapi": "3.1.0", "components": {"schemas": {
    ///     "Pet": {"type": "object", "required": ["id"], "properties": {
    ///         "id": {"type": "integer", "readOnly": true},
    ///         "name": {"type": "string"}}}}}}"##;
    /// let generated = Generator::new()
    ///     .text("api.json", api)
    ///     .configure(Config::new().views())
    ///     .generate()?;
    /// assert!(generated.text.contains("pub struct Pet {"));
    /// assert!(generated.text.contains("pub struct PetRequest {"));
    /// assert!(!generated.text.contains("PetResponse"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn views(mut self) -> Self {
        self.views = true;
        self
    }

    /// The type of a `number`; the runtime's `Number` where it is not set.
    #[must_use]
    pub fn numbers(mut self, numbers: Numbers) -> Self {
        self.numbers = numbers;
        self
    }

    /// Whether types keep every digit of a number, where `serde_json` does.
    pub(crate) fn keeps_digits(&self) -> bool {
        self.integers == Integers::Exact || self.numbers == Numbers::Exact
    }

    /// What a crate that is written as a whole says of itself.
    #[must_use]
    pub fn package(mut self, package: Package) -> Self {
        self.package = package;
        self
    }

    /// Corrects a schema, in addition to what `overlays/*.json` of the
    /// schemas folder corrects.
    #[must_use]
    pub fn overlay(mut self, overlay: Overlay) -> Self {
        self.overlays.push(overlay);
        self
    }

    /// Where the schemas were published.
    #[must_use]
    pub fn upstream(&self) -> &Upstream {
        &self.upstream
    }

    /// Which formats are asserted.
    #[must_use]
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// The places whose `enum` is opened, each with the reason.
    pub fn open_enums(&self) -> impl Iterator<Item = (&str, &str)> {
        self.open_enums
            .iter()
            .map(|(place, setting)| (place.as_str(), setting.value.as_str()))
    }

    /// The name that the configuration was read under.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.files.first().map(PathBuf::as_path)
    }
}

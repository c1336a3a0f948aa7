//! How the generated types look: `[types]`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys;
use super::kinds::{Layout, Maps, Support, Visibility};
use super::paths::{self, foreign_path, support_path};
use super::read::{Reader, Value, setting, span};
use super::setting::Setting;
use super::settings::Config;
use crate::formats::ready;

impl Config {
    /// The crates that generated code may name since the configuration does, by
    /// their names in Rust code.
    pub(crate) fn crates(&self) -> BTreeSet<String> {
        let derives = self.types.derives.iter().map(|it| it.what.value.as_str());
        let attributes = self.types.attributes.iter();
        let attributes = attributes.flat_map(|it| paths::beginnings(&it.what.value));
        derives
            .chain(self.foreign_paths())
            .filter_map(|path| path.trim_start_matches("::").split("::").next())
            .chain(self.package.dependencies.keys().map(String::as_str))
            .chain([self.types.dates.name()])
            .map(|name| name.trim().replace('-', "_"))
            .chain(attributes)
            .collect()
    }

    /// Leaves the builders out.
    #[must_use]
    pub fn without_builders(mut self) -> Self {
        self.types.without_builders = true;
        self
    }

    /// Gives every type that holds texts a second form, in the module
    /// `borrowed`, whose texts borrow from the document. The configured
    /// derives are the first form's alone, and so are builders.
    #[must_use]
    pub fn borrowed(mut self) -> Self {
        self.types.borrowed = true;
        self
    }

    /// Who sees the generated items; everyone where it is not set.
    #[must_use]
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.types.visibility = visibility;
        self
    }

    /// The Rust type of an object whose members its schema does not name;
    /// `BTreeMap` where it is not set.
    #[must_use]
    pub fn maps(mut self, maps: Maps) -> Self {
        self.types.maps = maps;
        self
    }

    /// The modules that the types are in; one for all where it is not set.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.types.layout = layout;
        self
    }

    /// Where the types have what all generated types share; where it is not
    /// set, a build script takes [`Support::Crate`], and everything else
    /// [`Support::Pasted`].
    #[must_use]
    pub fn support(mut self, support: Support) -> Self {
        self.types.support = Some(support);
        self
    }

    /// The paths of the types that stand for schemas.
    fn foreign_paths(&self) -> impl Iterator<Item = &str> {
        let replaced = self.types.replaced.values();
        let all = replaced.chain(self.types.formats.values());
        all.map(|setting| ready::inside(&setting.value))
    }

    /// Whether texts of a format are read as a type.
    pub(crate) fn has_foreign(&self, path: &str) -> bool {
        let mut formats = self.types.formats.values();
        formats.any(|setting| setting.value == path)
    }

    /// A type of another crate that stands for schemas.
    pub(crate) fn of_another_crate(&self) -> Option<&str> {
        let formats = self.types.formats.values();
        let formats = formats.map(|setting| setting.value.as_str());
        // The crate knows how to read those that have ready names, and those that are parsed.
        let formats =
            formats.filter(|path| ready::at(path).is_none() && !ready::is_of_runtime(path));
        let replaced = self.types.replaced.values();
        let mut paths = replaced
            .map(|setting| setting.value.as_str())
            .chain(formats);
        paths.find(|path| !path.starts_with("crate::"))
    }

    /// Uses a type from elsewhere in place of the one that would be generated
    /// for a schema: `iso_currency::Currency`, `crate::money::Amount`.
    ///
    /// The type needs `Debug`, `Clone`, `PartialEq`, `Eq`, `Hash`,
    /// `Serialize` and `DeserializeOwned`, and `JsonSchema` where types have
    /// it. What is read has to fit the schema and the type; that the type
    /// takes all that the schema allows, keeps it and writes nothing else, is
    /// up to it, and the report says so ([`Report::weakened`]).
    ///
    /// [`Report::weakened`]: crate::Report::weakened
    #[must_use]
    pub fn replace(mut self, place: impl Into<String>, path: impl Into<String>) -> Self {
        let setting = Setting::made(path.into());
        self.types.replaced.insert(place.into(), setting);
        self
    }

    /// Reads the texts of a format as a type from elsewhere, wherever nothing else is
    /// asked of them: `uuid::Uuid`, `jiff::Timestamp`, `std::net::Ipv4Addr`.
    ///
    /// The type needs what [`Config::replace`] asks for. What is no text that it takes is
    /// refused, though the schema may allow it, and it writes a text as it
    /// shows it: the report says so ([`Report::weakened`]).
    ///
    /// Some types have ready names, for which an emitted crate's manifest has the crate:
    ///
    /// | `format` | names |
    /// |---|---|
    /// | `uuid` | `uuid` |
    /// | `date` | `jiff`, `chrono`, `time` |
    /// | `time` | `jiff`, `chrono` |
    /// | `date-time` | `jiff`, `chrono`, `time` |
    /// | `duration` | `jiff` |
    /// | `ipv4`, `ipv6` | `std` |
    /// | `uri` | `url` |
    /// | `email` | `email_address` |
    /// | `byte`, `base64` | `bytes`: a `Vec<u8>`, in base64 |
    ///
    /// ```
    /// use isoschema::{Generator, config::Config};
    ///
    /// let generated = Generator::new()
    ///     .text("id.json", r#"{"type": "array", "items": {"type": "string", "format": "uuid"}}"#)
    ///     .configure(Config::new().format("uuid", "uuid"))
    ///     .generate()?;
    /// assert!(generated.text.contains("pub struct Id(pub Vec<::uuid::Uuid>);"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    ///
    /// [`Report::weakened`]: crate::Report::weakened
    #[must_use]
    pub fn format(mut self, format: impl Into<String>, path: impl Into<String>) -> Self {
        let (format, path) = (format.into(), path.into());
        // What is no name is told when it is used.
        let path = format_path(&format, &path).unwrap_or(path);
        self.types.formats.insert(format, Setting::made(path));
        self
    }

    /// The same for a type that is parsed from its text by `FromStr` and shown as it by `Display`, and need have
    /// no traits of `serde`. The places hold it in a `support::Parsed`, which is as good as the type itself.
    ///
    /// ```
    /// use isoschema::{Generator, config::Config};
    ///
    /// let generated = Generator::new()
    ///     .text("host.json", r#"{"type": "array", "items": {"type": "string", "format": "host"}}"#)
    ///     .configure(Config::new().parsed_format("host", "std::net::IpAddr"))
    ///     .generate()?;
    /// assert!(generated.text.contains("pub struct Host(pub Vec<support::Parsed<::std::net::IpAddr>>);"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn parsed_format(mut self, format: impl Into<String>, path: impl AsRef<str>) -> Self {
        let setting = Setting::made(ready::parsed(path.as_ref()));
        self.types.formats.insert(format.into(), setting);
        self
    }
}

/// The path of the type that a format is to have, by a ready name or by itself. Else what
/// is wrong, and the way out.
pub(crate) fn format_path(format: &str, name: &str) -> Result<String, (String, Option<String>)> {
    if let Some(ready) = ready::named(format, name) {
        return Ok(ready.path.to_owned());
    }
    if name.contains("::") && !ready::is_of_runtime(name) {
        return match foreign_path(name) {
            Ok(_) => Ok(name.to_owned()),
            Err(reason) => Err((reason, None)),
        };
    }
    let known: Vec<String> = ready::names_of(format)
        .map(|it| format!("`{it}`"))
        .collect();
    let help = match known.as_slice() {
        [] => format!("there is no ready type for `{format}`: give the full path of one"),
        known => format!("for `{format}` there is {}", known.join(", ")),
    };
    let reason = format!(
        "`{name}` is not the full path of a type, as `uuid::Uuid` is, nor a name for `{format}`"
    );
    Err((reason, Some(help)))
}

impl Reader<'_> {
    /// Reads the type of a format.
    pub(super) fn format_type(&mut self, key: &Spanned<Cow<'_, str>>, value: &Value<'_>) {
        let Some(name) = self.string(value) else {
            return;
        };
        match format_path(key.get_ref(), &name) {
            Ok(path) => {
                let setting = setting(key, value, path);
                let format = key.get_ref().to_string();
                self.config.types.formats.insert(format, setting);
            }
            Err((reason, help)) => self.push(span(value), reason, help),
        }
    }

    /// Reads the type of a format that need have no more than `FromStr` and `Display`.
    pub(super) fn parsed_type(&mut self, key: &Spanned<Cow<'_, str>>, value: &Value<'_>) {
        let DeValue::Table(table) = value.get_ref() else {
            return;
        };
        for (inner, path) in table {
            if inner.get_ref() != "parse" {
                self.unknown(inner, &["parse"]);
                continue;
            }
            let Some(text) = self.string(path) else {
                continue;
            };
            match foreign_path(&text) {
                Ok(_) => {
                    let setting = setting(key, path, ready::parsed(&text));
                    let format = key.get_ref().to_string();
                    self.config.types.formats.insert(format, setting);
                }
                Err(reason) => self.push(span(path), reason, None),
            }
        }
    }

    /// Reads the path of a type from elsewhere, and what it stands for.
    fn foreign(
        &mut self,
        key: &Spanned<Cow<'_, str>>,
        value: &Value<'_>,
    ) -> Option<(String, Setting)> {
        let path = self.string(value)?;
        if let Err(reason) = foreign_path(&path) {
            self.push(span(value), reason, None);
            return None;
        }
        Some((key.get_ref().to_string(), setting(key, value, path)))
    }

    /// Reads `[types]`.
    pub(super) fn types(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "builders" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.types.without_builders = !on,
                    _ => self.wanted(value, "`builders` is true or false"),
                },
                "borrowed" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.types.borrowed = *on,
                    _ => self.wanted(value, "`borrowed` is true or false"),
                },
                "visibility" => match self.visibility(value).as_deref() {
                    Some("pub") => self.config.types.visibility = Visibility::Public,
                    Some("pub(crate)") => self.config.types.visibility = Visibility::Crate,
                    Some(_) => self.wanted(value, "visibility is `pub` or `pub(crate)`"),
                    None => {}
                },
                "derives" => self.derives(value),
                "attributes" => self.attributes(value),
                "non-exhaustive" | "non_exhaustive" => self.non_exhaustive(value),
                "maps" => match self.string(value).as_deref() {
                    Some("BTreeMap") => self.config.types.maps = Maps::BTreeMap,
                    Some("HashMap") => self.config.types.maps = Maps::HashMap,
                    Some("IndexMap" | "indexmap") => self.config.types.maps = Maps::IndexMap,
                    Some(_) => self.wanted(value, "maps are `BTreeMap`, `HashMap` or `IndexMap`"),
                    None => {}
                },
                "layout" => match self.string(value).as_deref() {
                    Some("file") => self.config.types.layout = Layout::File,
                    Some("modules") => self.config.types.layout = Layout::Modules,
                    Some("folders") => self.config.types.layout = Layout::Folders,
                    Some("tags") => self.config.types.layout = Layout::Tags,
                    Some("operations") => self.config.types.layout = Layout::Operations,
                    Some(_) => self.wanted(
                        value,
                        "a layout is `file`, `modules`, `folders`, `tags` or `operations`",
                    ),
                    None => {}
                },
                "modules" => self.modules(value),
                "dates" => self.dates(value),
                "replace" => self.replace(value),
                "support" => self.support(value),
                _ => self.unknown(key, &keys::TYPES),
            }
        }
    }

    fn visibility(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        self.config.types.visibility_at = Some(span(value));
        self.string(value)
    }

    fn support(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(text) = self.string(value) else {
            return;
        };
        self.config.types.support = match text.as_str() {
            "crate" => Some(Support::Crate),
            "pasted" => Some(Support::Pasted),
            path => match support_path(path) {
                Ok(()) => Some(Support::Module(text)),
                Err(reason) => return self.wanted(value, &reason),
            },
        };
    }

    fn replace(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(section) = value.get_ref() else {
            self.wanted(value, "`replace` is a table");
            return;
        };
        for (key, value) in section {
            if let Some((place, setting)) = self.foreign(key, value) {
                self.config.types.replaced.insert(place, setting);
            }
        }
    }
}

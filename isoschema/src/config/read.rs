//! `isoschema.toml` → [`Config`], every mistake at once.

use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys;
use super::kinds::{Discriminators, Integers, Nullable, Numbers};
use super::overlays;
use super::setting::Setting;
use super::settings::{Config, Formats};
use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::formats;
use crate::lint::level::{Level, NAMES};
use crate::load::repeated::RepeatedMembers;
use crate::names::name::Name;
use crate::names::nearest::nearest;
use crate::read;
use crate::resolve::dialect::Draft;

pub(super) type Value<'a> = Spanned<DeValue<'a>>;

impl Config {
    /// Reads a configuration file.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and everything in it that is no TOML, no
    /// known key or no fitting value, each with its line.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = path.as_ref();
        let content =
            read::text(path, read::LIMIT).map_err(|error| read::unreadable(path, &error))?;
        let mut config = Self::parse(&path.display().to_string(), &content)?;
        config.files.push(path.to_owned());
        Ok(config)
    }

    /// Reads `isoschema.toml` in a schemas folder; without one, the
    /// configuration that changes nothing.
    ///
    /// # Errors
    ///
    /// Those of [`Config::read`].
    pub fn of_folder(folder: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = folder.as_ref().join("isoschema.toml");
        // A link that leads nowhere is no absence.
        match path.symlink_metadata() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            _ => Self::read(path),
        }
    }

    /// Reads a configuration from its text.
    ///
    /// # Errors
    ///
    /// Those of [`Config::read`] but for the file.
    ///
    /// ```
    /// use isoschema::config::Config;
    /// let error = Config::parse("isoschema.toml", "[names]\nlead = \"lead\"").unwrap_err();
    /// assert!(error.to_string().starts_with("isoschema.toml:2:8: "));
    /// ```
    pub fn parse(name: &str, content: &str) -> Result<Self, Diagnostics> {
        let text = Arc::new(Text::new(name, content.to_owned()));
        let (table, errors) = DeTable::parse_recoverable(content);
        let mut reader = Reader {
            text: &text,
            problems: Collector::default(),
            config: Self {
                text: Some(Arc::clone(&text)),
                ..Self::default()
            },
        };
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let span = Span::new(span.start, span.end);
            reader.push(span, format!("not TOML: {}", error.message()), None);
        }
        reader.sections(table.get_ref());
        reader.problems.finish(reader.config)
    }
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a Arc<Text>,
    problems: Collector,
    pub(super) config: Config,
}

impl Reader<'_> {
    pub(super) fn push(&mut self, span: Span, reason: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::at(Kind::Configuration, self.text, span, reason);
        diagnostic.help = help;
        self.problems.push(diagnostic);
    }

    fn sections(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            if key.get_ref() == "overlays" {
                overlays::read(value, self.text, &mut self.config, &mut self.problems);
                continue;
            }
            let DeValue::Table(section) = value.get_ref() else {
                if keys::TABLES.contains(&key.get_ref().as_ref()) {
                    self.wanted(value, &format!("`{}` is a table", key.get_ref()));
                } else {
                    self.unknown(key, &keys::TABLES);
                }
                continue;
            };
            match key.get_ref().as_ref() {
                "names" => self.names(section),
                "open-enums" => self.open_enums(section),
                "formats" => self.formats(section),
                "upstream" => self.upstream(section),
                "generate" => self.generate(section),
                "types" => self.types(section),
                "emit" => self.package(section),
                "lints" => self.lints(section),
                _ => self.unknown(key, &keys::TABLES),
            }
        }
    }

    fn names(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            let Some(name) = self.string(value) else {
                continue;
            };
            if !Name::is_type(&name) {
                let reason = format!("`{name}` is not a name for a Rust type");
                let help = "a capital letter, then letters and digits: `LeadOpportunity`";
                self.push(span(value), reason, Some(help.to_owned()));
                continue;
            }
            let setting = setting(key, value, name);
            self.config.names.insert(key.get_ref().to_string(), setting);
        }
    }

    fn open_enums(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            let Some(reason) = self.string(value) else {
                continue;
            };
            let setting = setting(key, value, reason);
            self.config
                .open_enums
                .insert(key.get_ref().to_string(), setting);
        }
    }

    fn formats(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("assert", DeValue::Boolean(true)) => self.config.formats = Formats::All,
                ("assert", DeValue::Boolean(false)) => {}
                ("assert", _) => {
                    let names = self.strings(value, "`true` or a list of formats");
                    self.known_formats(value, &names);
                    self.config.formats = Formats::Named(names);
                }
                ("content", DeValue::Boolean(assert)) => self.config.assert_content = *assert,
                ("content", _) => self.wanted(value, "`content` is true or false"),
                (_, DeValue::String(_)) => self.format_type(key, value),
                (_, DeValue::Table(_)) => self.parsed_type(key, value),
                _ => self.unknown(key, &keys::FORMATS),
            }
        }
    }

    fn known_formats(&mut self, value: &Value<'_>, names: &[String]) {
        for name in names.iter().filter(|name| formats::known(name).is_none()) {
            let help = nearest(name, formats::names()).map_or_else(
                || {
                    format!(
                        "the formats are {}",
                        formats::names().collect::<Vec<_>>().join(", ")
                    )
                },
                |near| format!("did you mean `{near}`?"),
            );
            let reason = format!("`{name}` is not a format that the drafts define");
            self.push(span(value), reason, Some(help));
        }
    }

    fn lints(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            if !NAMES.contains(&key.get_ref().as_ref()) {
                self.unknown(key, &NAMES);
                continue;
            }
            let level = self.string(value);
            match level.map(|level| Level::by_name(&level)) {
                Some(Some(level)) => self.config.lints.set(key.get_ref().to_string(), level),
                Some(None) => self.wanted(value, "a lint is `allow`, `warn` or `deny`"),
                None => {}
            }
        }
    }

    fn upstream(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "base" => {
                    let base = self.string(value);
                    if base.as_ref().is_some_and(|base| !base.contains("{name}")) {
                        self.wanted(value, "`base` has `{name}` where a schema's name belongs");
                    }
                    self.config.upstream.base = base;
                }
                "openapi" => self.config.upstream.openapi = self.string(value),
                "roots" => {
                    self.config.upstream.roots = self.strings(value, "a list of schema names");
                }
                _ => self.unknown(key, &keys::UPSTREAM),
            }
        }
    }

    fn generate(&mut self, section: &DeTable<'_>) {
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "default-draft" => {
                    let Some(name) = self.string(value) else {
                        continue;
                    };
                    if let Some(draft) = Draft::by_name(&name) {
                        self.config.default_draft = draft;
                    } else {
                        let wanted = "a draft is one of 4, 6, 7, 2019-09 and 2020-12";
                        self.wanted(value, wanted);
                    }
                }
                "integers" => match self.string(value).as_deref() {
                    Some("exact") => self.config.integers = Integers::Exact,
                    Some("wide") => self.config.integers = Integers::Wide,
                    Some("i64") => self.config.integers = Integers::I64,
                    Some(_) => self.wanted(value, "integers are `i64`, `wide` or `exact`"),
                    None => {}
                },
                "numbers" => match self.string(value).as_deref() {
                    Some("exact") => self.config.numbers = Numbers::Exact,
                    Some("f64") => self.config.numbers = Numbers::F64,
                    Some("number") => self.config.numbers = Numbers::Number,
                    Some(_) => self.wanted(value, "numbers are `number`, `f64` or `exact`"),
                    None => {}
                },
                "discriminators" => match self.string(value).as_deref() {
                    Some("constant") => self.config.discriminators = Discriminators::Constant,
                    Some("annotation") => self.config.discriminators = Discriminators::Annotation,
                    Some(_) => {
                        self.wanted(
                            value,
                            "discriminators are read as `constant` or `annotation`",
                        );
                    }
                    None => {}
                },
                "imply-type" | "imply_type" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.implies_types = *on,
                    _ => self.wanted(value, "`imply-type` is true or false"),
                },
                "nullable" => match self.string(value).as_deref() {
                    Some("strict") => self.config.nullable = Nullable::Strict,
                    Some("meant") => self.config.nullable = Nullable::Meant,
                    Some(_) => self.wanted(value, "`nullable` is read as `strict` or `meant`"),
                    None => {}
                },
                "views" => match value.get_ref() {
                    DeValue::Boolean(on) => self.config.views = *on,
                    _ => self.wanted(value, "`views` is true or false"),
                },
                "repeated-members" | "repeated_members" => match self.string(value).as_deref() {
                    Some("last") => self.config.repeated_members = RepeatedMembers::Last,
                    Some("refused") => self.config.repeated_members = RepeatedMembers::Refused,
                    Some(_) => self.wanted(value, "repeated members are `refused` or `last`"),
                    None => {}
                },
                _ => {
                    self.unknown(key, &keys::GENERATE);
                }
            }
        }
    }

    pub(super) fn string(&mut self, value: &Value<'_>) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.to_string());
        }
        self.wanted(value, "a text in quotes is expected");
        None
    }

    pub(super) fn strings(&mut self, value: &Value<'_>, wanted: &str) -> Vec<String> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wanted(value, &format!("{wanted} is expected"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.string(item)).collect()
    }

    pub(super) fn wanted(&mut self, value: &Value<'_>, wanted: &str) {
        self.push(span(value), wanted.to_owned(), None);
    }

    pub(super) fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) {
        let name = key.get_ref();
        let near = nearest(name, known.iter().copied());
        // A table is rather misspelt than the key of another one.
        let help = if let Some(near) = near.filter(|near| keys::TABLES.contains(near)) {
            format!("did you mean `[{near}]`?")
        } else if let Some(table) = keys::table_of(name, known) {
            format!("it stands below `[{table}]`")
        } else if let Some(near) = near {
            format!("did you mean `{near}`?")
        } else {
            format!("known here: {}", known.join(", "))
        };
        self.push(
            key_span(key),
            format!("the key `{name}` is not known"),
            Some(help),
        );
    }
}

pub(super) fn span(value: &Value<'_>) -> Span {
    Span::new(value.span().start, value.span().end)
}

pub(super) fn key_span(key: &Spanned<std::borrow::Cow<'_, str>>) -> Span {
    Span::new(key.span().start, key.span().end)
}

/// What an item of a list says.
pub(super) fn item_setting(item: &Value<'_>, text: String) -> Setting {
    Setting {
        value: text,
        spans: Some((span(item), span(item))),
    }
}

pub(super) fn setting(
    key: &Spanned<std::borrow::Cow<'_, str>>,
    value: &Value<'_>,
    text: String,
) -> Setting {
    Setting {
        value: text,
        spans: Some((key_span(key), span(value))),
    }
}

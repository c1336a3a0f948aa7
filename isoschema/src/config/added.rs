//! What is added to generated types: derives, attributes, `#[non_exhaustive]`.

use toml::Spanned;
use toml::de::DeValue;

use super::addition::{Addition, NonExhaustive};
use super::paths::{attribute, derive_path, is_present};
use super::read::{Reader, Value, item_setting, key_span, setting, span};
use super::setting::Setting;
use super::settings::Config;
use crate::diagnostics::text::Span;
use crate::diagnostics::{Diagnostic, Kind};
use crate::names::name::Name;

/// In place of a type's name, what is for all types.
const ALL: &str = "all";

impl Config {
    /// Derives one more trait for every type, by the path of its macro:
    /// `zeroize::Zeroize`. What the types consist of has to allow it, and what it makes or
    /// changes is up to it: a type's checks are not asked.
    #[must_use]
    pub fn derive(mut self, path: impl Into<String>) -> Self {
        self.types.derives.push(made(None, path.into()));
        self
    }

    /// Derives one more trait for the type of this Rust name.
    ///
    /// ```
    /// use isoschema::config::Config;
    ///
    /// let config = Config::new().derive_for("Order", "utoipa::ToSchema");
    /// # let _ = config;
    /// ```
    #[must_use]
    pub fn derive_for(mut self, ty: impl Into<String>, path: impl Into<String>) -> Self {
        self.types.derives.push(made(Some(ty.into()), path.into()));
        self
    }

    /// Puts one more attribute on every type: `#[must_use]`.
    #[must_use]
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        self.types.attributes.push(made(None, attribute.into()));
        self
    }

    /// Puts one more attribute on the type of this Rust name.
    ///
    /// ```
    /// use isoschema::config::Config;
    ///
    /// let config = Config::new()
    ///     .attribute_for("Order", r#"#[cfg_attr(feature = "docs", derive(utoipa::ToSchema))]"#);
    /// # let _ = config;
    /// ```
    #[must_use]
    pub fn attribute_for(mut self, ty: impl Into<String>, attribute: impl Into<String>) -> Self {
        let addition = made(Some(ty.into()), attribute.into());
        self.types.attributes.push(addition);
        self
    }

    /// Makes every enum `#[non_exhaustive]`: what matches on it in another crate needs
    /// `_`, and goes on compiling when the schema gains a variant.
    #[must_use]
    pub fn non_exhaustive_enums(mut self) -> Self {
        self.types.non_exhaustive.push(NonExhaustive::Enums);
        self
    }

    /// Makes every struct with public fields `#[non_exhaustive]`: other crates make it by its builder, by
    /// `Default` or from a document, and go on compiling when the schema gains a member.
    #[must_use]
    pub fn non_exhaustive_structs(mut self) -> Self {
        self.types.non_exhaustive.push(NonExhaustive::Structs);
        self
    }

    /// Makes the type of this Rust name `#[non_exhaustive]`.
    #[must_use]
    pub fn non_exhaustive(mut self, ty: impl Into<String>) -> Self {
        let setting = Setting::made(ty.into());
        self.types.non_exhaustive.push(NonExhaustive::Type(setting));
        self
    }
}

fn made(to: Option<String>, what: String) -> Addition {
    Addition {
        to,
        what: Setting::made(what),
    }
}

/// Whether a text can be added.
type Checked = fn(&str) -> Result<(), String>;

impl Reader<'_> {
    /// Reads `derives`: a list for all types, or a table of lists by type.
    pub(super) fn derives(&mut self, value: &Value<'_>) {
        let checked: Checked = |text| derive_path(text).map(|_| ());
        self.config.types.derives = self.additions(value, "paths of derive macros", checked);
    }

    /// Reads `attributes` alike.
    pub(super) fn attributes(&mut self, value: &Value<'_>) {
        let checked: Checked = |text| attribute(text).map(|_| ());
        self.config.types.attributes = self.additions(value, "attributes", checked);
    }

    fn additions(&mut self, value: &Value<'_>, what: &str, checked: Checked) -> Vec<Addition> {
        let mut found = Vec::new();
        match value.get_ref() {
            DeValue::Table(section) => {
                for (key, value) in section {
                    let to = key.get_ref().to_string();
                    if to != ALL && !Name::is_type(&to) {
                        let reason = format!("`{to}` is not a name for a Rust type");
                        let help = format!("the name of a generated type, or `{ALL}`");
                        self.push(key_span(key), reason, Some(help));
                        continue;
                    }
                    let to = (to != ALL).then_some(to);
                    for (text, item) in self.texts(value, what, checked) {
                        let what = setting(key, item, text);
                        let to = to.clone();
                        found.push(Addition { to, what });
                    }
                }
            }
            DeValue::Array(_) => {
                for (text, item) in self.texts(value, what, checked) {
                    let what = item_setting(item, text);
                    found.push(Addition { to: None, what });
                }
            }
            _ => self.wanted(
                value,
                &format!("a list of {what}, or a table of such lists by type"),
            ),
        }
        found
    }

    /// The texts of a list that can be added.
    fn texts<'v>(
        &mut self,
        value: &'v Value<'v>,
        what: &str,
        checked: Checked,
    ) -> Vec<(String, &'v Spanned<DeValue<'v>>)> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wanted(value, &format!("a list of {what} is expected"));
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items {
            let Some(text) = self.string(item) else {
                continue;
            };
            match checked(&text) {
                Ok(()) if is_present(&text) => self.is_there(span(item), &text),
                Ok(()) => found.push((text, item)),
                Err(reason) => self.push(span(item), reason, None),
            }
        }
        found
    }

    /// Says of a derive that it is there anyway.
    fn is_there(&mut self, at: Span, text: &str) {
        let reason = format!("`{text}` is there already wherever it can be");
        let warning = Diagnostic::at(Kind::Configuration, self.text, at, reason);
        let warning = warning.help("leave it out").warning();
        self.config.warnings.push(warning);
    }

    /// Reads `non-exhaustive`.
    pub(super) fn non_exhaustive(&mut self, value: &Value<'_>) {
        let wanted = "`true`, \"enums\", \"structs\", or a list of these and of types";
        let items = match value.get_ref() {
            DeValue::Boolean(all) => {
                if *all {
                    let all = [NonExhaustive::Enums, NonExhaustive::Structs];
                    self.config.types.non_exhaustive.extend(all);
                }
                return;
            }
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        for item in items {
            let Some(text) = self.string(item) else {
                continue;
            };
            let one = match text.as_str() {
                "enums" => NonExhaustive::Enums,
                "structs" => NonExhaustive::Structs,
                name if Name::is_type(name) => NonExhaustive::Type(item_setting(item, text)),
                _ => {
                    self.wanted(item, wanted);
                    continue;
                }
            };
            self.config.types.non_exhaustive.push(one);
        }
    }
}

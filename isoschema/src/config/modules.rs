//! The modules that the configuration puts documents into: `[types.modules]`.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use super::read::{Reader, Value, item_setting, key_span, span};
use super::setting::Setting;
use super::settings::Config;
use crate::names::name::Name;

impl Config {
    /// Puts the types of a document into a module of this name, whatever the
    /// layout; several documents may be in one.
    ///
    /// ```
    /// use isoschema::{Generator, config::Config};
    ///
    /// let generated = Generator::new()
    ///     .text("order.json", r#"{"type": "object"}"#)
    ///     .text("line.json", r#"{"type": "object"}"#)
    ///     .configure(Config::new().module("order", "orders").module("line", "orders"))
    ///     .generate()?;
    /// assert!(generated.text.contains("pub mod orders {"));
    /// assert!(generated.text.contains("pub use self::orders::{Line, Order};"));
    /// # Ok::<(), isoschema::diagnostics::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn module(mut self, document: impl Into<String>, module: impl Into<String>) -> Self {
        let setting = Setting::made(module.into());
        self.types.modules.of.insert(document.into(), setting);
        self
    }
}

/// Whether a module can have this name as it is.
pub(crate) fn is_module(name: &str) -> bool {
    Name::of_module(name).as_str() == name
}

impl Reader<'_> {
    pub(super) fn modules(&mut self, value: &Value<'_>) {
        let DeValue::Table(section) = value.get_ref() else {
            return self.wanted(value, "`modules` is a table: the documents of each module");
        };
        for (key, value) in section {
            let module = key.get_ref();
            if !is_module(module) {
                let reason = format!("`{module}` is not a name for a module");
                let help = format!("`{}` is one", Name::of_module(module));
                self.push(key_span(key), reason, Some(help));
                continue;
            }
            let DeValue::Table(members) = value.get_ref() else {
                self.documents(module, value);
                continue;
            };
            for (key, value) in members {
                self.about(module, key, value);
            }
        }
    }

    /// What a table says of a module.
    fn about(&mut self, module: &str, key: &Spanned<Cow<'_, str>>, value: &Value<'_>) {
        match key.get_ref().as_ref() {
            "documents" => self.documents(module, value),
            "doc" => {
                if let Some(doc) = self.string(value) {
                    let docs = &mut self.config.types.modules.docs;
                    docs.insert(module.to_owned(), doc);
                }
            }
            _ => self.unknown(key, &["doc", "documents"]),
        }
    }

    fn documents(&mut self, module: &str, value: &Value<'_>) {
        let DeValue::Array(documents) = value.get_ref() else {
            return self.wanted(value, "a list of documents is expected");
        };
        for item in documents {
            let Some(document) = self.string(item) else {
                continue;
            };
            if let Some(first) = self.config.types.modules.of.get(&document) {
                let reason = format!("`{document}` is in the module `{}` already", first.value);
                self.push(span(item), reason, None);
                continue;
            }
            let setting = item_setting(item, module.to_owned());
            self.config.types.modules.of.insert(document, setting);
        }
    }
}

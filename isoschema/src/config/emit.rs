//! What a crate that is written as a whole says of itself: `[emit]`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys;
use super::package::{Package, is_version};
use super::read::{Reader, span};

impl Reader<'_> {
    /// Reads `[emit]`.
    pub(super) fn package(&mut self, section: &DeTable<'_>) {
        let mut package = Package::default();
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "name" => package.name = self.string(value),
                "version" => {
                    package.version = self.string(value);
                    if package.version.as_deref().is_some_and(|it| !is_version(it)) {
                        self.wanted(value, "a version is three numbers, as in `0.2.0`");
                    }
                }
                "description" => package.description = self.string(value),
                "license" => package.license = self.string(value),
                "copyright" => package.copyright = self.string(value),
                "authors" => package.authors = self.strings(value, "a list of authors"),
                "repository" => package.repository = self.string(value),
                "homepage" => package.homepage = self.string(value),
                "keywords" => package.keywords = self.strings(value, "a list of words"),
                "categories" => package.categories = self.strings(value, "a list of categories"),
                "dependencies" => self.dependencies(value, &mut package),
                _ => self.unknown(key, &keys::EMIT),
            }
        }
        self.config.package = package;
    }

    fn dependencies(&mut self, value: &Spanned<DeValue<'_>>, package: &mut Package) {
        let DeValue::Table(section) = value.get_ref() else {
            self.wanted(value, "`dependencies` is a table");
            return;
        };
        for (key, value) in section {
            let at = span(value);
            let text = self.text.content().get(at.start..at.end).unwrap_or("");
            let inline = text.starts_with(['"', '\'', '{']) && !text.contains(['\n', '\r']);
            if inline {
                let name = key.get_ref().to_string();
                package.dependencies.insert(name, text.to_owned());
            } else {
                self.wanted(value, "a version, or a table in braces, in one line");
            }
        }
    }
}

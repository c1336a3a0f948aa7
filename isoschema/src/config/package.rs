//! What a crate that is written as a whole says of itself: `[emit]`.

use indexmap::IndexMap;

/// The manifest's data of a crate that [`emit::Crate`](crate::emit::Crate)
/// writes. What is not set is left out, but for the version, which is
/// `0.1.0`, and the description, which is a general one.
///
/// ```toml
/// [emit]
/// name = "vendor-schemas"
/// version = "0.2.0"
/// description = "The vendor's orders."
/// license = "MIT OR Apache-2.0"
/// copyright = "2026 The authors"
/// authors = ["A. Author <author@example.com>"]
/// repository = "https://example.com/vendor-schemas"
///
/// [emit.dependencies]
/// iso_currency = { version = "0.5", features = ["with-serde"] }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Package {
    /// The package's name.
    pub name: Option<String>,
    /// Its version (Semantic Versioning 2.0.0).
    pub version: Option<String>,
    /// What it is, in a line.
    pub description: Option<String>,
    /// The SPDX expression of its licence. The texts of MIT and Apache-2.0
    /// are written too.
    pub license: Option<String>,
    /// Year and holder, for the text of the MIT licence; the authors where it
    /// is not set.
    pub copyright: Option<String>,
    /// Its authors.
    pub authors: Vec<String>,
    /// The URL of its sources.
    pub repository: Option<String>,
    /// The URL of its site.
    pub homepage: Option<String>,
    /// Up to five words to find it by.
    pub keywords: Vec<String>,
    /// Its categories, as the registry has them.
    pub categories: Vec<String>,
    /// Dependencies beside its own, such as those of `[types.replace]`: the
    /// crate's name and what TOML gives it, `"1"` or `{ version = "1" }`.
    pub dependencies: IndexMap<String, String>,
}

impl Package {
    /// The version, set or not.
    #[must_use]
    pub fn version(&self) -> &str {
        self.version.as_deref().unwrap_or("0.1.0")
    }
}

/// Whether a text has the form of a version.
pub(crate) fn is_version(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
    let (numbers, _) = text.split_once(['-', '+']).unwrap_or((text, ""));
    let parts: Vec<&str> = numbers.split('.').collect();
    text.bytes().all(plain)
        && parts.len() == 3
        && parts.iter().all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && (part.len() == 1 || !part.starts_with('0'))
        })
}

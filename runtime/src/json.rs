//! Values ↔ JSON texts.
use super::*;

/// A type that is read from JSON text, and written as it.
///
/// Every generated type is one, and so are lists, maps and options of them.
/// Generated types have these methods themselves, too; their `to_json` gives
/// the text alone where no type from elsewhere is in them.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::{Integer, Json};
///
/// let amounts = Vec::<Integer>::from_json("[1, 2]")?;
/// assert_eq!(amounts.to_json()?, "[1,2]");
///
/// let error = Vec::<Integer>::from_json("[1, 2.5]").unwrap_err();
/// assert_eq!(error.path(), Some("[1]"));
/// # Ok::<(), isoschema_runtime::Error>(())
/// ```
pub trait Json<'de>: Sized {
    /// Reads a document from JSON text.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or the document does not fit the schema: then the
    /// error gives the value's path and the schema's location.
    fn from_json(text: &'de str) -> Result<Self, Error>;

    /// Reads a document from JSON text in UTF-8.
    ///
    /// # Errors
    ///
    /// As [`Json::from_json`], and where the text is not UTF-8.
    fn from_json_slice(text: &'de [u8]) -> Result<Self, Error>;

    /// Writes the value as JSON text.
    ///
    /// # Errors
    ///
    /// A type from elsewhere cannot be written; [`Error::syntax`] says why.
    fn to_json(&self) -> Result<String, Error>;
}

impl<'de, T: Read<'de> + ::serde::Serialize> Json<'de> for T {
    fn from_json(text: &'de str) -> Result<Self, Error> {
        from_json(text)
    }

    fn from_json_slice(text: &'de [u8]) -> Result<Self, Error> {
        from_json_slice(text)
    }

    fn to_json(&self) -> Result<String, Error> {
        // Only with `Scanner`.
        if let Some(text) = text_of(self) {
            return Ok(text);
        }
        ::serde_json::to_string(self).map_err(Error::syntax_error)
    }
}

/// The JSON text of a value that consists of generated types alone: these can
/// always be written.
pub fn to_json<T: ::serde::Serialize>(value: &T) -> String {
    // Only with `Scanner`.
    if let Some(text) = text_of(value) {
        return text;
    }
    ::serde_json::to_string(value).unwrap_or_default()
}

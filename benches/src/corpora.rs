//! Real documents that nobody tuned for: the folders of `ISOSCHEMA_CORPORA`, with types that the build script made.

use serde::Serialize;
use serde::de::DeserializeOwned;

mod types {
    #![allow(warnings, clippy::all, clippy::pedantic)]

    use super::Visit;

    include!(concat!(env!("OUT_DIR"), "/corpora.rs"));

    /// Goes through the corpora; through none where the types were made without.
    pub(super) fn all(visitor: &mut impl Visit) {
        visit_all(visitor);
    }
}

/// Goes through corpora, whose types differ.
pub trait Visit {
    /// What to do with each: its name, its files, and `from_json_slice` of its type.
    fn visit<T, E>(
        &mut self,
        name: &str,
        schema: &str,
        documents: &str,
        read: fn(&[u8]) -> Result<T, E>,
    ) where
        T: DeserializeOwned + Serialize,
        E: std::error::Error;
}

/// Goes through all corpora; through none where the types were made without.
pub fn all(visitor: &mut impl Visit) {
    types::all(visitor);
}

/// The documents of a corpus, a line each.
///
/// # Errors
///
/// A file that cannot be read.
pub fn documents(file: &str) -> std::io::Result<Vec<Vec<u8>>> {
    let text = std::fs::read_to_string(file)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.map(|line| line.as_bytes().to_vec()).collect())
}

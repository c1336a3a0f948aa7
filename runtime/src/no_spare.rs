//! Without the standard library, no memory is kept between two documents.
use super::*;

/// The quotes of a text.
#[derive(Default)]
pub(crate) struct Spare {
    pub(crate) quotes: Quotes,
}

impl Spare {
    /// No memory.
    pub(crate) fn taken() -> Self {
        Self::default()
    }
}

impl Tape<'_> {
    /// An empty tape for a text with these quotes.
    pub(crate) fn with_memory(spare: Spare) -> Self {
        Self {
            quotes: spare.quotes,
            ..Self::new()
        }
    }

    /// Takes none.
    pub(crate) fn reuse(&mut self) {}

    /// Gives the tape's memory back.
    pub(crate) fn recycle(&mut self) {}
}

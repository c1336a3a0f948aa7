//! Without the standard library, no memory is kept between two documents.
use super::*;

/// No memory.
pub(crate) fn spare_quotes() -> Quotes {
    Quotes::new()
}

impl Tape<'_> {
    /// Takes none.
    pub(crate) fn reuse(&mut self) {}

    /// Gives the tape's memory back.
    pub(crate) fn recycle(&mut self) {}
}

impl Scanner<'_> {
    /// Takes none.
    pub(crate) fn reuse_notes(&mut self) {}

    /// Nobody takes it.
    pub(crate) fn recycle_notes(&mut self) {}
}

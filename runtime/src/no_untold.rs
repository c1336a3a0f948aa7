//! Without the standard library, why a document does not fit is told at once.
use super::*;

/// Why a text was refused.
#[derive(Debug)]
pub(crate) struct Untold(Error);

impl Untold {
    pub(crate) fn new(text: &str, tell: TellWhy) -> Self {
        Self(tell(text))
    }

    pub(crate) fn told(&self) -> &Error {
        &self.0
    }
}

//! Why a document does not fit is told where somebody asks.
use super::*;

/// A text that was refused, until somebody asks.
pub(crate) struct Untold {
    text: Box<str>,
    tell: TellWhy,
    told: ::std::sync::OnceLock<Error>,
}

impl Untold {
    pub(crate) fn new(text: &str, tell: TellWhy) -> Self {
        Self {
            text: text.into(),
            tell,
            told: ::std::sync::OnceLock::new(),
        }
    }

    pub(crate) fn told(&self) -> &Error {
        self.told.get_or_init(|| (self.tell)(&self.text))
    }
}

impl ::core::fmt::Debug for Untold {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        self.told().fmt(f)
    }
}

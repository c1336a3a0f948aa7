//! Why a document does not fit is told where somebody asks.
use super::*;

/// Of longer texts it is told at once: an error is no place for many megabytes.
const LONGEST: usize = 1 << 20;

/// A text that was refused, until somebody asks.
pub(crate) struct Untold {
    text: Box<str>,
    tell: TellWhy,
    told: ::std::sync::OnceLock<Error>,
}

impl Untold {
    pub(crate) fn new(text: &str, tell: TellWhy) -> Self {
        let told = ::std::sync::OnceLock::new();
        let is_kept = text.len() <= LONGEST;
        if !is_kept {
            told.get_or_init(|| tell(text));
        }
        Self {
            text: if is_kept { text.into() } else { Box::default() },
            tell,
            told,
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

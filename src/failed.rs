//! What is no success, as an error.

use std::fmt;

use crate::{Failure, Unexpected};

/// Why there is no success: [`Answer::into_result`](crate::Answer::into_result).
#[derive(Debug)]
pub enum Failed {
    /// The API says why.
    Failure(Box<Failure>),
    /// Something came that the API says nothing of.
    Unexpected(Box<Unexpected>),
}

impl Failed {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Failure(failure) => failure.status(),
            Self::Unexpected(other) => other.status(),
        }
    }

    /// Whether the same request can be sent again later: the caller has sent too
    /// many, or the server cannot serve it now.
    #[must_use]
    pub fn is_for_now(&self) -> bool {
        match self {
            Self::Failure(failure) => failure.is_for_now(),
            Self::Unexpected(other) => matches!(other.status(), 429 | 502..=504),
        }
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(failure) => failure.fmt(out),
            Self::Unexpected(other) => other.fmt(out),
        }
    }
}

impl std::error::Error for Failed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Failure(_) => None,
            Self::Unexpected(other) => other.error().map(|error| error as _),
        }
    }
}

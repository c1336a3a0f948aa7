//! Answers of which the API says nothing.

use std::fmt;

use crate::support::Error;

/// An answer that is not as the API describes it, whole.
#[derive(Debug)]
pub struct Unexpected {
    status: u16,
    body: Vec<u8>,
    error: Option<Error>,
}

impl Unexpected {
    pub(crate) fn new(status: u16, body: Vec<u8>, error: Option<Error>) -> Self {
        Self {
            status,
            body,
            error,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The body, as it came.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Why the body is not what the API says of this status; `None` where it says
    /// nothing of the status.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// The body, as it came.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }
}

/// How much of a body is shown.
const SHOWN: usize = 200;

impl fmt::Display for Unexpected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.status)?;
        if let Some(error) = &self.error {
            return error.fmt(out);
        }
        let text = String::from_utf8_lossy(&self.body);
        let shown: String = text.chars().take(SHOWN).collect();
        let rest = if shown.len() < text.len() { "…" } else { "" };
        write!(out, "not a status of this operation: {shown:?}{rest}")
    }
}

impl std::error::Error for Unexpected {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.as_ref().map(|error| error as _)
    }
}

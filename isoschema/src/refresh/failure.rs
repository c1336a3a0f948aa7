//! Why there is no answer to a request.

use crate::diagnostics::{Diagnostic, Kind};

/// Why there is no answer.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) reason: String,
    pub(super) help: Option<String>,
    /// Nobody answers there, or nothing that makes sense: not worth asking for
    /// anything else.
    pub(super) hopeless: bool,
    /// There is no such document.
    pub(super) missing: bool,
}

impl Failure {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            help: None,
            hopeless: false,
            missing: false,
        }
    }

    /// What was not asked for, since the refresh has failed already.
    pub(super) fn skipped() -> Self {
        Self::new("not asked for: the refresh has failed already")
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn diagnostic(self, url: &str) -> Diagnostic {
        let mut problem = Diagnostic::of_file(Kind::Upstream, url, self.reason);
        problem.help = self.help;
        problem
    }
}

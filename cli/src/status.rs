//! How a command ends.

use std::io;
use std::process::ExitCode;

use crate::refresh::Refreshed;

/// Why a command could not run: a text for standard error.
pub type Failure = Box<dyn std::error::Error>;

/// What a command ends with.
pub type Done = Result<Status, Failure>;

/// What a command that could run has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is done, or there was nothing to find: 0.
    Fine,
    /// It found what it looks for: 1.
    Found,
}

impl Status {
    /// [`Status::Found`] where something was.
    #[must_use]
    pub fn found(found: bool) -> Self {
        if found { Self::Found } else { Self::Fine }
    }
}

impl From<Refreshed> for Status {
    fn from(refreshed: Refreshed) -> Self {
        Self::found(refreshed == Refreshed::Disagrees)
    }
}

/// The exit status, once it is said why there was a failure.
#[must_use]
pub fn ended(done: Done) -> ExitCode {
    match done {
        Ok(Status::Fine) => ExitCode::SUCCESS,
        Ok(Status::Found) => ExitCode::from(1),
        Err(failure) => {
            let text = failure.to_string();
            // Who reads no further need not be told.
            let kind = failure.downcast_ref::<io::Error>().map(io::Error::kind);
            let is_said = text.starts_with(['\u{1b}']) || text.starts_with("error");
            match kind {
                Some(io::ErrorKind::BrokenPipe) => {}
                _ if is_said => eprintln!("{text}"),
                _ => eprintln!("error: {text}"),
            }
            ExitCode::from(2)
        }
    }
}

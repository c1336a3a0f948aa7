//! What a refresh tells while it works.

use std::path::Path;
use std::time::Duration;

/// One step of a refresh.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// So many schemas are known by now.
    Known(usize),
    /// A schema has arrived.
    Fetched {
        /// Its name, or the URL of an OpenAPI document.
        schema: &'a str,
        /// Its length in bytes.
        size: usize,
        /// Whether the server said that it is the one that is there already.
        unchanged: bool,
    },
    /// A request failed in a way that may pass, and is made again.
    Retry {
        /// Its URL.
        url: &'a str,
        /// What happened.
        reason: &'a str,
        /// How long until then.
        wait: Duration,
    },
    /// Everything has arrived; each schema is asked for once more, so that no
    /// set is taken that changed while it was fetched.
    Confirming,
    /// Some did change: all is fetched again.
    Changed {
        /// The names of those.
        schemas: &'a [String],
    },
    /// The new folder is being made beside the old one.
    Staging,
    /// A file of it was written.
    Staged(&'a Path),
    /// The types are being generated from it.
    Generating,
    /// It is complete and good. Both folders can be read, here for the last
    /// time side by side.
    Ready {
        /// The folder that is in use.
        old: &'a Path,
        /// The folder that takes its place when this event is over.
        new: &'a Path,
    },
    /// The new folder is in place.
    Replaced,
    /// A file of the old folder was removed.
    Removed(&'a Path),
}

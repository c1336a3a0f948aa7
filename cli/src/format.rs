//! How an outcome is printed.

use clap::ValueEnum;

/// How an outcome is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a pull request
    Markdown,
    /// As annotations of a GitHub workflow
    Github,
}

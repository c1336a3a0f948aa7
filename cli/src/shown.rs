//! What people see: diagnostics and outcomes, in colour where they are looked
//! at.

use std::io::Write as _;

use anstream::{AutoStream, ColorChoice};
use isoschema::diagnostics::Diagnostics;

use crate::Failure;

/// Whether what goes to a stream is shown in colour: on a terminal that can,
/// unless `NO_COLOR` or `CLICOLOR` say otherwise, and wherever
/// `CLICOLOR_FORCE` says so.
pub(crate) fn is_coloured(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Diagnostics with the lines that they speak of.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn rendered(diagnostics: Diagnostics) -> Failure {
    shown(&diagnostics).into()
}

/// What is wrong with a file that is no schema.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn of_file(diagnostics: Diagnostics) -> Failure {
    let text = shown(&diagnostics);
    // The last line counts problems of schemas.
    let own = text.rsplit_once("\n\n").map_or(&*text, |(own, _)| own);
    own.into()
}

/// Says on standard error what should be looked at.
pub(crate) fn warn(warnings: Option<&Diagnostics>) {
    if let Some(warnings) = warnings {
        eprintln!("{}", shown(warnings));
    }
}

/// Puts a text on standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    Ok(std::io::stdout().write_all(text.as_bytes())?)
}

fn shown(diagnostics: &Diagnostics) -> String {
    if is_coloured(&std::io::stderr()) {
        diagnostics.render_in_colour()
    } else {
        diagnostics.render()
    }
}

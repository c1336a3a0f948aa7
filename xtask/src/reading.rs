//! Flags on how schemas are read → the engine's builder.

use std::io::IsTerminal as _;

use isoschema::Generator;
use isoschema::diagnostics::Diagnostics;

use crate::Failure;
use crate::cli::Reading;

/// A generator with these flags set.
pub(crate) fn generator(reading: &Reading) -> Generator {
    let mut generator = Generator::new().max_size(reading.max_size);
    for (url, folder) in &reading.remote_bases {
        generator = generator.remote_base(url, folder);
    }
    if let Some(draft) = reading.default_draft {
        generator = generator.default_draft(draft);
    }
    if let Some(config) = &reading.config {
        generator = generator.config(config);
    }
    generator
}

/// Diagnostics with the lines that they speak of.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn rendered(diagnostics: Diagnostics) -> Failure {
    shown(&diagnostics).into()
}

/// Says on standard error what should be looked at.
pub(crate) fn warn(warnings: Option<&Diagnostics>) {
    if let Some(warnings) = warnings {
        eprintln!("{}", shown(warnings));
    }
}

fn shown(diagnostics: &Diagnostics) -> String {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if colour {
        diagnostics.render_in_colour()
    } else {
        diagnostics.render()
    }
}

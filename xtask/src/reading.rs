//! Flags on how schemas are read → the engine's builder.

use std::io::IsTerminal as _;

use isoschema::{Diagnostics, Generator};

use crate::Failure;
use crate::cli::{Draft, Reading};

/// A generator with these flags set.
pub(crate) fn generator(reading: &Reading) -> Generator {
    let mut generator = Generator::new();
    for (url, folder) in &reading.remote_bases {
        generator = generator.remote_base(url, folder);
    }
    if let Some(draft) = reading.default_draft {
        generator = generator.default_draft(match draft {
            Draft::Four => isoschema::Draft::Draft4,
            Draft::Six => isoschema::Draft::Draft6,
            Draft::Seven => isoschema::Draft::Draft7,
            Draft::Of2019 => isoschema::Draft::Draft201909,
            Draft::Of2020 => isoschema::Draft::Draft202012,
        });
    }
    if let Some(config) = &reading.config {
        generator = generator.config(config);
    }
    generator
}

/// Diagnostics with the lines that they speak of.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
pub(crate) fn rendered(diagnostics: Diagnostics) -> Failure {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = if colour {
        diagnostics.render_in_colour()
    } else {
        diagnostics.render()
    };
    text.into()
}

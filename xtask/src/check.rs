//! Payloads → where they do not fit, and the exit status that says so.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use isoschema::config::Config;
use isoschema::load::Source;
use isoschema::payload::Check as Checking;

use crate::Failure;
use crate::cli::{Check, CheckFormat};
use crate::reading::rendered;

/// Judges the payloads and prints the outcome.
pub(crate) fn check(command: &Check) -> Result<ExitCode, Failure> {
    let source = Source::folder(&command.schemas).max_size(command.max_size);
    let config = Config::of_folder(&command.schemas).map_err(rendered)?;
    let mut checking = Checking::of(&source, &config, &command.schema).map_err(rendered)?;
    for path in &command.payloads {
        checking.path(path).map_err(rendered)?;
    }
    let outcome = checking.finish();
    let text = match command.format {
        CheckFormat::Json => {
            let json = outcome.to_json(command.suggest, command.infer_open);
            serde_json::to_string_pretty(&json)? + "\n"
        }
        CheckFormat::Text => {
            let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let mut text = outcome.to_text(command.most, colour);
            if command.infer_open {
                text.push('\n');
                text.push_str(&outcome.codes_to_text());
            }
            if command.suggest {
                text.push('\n');
                text.push_str(&outcome.suggest_to_text());
            }
            text
        }
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::from(outcome.status()))
}

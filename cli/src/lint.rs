//! Schemas → what is allowed in them and surely not meant.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use isoschema::diagnostics::Diagnostic;
use serde_json::json;

use crate::github::annotation;
use crate::input::Input;
use crate::reading::Reading;
use crate::shown::{print, rendered, warn};
use crate::{Done, Status};

/// Warns of what is allowed in schemas and surely not meant.
///
/// The exit status is 0, or 1 where something was found and `--deny` is given,
/// or where `[lints]` of the configuration denies it.
#[derive(Debug, Args)]
pub struct Lint {
    /// A schema's file or an OpenAPI document, in JSON or YAML; a folder of
    /// schemas; `-` for standard input; or FILE#/POINTER
    #[arg(value_name = "INPUT", default_value = "schemas")]
    pub input: PathBuf,
    /// Fails where anything is found
    #[arg(long)]
    pub deny: bool,
    /// How it is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = LintFormat::Text)]
    pub format: LintFormat,
    /// How the schemas are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// How warnings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// For people, on standard error
    Text,
    /// For programs
    Json,
    /// As annotations of a GitHub workflow
    Github,
}

impl Lint {
    pub(crate) fn run(&self) -> Done {
        let input = Input::of(&self.input);
        let generator = input.give(self.reading.generator(), self.reading.max_size)?;
        let (found, is_denied) = match generator.generate() {
            Ok(generated) => (generated.warnings, self.deny),
            Err(problems) if problems.iter().all(|it| it.lint.is_some()) => (Some(problems), true),
            Err(problems) => return Err(rendered(problems)),
        };
        let all = || found.iter().flatten();
        match self.format {
            LintFormat::Text => warn(found.as_ref()),
            LintFormat::Json => {
                let list: Vec<_> = all().map(as_json).collect();
                print(&(serde_json::to_string_pretty(&list)? + "\n"))?;
            }
            LintFormat::Github => {
                let level = if is_denied { "error" } else { "warning" };
                print(&all().map(|it| annotated(it, level)).collect::<String>())?;
            }
        }
        Ok(Status::found(is_denied && found.is_some()))
    }
}

fn as_json(found: &Diagnostic) -> serde_json::Value {
    json!({
        "lint": found.lint,
        "file": &*found.document,
        "line": found.line,
        "column": found.column,
        "pointer": found.pointer,
        "reason": found.reason,
        "help": found.help,
    })
}

fn annotated(found: &Diagnostic, level: &str) -> String {
    let line = Some(found.line).filter(|line| *line > 0);
    let help = found.help.iter().map(|help| format!("\n{help}"));
    let message: String = std::iter::once(found.reason.clone()).chain(help).collect();
    annotation(
        level,
        &found.document,
        line,
        found.lint.unwrap_or("warning"),
        &message,
    )
}

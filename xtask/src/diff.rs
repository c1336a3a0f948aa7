//! Two states of schemas → what changed, and the exit status that says so.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use isoschema::diff::{Audience, Revision, Side, diff as compare};

use crate::Failure;
use crate::cli::{Diff, DiffAudience, DiffFormat};
use crate::reading::rendered;

/// Compares the sides and prints the outcome.
pub(crate) fn diff(command: &Diff) -> Result<ExitCode, Failure> {
    let old = if Path::new(&command.old).exists() {
        Side::open_up_to(&command.old, command.max_size).map_err(rendered)?
    } else {
        revision(command)?
    };
    let new = Side::open_up_to(&command.new, command.max_size).map_err(rendered)?;
    let audience = match command.audience {
        DiffAudience::Readers => Audience::Readers,
        DiffAudience::Writers => Audience::Writers,
        DiffAudience::Everyone => Audience::Everyone,
    };
    let found = compare(&old, &new, audience);
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = match command.format {
        DiffFormat::Text => found.to_text(colour),
        DiffFormat::Json => found.to_json() + "\n",
        DiffFormat::Markdown => found.to_markdown(),
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::from(found.verdict.status()))
}

/// OLD as a git revision of the folder that NEW is, or of the file.
fn revision(command: &Diff) -> Result<Side, Failure> {
    let file = command.new.is_file();
    let folder = if file {
        command.new.parent().filter(|p| !p.as_os_str().is_empty())
    } else {
        Some(command.new.as_path())
    };
    let folder = folder.unwrap_or(Path::new("."));
    let copy = Revision::of_up_to(folder, &command.old, command.max_size).map_err(rendered)?;
    let path = match (file, command.new.file_name()) {
        (true, Some(name)) => copy.folder().join(name),
        _ => copy.folder().to_owned(),
    };
    let label = format!("{} at {}", command.new.display(), command.old);
    Ok(Side::open_up_to(path, command.max_size)
        .map_err(rendered)?
        .labelled(label))
}

//! A refresh, and what this repository carries of what it brings.

use isoschema_cli::Failure;
use isoschema_cli::refresh::{Refresh, Refreshed};

use crate::carry;

/// Refreshes a folder; where it is that of the root package, its generated
/// files too.
pub(crate) fn refresh(command: &Refresh) -> Result<Refreshed, Failure> {
    let refreshed = command.run()?;
    if refreshed == Refreshed::Changed && carry::belongs(&command.schemas) {
        carry::carry()?;
    }
    Ok(refreshed)
}

//! A folder of schemas → a stand-alone crate.

use crate::Failure;
use crate::cli::Emit;
use crate::reading::{generator, rendered, warn};

/// Writes the crate.
pub(crate) fn emit(command: &Emit) -> Result<(), Failure> {
    let generator = generator(&command.reading).schemas(&command.schemas);
    let named = match &command.name {
        Some(name) => isoschema::emit::Crate::new(name),
        None => isoschema::emit::Crate::configured(),
    };
    let generated = named
        .generator(generator)
        .write(&command.out)
        .map_err(rendered)?;
    warn(generated.warnings.as_ref());
    Ok(())
}

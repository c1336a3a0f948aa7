//! A folder of schemas → a stand-alone crate.

use crate::Failure;
use crate::cli::Emit;
use crate::reading::{generator, rendered};

/// Writes the crate.
pub(crate) fn emit(command: &Emit) -> Result<(), Failure> {
    let generator = generator(&command.reading).schemas(&command.schemas);
    isoschema::emit::Crate::new(&command.name)
        .generator(generator)
        .write(&command.out)
        .map_err(rendered)?;
    Ok(())
}

//! One schema file → one module.

use std::path::Path;

use isoschema::SchemarsFeature;
use isoschema::write::write_if_changed;

use crate::Failure;
use crate::cli::Generate;
use crate::reading::{generator, rendered, warn};

/// Writes the module and, if asked for, the report.
pub(crate) fn generate(command: &Generate) -> Result<(), Failure> {
    let mut generator = generator(&command.reading)
        .schema(&command.schema)
        .root_name(&command.root_name);
    if let Some(folder) = &command.schemas {
        generator = generator.look_up(folder);
    }
    if let Some(feature) = &command.schemars {
        generator = generator.schemars(SchemarsFeature::Named(feature.clone()));
    }
    let generated = generator.generate().map_err(rendered)?;
    warn(generated.warnings.as_ref());
    // The module comes last: where it is written, everything was.
    if let Some(path) = &command.report {
        let report = serde_json::to_string_pretty(&generated.report)?;
        write(path, &(report + "\n"))?;
    }
    write(&command.out, &generated.text)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    match write_if_changed(path, text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{}: cannot be written: {error}", path.display()).into()),
    }
}

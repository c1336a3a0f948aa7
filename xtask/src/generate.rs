//! One schema file, or a folder of them → one module.

use std::path::Path;

use isoschema::SchemarsFeature;
use isoschema::write::write_output;

use crate::Failure;
use crate::cli::Generate;
use crate::reading::{generator, rendered, warn};

/// Writes the module and, if asked for, the report.
pub(crate) fn generate(command: &Generate) -> Result<(), Failure> {
    let stdout = Path::new("-");
    if command.out == stdout && command.report.as_deref() == Some(stdout) {
        return Err("the module and the report cannot both go to standard output".into());
    }
    let mut generator = generator(&command.reading);
    let folder = command.input.as_ref().filter(|input| input.is_dir());
    if let Some(folder) = folder {
        generator = generator.schemas(folder);
    } else if let Some(file) = command.input.as_ref().or(command.schema.as_ref()) {
        generator = generator.schema(file);
    }
    if let Some(name) = &command.root_name {
        generator = generator.root_name(name);
    }
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
    write_output(path, text)
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()).into())
}

//! `schemas/` → `OUT_DIR/types.rs`.

use std::process::ExitCode;

use isoschema::build::Build;
use isoschema::{Generator, SchemarsFeature};

fn main() -> ExitCode {
    let generator = Generator::new()
        .schemas("schemas")
        .schemars(SchemarsFeature::Named("schemars".to_owned()));
    Build::new(generator).run()
}

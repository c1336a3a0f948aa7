//! `schemas/` → `OUT_DIR/types.rs`; nothing where the carried file is used.

#[cfg(feature = "generate")]
fn main() -> std::process::ExitCode {
    use isoschema::build::Build;
    use isoschema::{Generator, SchemarsFeature};

    let generator = Generator::new()
        .schemas("schemas")
        .schemars(SchemarsFeature::Named("schemars".to_owned()));
    Build::new(generator).run()
}

#[cfg(not(feature = "generate"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

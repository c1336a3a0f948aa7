//! `schemas/` → `OUT_DIR/types.rs`; nothing where the carried file is used.

#[cfg(feature = "generate")]
fn main() -> std::process::ExitCode {
    use isoschema::build::Build;
    use isoschema::{Generator, SchemarsFeature};

    let config = match config() {
        Ok(config) => config,
        Err(problems) => {
            eprintln!("{}", problems.render());
            return std::process::ExitCode::FAILURE;
        }
    };
    let generator = Generator::new()
        .schemas("schemas")
        .configure(config)
        .schemars(SchemarsFeature::Named("schemars".to_owned()));
    Build::new(generator).run()
}

/// What `schemas/` says, and what the features of this build add.
#[cfg(feature = "generate")]
fn config() -> Result<isoschema::config::Config, isoschema::diagnostics::Diagnostics> {
    use isoschema::config::Config;

    let mut config = Config::of_folder("schemas")?;
    if cfg!(feature = "corrections") {
        config = config.and(Config::read("schemas/corrections.toml")?);
    }
    if cfg!(feature = "open-codes") {
        config = config.and(Config::read("schemas/open-codes.toml")?);
    }
    Ok(config)
}

#[cfg(not(feature = "generate"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

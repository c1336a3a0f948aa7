//! Schemas → a stand-alone crate.

use std::path::PathBuf;

use clap::Args;
use isoschema::emit::Crate;

use crate::input::Input;
use crate::reading::Reading;
use crate::shown::{rendered, warn};
use crate::{Done, Status};

/// Writes a stand-alone crate with its own proof.
#[derive(Debug, Args)]
pub struct Emit {
    /// A folder of schemas, a file, `-` for standard input, or FILE#/POINTER
    #[arg(value_name = "INPUT", required_unless_present = "schemas")]
    pub input: Option<PathBuf>,
    /// The same for a folder
    #[arg(long, value_name = "DIR", conflicts_with = "input")]
    pub schemas: Option<PathBuf>,
    /// The crate's folder: an empty one (but for names that begin with a dot), or
    /// one that an earlier run wrote; it is replaced in one step, with whatever
    /// else is in it kept
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The crate's name [default: that of `[emit]` in the configuration]
    #[arg(long, value_name = "CRATE")]
    pub name: Option<String>,
    /// How the schemas are read.
    #[command(flatten)]
    pub reading: Reading,
}

impl Emit {
    pub(crate) fn run(&self) -> Done {
        let mut generator = self.reading.generator();
        if let Some(folder) = &self.schemas {
            generator = generator.schemas(folder);
        } else if let Some(input) = &self.input {
            generator = Input::of(input).give(generator, self.reading.max_size)?;
        }
        let named = match &self.name {
            Some(name) => Crate::new(name),
            None => Crate::configured(),
        };
        let generated = named
            .generator(generator)
            .write(&self.out)
            .map_err(rendered)?;
        warn(generated.warnings.as_ref());
        Ok(Status::Fine)
    }
}

//! Schemas → one HTML page: a map of the types, each with its Rust and its
//! schema, documents that fit it and that do not, and what is to be known.

mod map;
mod page;
mod types;

use std::path::PathBuf;

use clap::Args;
use isoschema::write::write_if_changed;

use crate::input::Input;
use crate::reading::Reading;
use crate::shown::{print, rendered};
use crate::{Done, Status};

/// Writes a page to look at: a map of the types, each with its schema and with
/// documents that fit and that do not.
#[derive(Debug, Args)]
pub struct Report {
    /// A schema's file or an OpenAPI document, in JSON or YAML; a folder of
    /// schemas; `-` for standard input; or FILE#/POINTER
    #[arg(value_name = "INPUT")]
    pub input: PathBuf,
    /// The page; `-` for standard output
    #[arg(long, value_name = "FILE.html", default_value = "-")]
    pub out: PathBuf,
    /// How the schemas are read.
    #[command(flatten)]
    pub reading: Reading,
}

impl Report {
    pub(crate) fn run(&self) -> Done {
        let input = Input::of(&self.input);
        let generator = input.give(self.reading.generator(), self.reading.max_size)?;
        let generated = generator.generate().map_err(rendered)?;
        let samples = generator.samples().map_err(rendered)?;
        let title = self.input.file_stem().and_then(|it| it.to_str());
        let types = types::types(&generated, &samples);
        let page = page::page(title.unwrap_or("schemas"), &generated, &types);
        if self.out.as_os_str() == "-" {
            print(&page)?;
        } else {
            write_if_changed(&self.out, &page)
                .map_err(|error| format!("{}: {error}", self.out.display()))?;
        }
        Ok(Status::Fine)
    }
}

//! The manual's pages.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _};

use crate::{Done, Isoschema, Status};

/// Prints the manual's page, or writes one for each command.
#[derive(Debug, Args)]
pub struct Man {
    /// The folder to write a page for each command to [default: prints the
    /// first page]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(&self) -> Done {
        let command = Isoschema::command();
        if let Some(folder) = &self.out {
            std::fs::create_dir_all(folder)
                .map_err(|error| format!("{}: cannot be written: {error}", folder.display()))?;
            clap_mangen::generate_to(command, folder)
                .map_err(|error| format!("{}: cannot be written: {error}", folder.display()))?;
            return Ok(Status::Fine);
        }
        let mut text = Vec::new();
        clap_mangen::Man::new(command).render(&mut text)?;
        crate::shown::print(&String::from_utf8_lossy(&text))?;
        Ok(Status::Fine)
    }
}

//! What shells complete.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{Done, Isoschema, Status};

/// Prints what makes a shell complete the commands.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self) -> Done {
        let mut text = Vec::new();
        let mut command = Isoschema::command();
        clap_complete::generate(self.shell, &mut command, "isoschema", &mut text);
        crate::shown::print(&String::from_utf8_lossy(&text))?;
        Ok(Status::Fine)
    }
}

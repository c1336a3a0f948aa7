//! `isoschema COMMAND`.

use std::process::ExitCode;

fn main() -> ExitCode {
    isoschema_cli::main(std::env::args_os())
}

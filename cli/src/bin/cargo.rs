//! `cargo isoschema COMMAND`, which cargo calls as `cargo-isoschema isoschema
//! COMMAND`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|word| word == "isoschema") {
        arguments.remove(1);
    }
    isoschema_cli::main(arguments)
}

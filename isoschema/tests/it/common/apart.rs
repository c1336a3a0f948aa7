//! A command that a test starts, apart from the cargo that runs the test.

use std::path::Path;
use std::process::Command;

/// Takes away what cargo tells a test of its package. A cargo that the test starts would run
/// build scripts again that ask for it, and compile anew all that depends on them; so would the
/// next one outside. It builds in the tests' own target folder, where the dependencies are already
/// compiled.
pub(crate) fn apart(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        let is_of_package = name.to_str().is_some_and(|name| {
            name == "OUT_DIR"
                || name.starts_with("CARGO_PKG_")
                || name.starts_with("CARGO_MANIFEST_")
        });
        if is_of_package {
            command.env_remove(name);
        }
    }
    if let Some(target) = Path::new(env!("CARGO_TARGET_TMPDIR")).parent() {
        command.env("CARGO_TARGET_DIR", target);
    }
    command
}

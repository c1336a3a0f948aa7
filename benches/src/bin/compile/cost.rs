//! What a command of cargo costs, in processor time.

use std::path::Path;
use std::process::{Command, Stdio};

/// How often the kernel counts in a second (`USER_HZ`, 100 on all of Linux).
const TICKS: f64 = 100.0;

/// A command of cargo in a folder, with a target folder of its own.
pub(crate) fn cargo(folder: &Path, target: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(words)
        .args(["--offline", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
        .stdout(Stdio::null());
    command
}

/// Seconds of processor time, user and system, that a command and all its
/// children take. Unlike the time on the wall, other programs on the machine
/// change it little.
pub(crate) fn seconds(mut command: Command) -> Result<f64, String> {
    let before = children()?;
    let status = command.status().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!("{command:?} failed"));
    }
    Ok(children()? - before)
}

/// The processor time of all children that have ended.
fn children() -> Result<f64, String> {
    let stat = std::fs::read_to_string("/proc/self/stat")
        .map_err(|error| format!("processor time is read from /proc, as Linux has it: {error}"))?;
    // Behind the program's name, which may hold anything: `cutime` and
    // `cstime` are the 16th and 17th field of all, the 14th and 15th here.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = |index| {
        let field: Option<&str> = fields.split_whitespace().nth(index);
        field.and_then(|field| field.parse::<f64>().ok())
    };
    match (ticks(13), ticks(14)) {
        (Some(user), Some(system)) => Ok((user + system) / TICKS),
        _ => Err("/proc/self/stat has an unknown form".to_owned()),
    }
}

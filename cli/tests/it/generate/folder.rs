//! A folder in which the command runs, and what a run gave.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::Outcome;

/// A folder that is removed when the test ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// Runs a command that goes on, and takes steps; their argument gives the next line that it says.
    /// Who waits in vain does not wait for ever.
    pub(crate) fn watched(
        &self,
        words: &str,
        steps: impl FnOnce(&dyn Fn() -> Result<String, &'static str>) -> Outcome,
    ) -> Outcome {
        let mut child = self.command(words).stderr(Stdio::piped()).spawn()?;
        let stderr = child.stderr.take().ok_or("no standard error")?;
        let (sender, said) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(stderr).lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
        let next = || {
            let line = said.recv_timeout(Duration::from_secs(60));
            line.map_err(|_| "it does not go on")
        };
        let done = steps(&next);
        child.kill()?;
        child.wait()?;
        done
    }

    pub(crate) fn new(name: &str) -> std::io::Result<Self> {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> std::io::Result<()> {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&self.0))?;
        fs::write(path, text)
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isoschema"));
        command.args(line.split(' ')).current_dir(&self.0);
        command.stdin(Stdio::null()).env("NO_COLOR", "1");
        command
    }

    pub(crate) fn run(&self, line: &str) -> std::io::Result<Run> {
        self.command(line).output().map(Run::of)
    }

    /// The same with a text on standard input.
    pub(crate) fn given(&self, line: &str, text: &str) -> std::io::Result<Run> {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        child.wait_with_output().map(Run::of)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self {
            status: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The names of the types, but for those of the support code.
    pub(crate) fn types(&self) -> Vec<&str> {
        let own = self
            .out
            .split("// What is implemented")
            .next()
            .unwrap_or_default();
        let types = own.lines().filter_map(|line| {
            let rest = line
                .strip_prefix("pub struct ")
                .or(line.strip_prefix("pub enum "))?;
            rest.split([' ', '(', '<', ';']).next()
        });
        types.collect()
    }
}

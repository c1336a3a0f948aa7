//! A workspace of programs → what the compiler says of it.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use isoschema::read;
use isoschema::write::write_if_changed;
use serde_json::Value;

use super::progress;
use crate::Failure;

/// What the compiler says of one place.
pub(crate) struct Message {
    /// Whether it is more than a warning.
    pub(crate) error: bool,
    /// As the compiler shows it.
    pub(crate) text: String,
    /// The files that it names, the first ones first.
    files: Vec<PathBuf>,
}

impl Message {
    /// The number of the module `m…` in whose file it stands, or in that of the
    /// program that uses it.
    pub(crate) fn module(&self) -> Option<usize> {
        self.files.iter().find_map(|file| {
            file.iter().find_map(|part| {
                let name = part.to_str()?;
                let name = name
                    .strip_prefix("use_")
                    .unwrap_or(name)
                    .strip_prefix('m')?;
                name.strip_suffix(".rs").unwrap_or(name).parse().ok()
            })
        })
    }
}

/// The folder in which programs are built: the one that is given, or one of
/// this name below the target folder.
pub(crate) fn folder(given: Option<&Path>, name: &str) -> Result<PathBuf, Failure> {
    if let Some(folder) = given {
        return Ok(std::path::absolute(folder)?);
    }
    Ok(target()?.join(name))
}

/// The target folder that this program is from.
fn target() -> Result<PathBuf, Failure> {
    let program = std::env::current_exe()?;
    let mut folders = program.ancestors().skip(1);
    let target = folders.find(|folder| !folder.ends_with("deps"));
    Ok(target
        .and_then(Path::parent)
        .ok_or("no target folder")?
        .to_owned())
}

/// Where a workspace's program is, once it is built.
pub(crate) fn program(root: &Path, name: &str) -> PathBuf {
    root.join("bin").join(name)
}

/// Writes a file and the folders that it is in.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_if_changed(path, text)
        .map(|_| ())
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()).into())
}

/// Writes a workspace's manifest, and the versions that the rest of this
/// repository is tested with.
pub(crate) fn workspace(root: &Path, manifest: &str) -> Result<(), Failure> {
    write(&root.join("Cargo.toml"), manifest)?;
    let lock = root.join("Cargo.lock");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    if !lock.exists() && own.exists() {
        write(&lock, &read::text(own, read::LIMIT)?)?;
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "what cargo writes of itself, in the folder that is its own"
)]
fn log(path: &Path) -> io::Result<fs::File> {
    fs::File::create(path)
}

/// Keeps a program that was built beside its workspace.
#[expect(
    clippy::disallowed_methods,
    reason = "a program, of cargo's own, as it is"
)]
fn keep(root: &Path, built: &Path) -> io::Result<()> {
    let name = built.file_name().unwrap_or_default();
    fs::create_dir_all(root.join("bin"))?;
    fs::copy(built, root.join("bin").join(name)).map(|_| ())
}

/// Builds a workspace of so many programs, with dependencies that are compiled
/// once for all workspaces. Says whether it could, and what the compiler said.
pub(crate) fn build(root: &Path, programs: usize) -> Result<(bool, Vec<Message>), Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let errors = root.join("cargo.log");
    let mut child = Command::new(cargo)
        .args(["build", "--workspace", "--keep-going", "--quiet"])
        .arg("--message-format=json")
        .current_dir(root)
        .env("CARGO_TARGET_DIR", target()?.join("programs"))
        // Nobody looks into programs that only answer.
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log(&errors)?)
        .spawn()?;
    let output = child.stdout.take().ok_or("no output of cargo")?;
    let bar = progress::bar("compiling", programs);
    let mut messages = Vec::new();
    for line in BufReader::new(output).lines() {
        let Ok(line) = serde_json::from_str::<Value>(&line?) else {
            continue;
        };
        if line["reason"] == "compiler-artifact" && line["target"]["kind"][0] == "bin" {
            bar.inc(1);
            // Other workspaces have programs of this name.
            if let Some(built) = line["executable"].as_str().map(Path::new) {
                keep(root, built)?;
            }
        }
        // What stands nowhere sums up the others.
        if line["reason"] == "compiler-message" {
            messages.extend(Some(message(&line["message"])).filter(|it| !it.files.is_empty()));
        }
    }
    bar.finish_and_clear();
    let built = child.wait()?.success();
    if !built && !messages.iter().any(|it| it.error && it.module().is_some()) {
        let texts: Vec<&str> = messages.iter().map(|it| it.text.as_str()).collect();
        return Err(format!(
            "the programs do not compile, and no module is to blame\n{}{}",
            texts.concat(),
            read::text(&errors, read::LIMIT).unwrap_or_default()
        )
        .into());
    }
    Ok((built, messages))
}

fn message(message: &Value) -> Message {
    let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    Message {
        error: message["level"] == "error",
        text: message["rendered"].as_str().unwrap_or_default().to_owned(),
        files: primary.chain(spans).flat_map(files).collect(),
    }
}

/// The file of a place, and those of what a macro made it from.
fn files(span: &Value) -> impl Iterator<Item = PathBuf> {
    std::iter::successors(Some(span), |span| Some(&span["expansion"]["span"]))
        .map_while(|span| span["file_name"].as_str())
        .map(PathBuf::from)
}

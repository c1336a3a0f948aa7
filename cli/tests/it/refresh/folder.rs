//! A project's folder, and the command run in it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that is gone when the test is over.
#[derive(Debug)]
pub(crate) struct Project(pub(crate) PathBuf);

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Project {
    pub(crate) fn new(files: &[(&str, &str)]) -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("isoschema-refresh-{}-{number}", std::process::id());
        let project = Self(std::env::temp_dir().join(name));
        for (path, text) in files {
            project.write(path, text)?;
        }
        Ok(project)
    }

    pub(crate) fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&self.0))?;
        fs::write(path, text)
    }

    pub(crate) fn schemas(&self) -> PathBuf {
        self.0.join("schemas")
    }

    /// `isoschema refresh` in it, impatient.
    pub(crate) fn refresh(&self, flags: &[&str]) -> io::Result<Run> {
        self.refresh_with(flags, &[])
    }

    /// The same with variables of the environment.
    pub(crate) fn refresh_with(
        &self,
        flags: &[&str],
        variables: &[(&str, &str)],
    ) -> io::Result<Run> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isoschema"));
        command.arg("refresh").args(flags);
        for default in ["--retries=2", "--retry-wait=0.01", "--timeout=2"] {
            let name = default.split('=').next().unwrap_or_default();
            if !flags.contains(&name) {
                command.arg(default);
            }
        }
        command.env("NO_COLOR", "1").env_remove("SSL_CERT_FILE");
        command.envs(variables.iter().copied());
        let output = command.current_dir(&self.0).output()?;
        Ok(Run {
            status: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Every file below the project with its content.
    pub(crate) fn files(&self) -> io::Result<BTreeMap<String, String>> {
        files(&self.0)
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every file below a folder with its content.
pub(crate) fn files(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                open.push((entry.path(), format!("{path}/")));
            } else {
                let bytes = fs::read(entry.path())?;
                found.insert(path, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    Ok(found)
}

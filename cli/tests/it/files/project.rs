//! A folder of a test's own, and commands run in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A folder that is gone when the test is over.
pub(crate) struct Project(pub(crate) PathBuf);

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Run {
    /// None where it had to be killed.
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    /// With one space between words: long lines are broken for the terminal.
    pub(crate) err: String,
}

/// What is put where a regular file belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    Fifo,
    LinkToFifo,
    Folder,
    /// Five gigabytes that take no room.
    Sparse,
}

impl Project {
    pub(crate) fn new(name: &str, files: &[(&str, &str)]) -> io::Result<Self> {
        let name = format!("isoschema-files-{}-{name}", std::process::id());
        let project = Self(std::env::temp_dir().join(name));
        for (path, text) in files {
            project.write(path, text)?;
        }
        Ok(project)
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap_or(&self.0))?;
        fs::write(path, text)
    }

    pub(crate) fn text(&self, path: &str) -> io::Result<String> {
        fs::read_to_string(self.at(path))
    }

    pub(crate) fn link(&self, to: &str, path: &str) -> io::Result<()> {
        symlink(self.at(to), self.at(path))
    }

    pub(crate) fn fifo(&self, path: &str) -> io::Result<()> {
        let made = Command::new("mkfifo").arg(self.at(path)).status()?;
        assert!(made.success());
        Ok(())
    }

    /// Puts a thing into the place of whatever is there.
    pub(crate) fn put(&self, path: &str, thing: Thing) -> io::Result<()> {
        self.clear(path)?;
        let place = self.at(path);
        match thing {
            Thing::Fifo => self.fifo(path),
            // In the same folder: a link out of it is another matter.
            Thing::LinkToFifo => {
                let fifo = format!("{path}-fifo");
                self.fifo(&fifo)?;
                self.link(&fifo, path)
            }
            Thing::Folder => fs::create_dir(place),
            Thing::Sparse => fs::File::create(place)?.set_len(5 << 30),
        }
    }

    /// Removes a file, or a thing that was put in its place.
    pub(crate) fn clear(&self, path: &str) -> io::Result<()> {
        let _ = fs::remove_file(self.at(&format!("{path}-fifo")));
        let place = self.at(path);
        match fs::symlink_metadata(&place) {
            Ok(data) if data.is_dir() => fs::remove_dir(place),
            Ok(_) => fs::remove_file(place),
            Err(_) => Ok(()),
        }
    }

    pub(crate) fn start(&self, line: &str) -> io::Result<Child> {
        Command::new(env!("CARGO_BIN_EXE_isoschema"))
            .args(line.split(' '))
            .current_dir(&self.0)
            .env("NO_COLOR", "1")
            .env_remove("SSL_CERT_FILE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
    }

    /// Runs a command, and kills it where it does not come to an end.
    pub(crate) fn run(&self, line: &str) -> io::Result<Run> {
        let mut child = self.start(line)?;
        let (out, err) = (read(child.stdout.take()), read(child.stderr.take()));
        let start = Instant::now();
        while child.try_wait()?.is_none() && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let ended = child.try_wait()?.is_some();
        if !ended {
            child.kill()?;
        }
        let status = child.wait()?;
        let text = |read: JoinHandle<Vec<u8>>| {
            let bytes = read.join().unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let (out, err) = (text(out), text(err));
        let words: Vec<&str> = err.split_whitespace().filter(|word| *word != "│").collect();
        Ok(Run {
            status: status.code().filter(|_| ended),
            out,
            err: words.join(" "),
        })
    }

    /// Every regular file below a folder with its text.
    pub(crate) fn files(&self, folder: &str) -> io::Result<BTreeMap<String, String>> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.at(folder)];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    open.push(entry.path());
                } else if entry.file_type()?.is_file() {
                    let path = entry.path();
                    let name = path.strip_prefix(&self.0).unwrap_or(&path);
                    let name = name.display().to_string();
                    found.insert(name, fs::read_to_string(path)?);
                }
            }
        }
        Ok(found)
    }
}

/// Reads what a command writes, so that it never has to wait.
fn read(from: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut from) = from {
            let _ = from.read_to_end(&mut bytes);
        }
        bytes
    })
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The names in a folder that begin with a dot.
pub(crate) fn hidden(folder: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name()));
    let names: Vec<_> = names.collect::<io::Result<_>>()?;
    Ok(names
        .into_iter()
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.starts_with('.'))
        .collect())
}

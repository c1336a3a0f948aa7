//! Schemas → `OUT_DIR`, from a build script.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::config::kinds::Support;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::emit::tree;
use crate::emit::tree::Link;
use crate::generated::Generated;
use crate::generator::Generator;
use crate::load::document::is_listed;
use crate::write::file::write_if_changed;
use crate::write::remove_stale;

/// Generates a module from a package's build script.
///
/// The whole `build.rs`:
///
/// ```no_run
/// use std::process::ExitCode;
///
/// use isoschema::Generator;
/// use isoschema::build::Build;
///
/// fn main() -> ExitCode {
///     Build::new(Generator::new().schemas("schemas")).run()
/// }
/// ```
///
/// and where the types belong in the package's source:
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/types.rs"));
/// ```
///
/// Where the configuration asks for a module for each schema
/// ([`Layout`](crate::config::Layout)), that file brings in the others, which
/// lie in the folder `types` beside it; only those whose text changed are
/// written.
///
/// The package needs `isoschema` as a build dependency, and `serde` and
/// `serde_json` (with its feature `float_roundtrip`) as dependencies; with a
/// `pattern` in the schemas that no small automaton tells, `regress` too.
///
/// Cargo runs the script again when a file of the schemas folder is changed,
/// added or removed, and for nothing else (see [`Build::watched`]).
#[derive(Debug, Clone)]
pub struct Build {
    generator: Generator,
    file: String,
}

impl Build {
    /// A build with what this generator is set to do. Relative paths start at
    /// the package's root, where cargo runs build scripts.
    #[must_use]
    pub fn new(generator: Generator) -> Self {
        Self {
            generator,
            file: "types.rs".to_owned(),
        }
    }

    /// The name of the file in `OUT_DIR`; `types.rs` if not set.
    #[must_use]
    pub fn file(mut self, name: impl Into<String>) -> Self {
        self.file = name.into();
        self
    }

    /// Does what a build script has to do: says what cargo has to watch, and
    /// writes the module to `OUT_DIR`, unless just this text is there.
    ///
    /// What is wrong with the schemas is shown in full on standard error, and
    /// in one line each through `cargo::error=`; the build then fails with
    /// the exit code that this gives. What should be looked at is told in one
    /// line each through `cargo::warning=`.
    #[must_use = "cargo learns from the exit code whether the build script failed"]
    pub fn run(&self) -> ExitCode {
        let folder = std::env::var_os("OUT_DIR").map(PathBuf::from);
        let told = self.tell(
            folder.as_deref(),
            &mut io::stdout().lock(),
            &mut io::stderr().lock(),
        );
        match told {
            Ok(true) => ExitCode::SUCCESS,
            // Where standard output is gone, there is nobody to tell.
            Ok(false) | Err(_) => ExitCode::FAILURE,
        }
    }

    /// What [`Build::run`] does, with the outputs given: cargo's instructions
    /// go to `cargo`, the diagnostics to `shown`. Gives whether the module
    /// could be generated.
    ///
    /// # Errors
    ///
    /// An output that cannot be written to.
    pub fn tell(
        &self,
        folder: Option<&Path>,
        cargo: &mut impl Write,
        shown: &mut impl Write,
    ) -> io::Result<bool> {
        // Before all else: a build that fails is tried again as soon as one
        // of these changes.
        let mut watched = self.watched();
        for path in &watched {
            rerun(cargo, path)?;
        }
        let problems = match self.generate(folder) {
            Ok(generated) => {
                for path in generated.inputs {
                    if watched.insert(path.clone()) {
                        rerun(cargo, &path)?;
                    }
                }
                for warning in generated.warnings.iter().flatten() {
                    writeln!(cargo, "cargo::warning={}", one_line(&warning.to_string()))?;
                }
                return Ok(true);
            }
            Err(problems) => problems,
        };
        for problem in &problems {
            writeln!(cargo, "cargo::error={}", one_line(&problem.to_string()))?;
        }
        writeln!(shown, "\n{}", problems.render())?;
        Ok(false)
    }

    /// What cargo has to watch: the files that were named, and of each folder
    /// the folder itself, the folders in it, its schemas' files and its
    /// `isoschema.toml`. Watching a folder is how cargo sees that a file was
    /// added or removed.
    #[must_use]
    pub fn watched(&self) -> BTreeSet<PathBuf> {
        let (files, folders) = self.generator.places();
        let mut watched: BTreeSet<PathBuf> = files.into_iter().map(Path::to_owned).collect();
        let mut open: Vec<PathBuf> = folders.into_iter().map(Path::to_owned).collect();
        while let Some(folder) = open.pop() {
            // What cannot be listed is a diagnostic of the generator's.
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                // A link to a folder may lead round in a circle.
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    open.push(path);
                } else if is_listed(&path)
                    || path
                        .file_name()
                        .is_some_and(|name| name == "isoschema.toml")
                {
                    watched.insert(path);
                }
            }
            watched.insert(folder);
        }
        watched
    }

    fn generate(&self, folder: Option<&Path>) -> Result<Generated, Diagnostics> {
        let Some(folder) = folder else {
            let reason = "OUT_DIR is not set: this is no build script that cargo runs";
            return Err(Diagnostic::of_file(Kind::File, "OUT_DIR", reason)
                .help("call this from build.rs, or use `Generator::generate` elsewhere")
                .into());
        };
        let generator = self.generator.clone();
        let generated = generator.support_by_default(Support::Crate).generate()?;
        let files = generated.files(&self.file, Link::OutDir);
        // The module's own file comes last: what it brings in is there.
        for (path, text) in files.iter().rev() {
            let path = folder.join(path);
            write_if_changed(&path, text).map_err(|error| refused(&path, "written", &error))?;
        }
        let inner = folder.join(tree::folder(&self.file, Link::OutDir));
        let kept = files.iter().map(|(path, _)| folder.join(path)).collect();
        remove_stale(&inner, &kept).map_err(|error| refused(&inner, "cleared", &error))?;
        Ok(generated)
    }
}

fn refused(path: &Path, done: &str, error: &io::Error) -> Diagnostic {
    let shown = path.display().to_string();
    Diagnostic::of_file(Kind::File, shown, format!("cannot be {done}: {error}"))
}

fn rerun(cargo: &mut impl Write, path: &Path) -> io::Result<()> {
    match path.to_str() {
        // Such a name cannot be told to cargo; its folder is watched.
        None => Ok(()),
        Some(path) if path.contains(['\n', '\r']) => Ok(()),
        Some(path) => writeln!(cargo, "cargo::rerun-if-changed={path}"),
    }
}

/// A text on the one line that an instruction to cargo has.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join("; ")
}

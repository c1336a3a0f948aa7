//! Schemas → one module, or a folder of its files.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use isoschema::config::Support;
use isoschema::{Generated, Generator, SchemarsFeature};

use crate::input::{From, Input};
use crate::output::Output;
use crate::reading::Reading;
use crate::shown::{print, rendered, warn};
use crate::watch::watch;
use crate::{Done, Failure, Status};

/// Turns schemas into one self-contained Rust module.
#[derive(Debug, Args)]
pub struct Generate {
    /// A schema's file or an OpenAPI document, in JSON or YAML; a folder of
    /// schemas; `-` for standard input; or FILE#/POINTER for what stands there,
    /// with `*` for any member
    #[arg(value_name = "INPUT", required_unless_present = "schema")]
    pub input: Option<PathBuf>,
    /// The same for a file alone
    #[arg(long, value_name = "FILE", conflicts_with = "input")]
    pub schema: Option<PathBuf>,
    /// The module to write, or `-` for standard output; a FIFO or a device is
    /// written to as it is; a folder gets a `mod.rs`, and files beside it
    #[arg(long, value_name = "FILE.rs|FOLDER", default_value = "-")]
    pub out: PathBuf,
    /// The Rust name of the schema's type [default: the file's name]; not for
    /// an OpenAPI document, whose types are named after its components
    #[arg(long, value_name = "NAME")]
    pub root_name: Option<String>,
    /// Where references to other files are looked for [default: the file's own
    /// folder]
    #[arg(long, value_name = "DIR")]
    pub schemas: Option<PathBuf>,
    /// Where the types have what all generated types share: in the module
    /// itself, or in the crate `isoschema-runtime`
    #[arg(long, value_name = "WHERE", value_enum)]
    pub support: Option<Where>,
    /// Writes which Rust type each schema location got, as JSON; to the same
    /// places as the module
    #[arg(long, value_name = "FILE.json")]
    pub report: Option<PathBuf>,
    /// Derives `schemars::JsonSchema` behind this feature of the user's crate
    #[arg(long, value_name = "FEATURE")]
    pub schemars: Option<String>,
    /// Writes the names of all types in place of the module: as `[names]` of a
    /// configuration, to be edited and given back by `--config`
    #[arg(long, conflicts_with = "report")]
    pub names: bool,
    /// Writes nothing: says whether what is there is what would be written,
    /// and what differs
    #[arg(long, conflicts_with = "watch")]
    pub check: bool,
    /// Does it again each time that an input changes
    #[arg(long)]
    pub watch: bool,
    /// How the schemas are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// Where the types have what all generated types share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Where {
    /// In the module itself
    Pasted,
    /// In the crate `isoschema-runtime`
    Crate,
}

impl Generate {
    /// Writes the module and, if asked for, the report.
    pub(crate) fn run(&self) -> Done {
        let input = match (&self.input, &self.schema) {
            (Some(input), _) => Input::of(input),
            (None, Some(file)) => Input::whole(From::File(file.clone())),
            (None, None) => Input::whole(From::Stdin),
        };
        if self.watch && input.from == From::Stdin {
            return Err("standard input cannot be watched: name a file or a folder".into());
        }
        let stdout = Path::new("-");
        if self.out == stdout && self.report.as_deref() == Some(stdout) {
            return Err("the module and the report cannot both go to standard output".into());
        }
        if self.out == stdout && self.check {
            return Err("standard output holds nothing to check: name a file by `--out`".into());
        }
        let generator = self.generator(&input)?;
        if !self.watch {
            return self.once(&generator).map(|(status, _)| status);
        }
        watch(&generator, || {
            self.once(&generator).map(|(_, generated)| generated.inputs)
        })
    }

    fn generator(&self, input: &Input) -> Result<Generator, Failure> {
        let mut generator = input.give(self.reading.generator(), self.reading.max_size)?;
        if let Some(name) = &self.root_name {
            generator = generator.root_name(name);
        }
        if let Some(folder) = &self.schemas {
            generator = generator.look_up(folder);
        }
        if let Some(place) = self.support {
            generator = generator.support(match place {
                Where::Pasted => Support::Pasted,
                Where::Crate => Support::Crate,
            });
        }
        if let Some(feature) = &self.schemars {
            generator = generator.schemars(SchemarsFeature::Named(feature.clone()));
        }
        Ok(generator)
    }

    fn once(&self, generator: &Generator) -> Result<(Status, Generated), Failure> {
        let generated = generator.generate().map_err(rendered)?;
        warn(generated.warnings.as_ref());
        let mut outputs = Vec::new();
        if let Some(path) = &self.report {
            let report = serde_json::to_string_pretty(&generated.report)?;
            outputs.push(Output::file(path, report + "\n"));
        }
        // The module comes last: where it is written, everything was.
        outputs.push(if self.names {
            Output::file(&self.out, generated.names_to_toml())
        } else {
            Output::module(&self.out, &generated)
        });
        if !self.check {
            for output in &outputs {
                output.write()?;
            }
            return Ok((Status::Fine, generated));
        }
        let mut differs = String::new();
        for output in &outputs {
            differs.push_str(&output.compare()?);
        }
        print(&differs)?;
        Ok((Status::found(!differs.is_empty()), generated))
    }
}

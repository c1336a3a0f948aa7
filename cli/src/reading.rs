//! Flags on how schemas are read → the engine's builder.

use std::path::PathBuf;

use clap::Args;
use isoschema::Generator;
use isoschema::config::Config;
use isoschema::load::Source;
use isoschema::read::LIMIT;
use isoschema::resolve::Draft;

use crate::Failure;
use crate::shown::rendered;

/// How schemas are read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Documents under this URL lie in this folder; may be repeated
    #[arg(long = "remote-base", value_name = "URL=DIR", value_parser = remote_base)]
    pub remote_bases: Vec<(String, PathBuf)>,
    /// The draft of schemas that do not name theirs [default: 2020-12]
    #[arg(long, value_name = "4|6|7|2019-09|2020-12", value_parser = draft)]
    pub default_draft: Option<Draft>,
    /// The configuration file
    #[arg(long, value_name = "FILE.toml")]
    pub config: Option<PathBuf>,
    /// How many bytes a file, or the standard input, may have
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub max_size: u64,
}

impl Reading {
    /// A generator with these flags set.
    pub(crate) fn generator(&self) -> Generator {
        let mut generator = Generator::new().max_size(self.max_size);
        for (url, folder) in &self.remote_bases {
            generator = generator.remote_base(url, folder);
        }
        if let Some(draft) = self.default_draft {
            generator = generator.default_draft(draft);
        }
        if let Some(config) = &self.config {
            generator = generator.config(config);
        }
        generator
    }

    /// What judges with these flags set: a source, and the configuration that goes with it unless a flag names another.
    pub(crate) fn source(
        &self,
        (mut source, mut config): (Source, Config),
    ) -> Result<(Source, Config), Failure> {
        for (url, folder) in &self.remote_bases {
            source = source.remote_base(url, folder);
        }
        if let Some(file) = &self.config {
            config = Config::read(file).map_err(rendered)?;
        }
        if let Some(draft) = self.default_draft {
            config = config.default_draft(draft);
        }
        Ok((source.max_size(self.max_size), config))
    }
}

/// A draft by its short name.
///
/// # Errors
///
/// The names that there are.
pub fn draft(name: &str) -> Result<Draft, String> {
    Draft::by_name(name).ok_or_else(|| "one of 4, 6, 7, 2019-09, 2020-12".to_owned())
}

/// Splits at the first `=`: a folder may hold one, a base URL hardly.
fn remote_base(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((url, folder)) if url.contains(':') && !folder.is_empty() => {
            Ok((url.to_owned(), PathBuf::from(folder)))
        }
        _ => Err("a URL and a folder with `=` between them, as in `https://example.com/schemas/=local/schemas`".to_owned()),
    }
}

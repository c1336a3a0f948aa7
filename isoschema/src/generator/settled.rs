//! The configuration of a generator, from wherever it comes.

use std::path::Path;

use super::Generator;
use crate::config::kinds::Support;
use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};

impl Generator {
    /// The configuration: made in code, from the file, or from the folder.
    pub(crate) fn settled(&self) -> Result<Config, Diagnostics> {
        let config = match (&self.config, &self.config_file, &self.folder) {
            (Some(config), _, _) => config.clone(),
            (None, Some(file), _) => Config::read(file)?,
            (None, None, Some(folder)) => Config::of_folder(folder)?,
            (None, None, _) => Config::new(),
        };
        let config = match self.default_draft {
            Some(draft) => config.default_draft(draft),
            None => config,
        };
        let mut config = Config {
            keywords: [&config.keywords[..], &self.keywords].concat(),
            ..config
        };
        let support = self.support.clone().or(config.types.support.take());
        config.types.support = match (support, config.of_another_crate()) {
            // What reads a type of another crate has to be the module's own.
            (Some(Support::Crate), Some(path)) => {
                config.warnings.push(pasted(&config, path));
                Some(Support::Pasted)
            }
            (None, Some(_)) => Some(Support::Pasted),
            (support, _) => support.or(self.default_support.clone()),
        };
        Ok(if self.borrowed {
            config.borrowed()
        } else {
            config
        })
    }
}

/// What is told where a type of another crate needs a support of the module's own.
fn pasted(config: &Config, path: &str) -> Diagnostic {
    let shown = config.path().unwrap_or(Path::new("the configuration"));
    let reason = format!(
        "`support` is \"pasted\" in place of \"crate\": how `{path}` is read has to stand in the \
         module itself"
    );
    Diagnostic::of_file(Kind::Configuration, shown.display().to_string(), reason)
        .help(
            "leave `support` out of [types], or give the texts a type of your own crate, \
             `crate::Id`, or one that has a ready name",
        )
        .warning()
}

//! The command as its users run it, all of it in one binary, so that what waits lets others run.

#[path = "../../../isoschema/tests/it/common/apart.rs"]
mod apart;
mod compared;
mod diff_check;
#[cfg(unix)]
mod files;
mod generate;
mod init;
mod page;
mod refresh;
mod report;

type Outcome = Result<(), Box<dyn std::error::Error>>;

//! Options of a generator of which one would silently give way to another, or that do not fit
//! what is read.

use super::{Generator, Wanted};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::document::Documents;

const ONE_INPUT: &str = "give types to a folder (`schemas`), to a file (`schema`) or to texts \
                         (`text`); where a file or texts refer to others, `look_up` names their folder";
const OWN_FOLDER: &str =
    "leave `look_up` out: references from the schemas of a folder are looked for in it";
const ONE_DOCUMENT: &str = "a pointer is into one document: give a file, or one text";
const ONE_CONFIGURATION: &str =
    "give the one or the other; `Config::read` reads a file to go on from in code";

impl Generator {
    /// Refuses them, all at once.
    pub(super) fn refuse_rivals(&self) -> Result<(), Diagnostics> {
        let schemas = ("schemas", self.folder.is_some());
        let schema = ("schema", self.schema.is_some());
        let text = ("text", !self.texts.is_empty());
        let look_up = ("look_up", self.look_up.is_some());
        let at = ("at", self.at.is_some());
        let config = ("config", self.config_file.is_some());
        let configure = ("configure", self.config.is_some());
        let mut problems = Collector::default();
        for (one, other, help) in [
            (schemas, schema, ONE_INPUT),
            (schemas, text, ONE_INPUT),
            (schema, text, ONE_INPUT),
            (schemas, look_up, OWN_FOLDER),
            (schemas, at, ONE_DOCUMENT),
            (config, configure, ONE_CONFIGURATION),
        ] {
            if one.1 && other.1 {
                let reason = format!(
                    "`{}` and `{}` are both set, and one would hide the other",
                    one.0, other.0
                );
                problems.push(refused(reason, help));
            }
        }
        if look_up.1 && !(schemas.1 || schema.1 || text.1) {
            let reason = "`look_up` is set, and there is no schema to look from";
            problems.push(refused(reason.to_owned(), ONE_INPUT));
        }
        problems.finish(())
    }

    /// Refuses a file that is a schema where a document with schemas is asked for.
    pub(super) fn refuse_others(&self, documents: &Documents) -> Result<(), Diagnostics> {
        match documents.iter().next() {
            Some(first) if self.wanted == Wanted::Document && first.is_schema() => {
                let reason = "this is no OpenAPI document: it says no `openapi: 3…`";
                let span = first.json.span;
                let problem = Diagnostic::at(Kind::Configuration, &first.text, span, reason);
                Err(problem.help("give a schema by `schema`").into())
            }
            _ => Ok(()),
        }
    }
}

fn refused(reason: String, help: &str) -> Diagnostic {
    Diagnostic::of_file(Kind::Configuration, "the options of the generator", reason).help(help)
}

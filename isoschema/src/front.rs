//! The stages up to the rules, called in a row: what generating, judging and
//! comparing begin with.

use std::path::PathBuf;

use crate::config::settings::Config;
use crate::diagnostics::Diagnostics;
use crate::lint;
use crate::load::document::Documents;
use crate::load::loader::Loader;
use crate::load::source::Source;
use crate::overlay::set::Overlays;
use crate::overlay::views;
use crate::resolve;
use crate::rules::rule::Rules;
use crate::translate;

/// The documents that were read, the rules, and the path of every file and folder that these
/// depend on.
pub type Read = (Documents, Rules, Vec<PathBuf>);

/// The front half of the engine: schemas in, rules out.
///
/// # Errors
///
/// Everything that is wrong with the input, at once for each stage: files
/// first; then references, keywords and configuration together.
///
/// ```
/// use isoschema::{config::Config, load::Source, front::rules};
///
/// let text = r#"{"type": "object", "properties": {"code": {"type": "string"}}}"#;
/// let source = Source::texts([("order.json".to_owned(), text.to_owned())]);
/// let (_, rules, _) = rules(&source, &Config::new()).unwrap();
/// assert_eq!(rules.roots[0].name, "order");
/// assert!(rules.get(rules.roots[0].rule).properties().named.contains_key("code"));
/// ```
pub fn rules(source: &Source, config: &Config) -> Result<Read, Diagnostics> {
    read(source, config, false)
}

/// The same, with what lints find among the warnings.
pub(crate) fn linted(source: &Source, config: &Config) -> Result<Read, Diagnostics> {
    read(source, config, true)
}

fn read(source: &Source, config: &Config, is_linted: bool) -> Result<Read, Diagnostics> {
    let mut overlays = Overlays::default()
        .discriminators(config.discriminators)
        .implying_types(config.implies_types)
        .nullable(config.nullable);
    overlays.extend(config.overlays.iter().cloned());
    // Load: each document is corrected as soon as it is read.
    let mut loader = Loader::with(source, overlays, config.repeated_members);
    if !loader.problems.is_empty() {
        std::mem::take(&mut loader.problems).finish(())?;
    }
    if config.views {
        views::correct(&mut loader);
    }
    // Resolve: what references ask for is loaded on the way.
    let (graph, mut loader, mut problems) = resolve::resolve(loader, config.default_draft);
    problems.append(std::mem::take(&mut loader.problems));
    // Translate.
    let mut rules = translate::translate(&graph, config, &mut problems);
    rules
        .warnings
        .extend(problems.take_warnings().into_iter().flatten());
    if is_linted && problems.is_empty() {
        let found = lint::findings(&graph, &rules, config);
        rules.warnings.extend(found);
    }
    let mut read = loader.read();
    read.extend(config.files.iter().cloned());
    problems.finish((graph.documents, rules, read))
}

//! `Graph` → `Rules`: each keyword checked for its form and translated.
//!
//! What a draft's meta-schema would refuse is refused here, at the keyword,
//! with its place; unknown keywords and those of other drafts mean nothing.

mod apart;
mod corrected;
mod cycle;
mod lowering;
mod notes;
mod opened;
mod reader;
mod schema;
mod scope;

use std::path::PathBuf;

use crate::config::places::Places;
use crate::config::settings::Config;
use crate::diagnostics::Diagnostics;
use crate::load::document::Documents;
use crate::load::loader::Loader;
use crate::load::source::Source;
use crate::overlay::set::Overlays;
use crate::resolve;
use crate::rules::rule::Rules;
use lowering::Lowering;

/// The front half of the engine: schemas in, rules out.
///
/// Gives the documents that were read, the rules, and the path of every file
/// and folder that the result depends on.
///
/// # Errors
///
/// Everything that is wrong with the input, at once for each stage: files
/// first; then references, keywords and configuration together.
///
/// ```
/// use isoschema::{config::Config, load::Source, translate::rules};
///
/// let text = r#"{"type": "object", "properties": {"code": {"type": "string"}}}"#;
/// let source = Source::texts([("order.json".to_owned(), text.to_owned())]);
/// let (_, rules, _) = rules(&source, &Config::new()).unwrap();
/// assert_eq!(rules.roots[0].name, "order");
/// assert!(rules.get(rules.roots[0].rule).properties().named.contains_key("code"));
/// ```
pub fn rules(
    source: &Source,
    config: &Config,
) -> Result<(Documents, Rules, Vec<PathBuf>), Diagnostics> {
    let mut overlays = Overlays::default();
    overlays.extend(config.overlays.iter().cloned());
    let mut loader = Loader::with(source, overlays, config.repeated_members);
    if !loader.problems.is_empty() {
        std::mem::take(&mut loader.problems).finish(())?;
    }
    let (graph, mut loader, mut problems) = resolve::resolve(loader, config.default_draft);
    problems.append(std::mem::take(&mut loader.problems));
    let places = Places::find(config, &graph, &mut problems);
    let mut rules = Lowering::new(&graph, config, places).run(&mut problems);
    rules
        .warnings
        .extend(problems.take_warnings().into_iter().flatten());
    let mut read = loader.read();
    read.extend(config.files.iter().cloned());
    problems.finish((graph.documents, rules, read))
}

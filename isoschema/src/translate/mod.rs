//! `Graph` → `Rules`: each keyword checked for its form and translated.
//!
//! What a draft's meta-schema would refuse is refused here, at the keyword,
//! with its place; unknown keywords and those of other drafts mean nothing.

mod corrected;
mod cycle;
mod elsewhere;
mod lowering;
mod named;
mod notes;
mod opened;
mod reader;
mod schema;
mod scope;
mod shared;

use crate::config::places::Places;
use crate::config::settings::Config;
use crate::diagnostics::Collector;
use crate::resolve::graph::Graph;
use crate::rules::rule::Rules;
use lowering::Lowering;

/// The rules of a graph, under a configuration; what is wrong goes to the
/// problems.
#[must_use]
pub fn translate(graph: &Graph, config: &Config, problems: &mut Collector) -> Rules {
    let places = Places::find(config, graph, problems);
    Lowering::new(graph, config, places).run(problems)
}

//! `Documents` → [`Graph`]: identifiers, anchors and references.
//!
//! Knows `$id` and its spellings, `$ref`, `$anchor`, `$dynamicRef` and
//! `$recursiveRef` of drafts 4 to 2020-12. A reference that dangles into
//! `#/components/schemas/NAME` is answered by `NAME.json` beside the document
//! or by a loaded OpenAPI document. What is then left over is read as people
//! write it: an `$id` of the folder as it stands, a file whose `.json` is left
//! out, a file below a URL that the `$id`s beside it state; each such place is
//! in [`Graph::assumed`]. Every reference that still leads nowhere is reported,
//! with its place.

mod alone;
mod apart;
mod beside;
pub mod dialect;
mod find;
pub mod graph;
mod index;
mod link;
pub(crate) mod plain;
pub(crate) mod positions;
mod spoken;
mod survey;

pub use crate::names::nearest::nearest;
pub use dialect::{Dialect, Draft};
pub use graph::{
    Assumed, Assumptions, Graph, Node, NodeId, RECURSIVE, Reference, Resource, ResourceId,
};
pub use positions::{Position, positions};

use crate::diagnostics::Collector;
use crate::load::loader::Loader;

/// Finds every schema that the loaded documents hold or refer to; documents
/// that references ask for are read on the way.
///
/// What is wrong is put into the collector that is returned with the graph:
/// the graph is complete but for the references that lead nowhere.
#[must_use]
pub fn resolve(loader: Loader, default: Draft) -> (Graph, Loader, Collector) {
    index::Builder::new(loader, default).run()
}

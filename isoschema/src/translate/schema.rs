//! A schema object that is being translated.

use std::sync::Arc;

use crate::diagnostics::text::Text;
use crate::load::json::Json;
use crate::resolve::dialect::Dialect;
use crate::resolve::graph::NodeId;

use super::scope::ScopeId;

/// A schema object that is being translated.
#[derive(Clone, Copy)]
pub(super) struct Schema<'a> {
    pub(super) id: NodeId,
    pub(super) document: usize,
    pub(super) pointer: &'a str,
    pub(super) dialect: Dialect,
    pub(super) scope: ScopeId,
    pub(super) json: &'a Json,
    pub(super) text: &'a Arc<Text>,
}

//! Two schemas → the locations that they have, each on both sides.

use std::collections::BTreeMap;

use serde_json::Value;

use super::places::children;
use super::side::{Side, Spot};

/// One location on both sides.
#[derive(Debug)]
pub(super) struct PairOf<'s> {
    pub(super) suffix: String,
    /// The place that it is inside of.
    pub(super) outer: String,
    pub(super) old: Option<&'s Value>,
    pub(super) new: Option<&'s Value>,
}

/// The locations of both sides, outer ones first.
#[derive(Debug, Default)]
pub(super) struct Pairs<'s> {
    pub(super) list: Vec<PairOf<'s>>,
}

impl<'s> Pairs<'s> {
    pub(super) fn walk(&mut self, old: &'s Side, old_spot: &Spot, new: &'s Side, new_spot: &Spot) {
        let mut open = vec![PairOf {
            suffix: String::new(),
            outer: String::new(),
            old: value(old, old_spot),
            new: value(new, new_spot),
        }];
        while let Some(pair) = open.pop() {
            if let (Some(old), Some(new)) = (pair.old, pair.new) {
                let mut before: BTreeMap<String, &Value> = children(old).into_iter().collect();
                let mut inner = Vec::new();
                for (suffix, child) in children(new) {
                    let other = before.remove(&suffix);
                    inner.push((suffix, other, Some(child)));
                }
                inner.extend(
                    before
                        .into_iter()
                        .map(|(suffix, child)| (suffix, Some(child), None)),
                );
                for (suffix, old, new) in inner.into_iter().rev() {
                    open.push(PairOf {
                        suffix: format!("{}{suffix}", pair.suffix),
                        outer: pair.suffix.clone(),
                        old,
                        new,
                    });
                }
            }
            self.list.push(pair);
        }
    }
}

pub(super) fn value<'s>(side: &'s Side, spot: &Spot) -> Option<&'s Value> {
    side.sources
        .documents()
        .get(&spot.document)?
        .pointer(&spot.pointer)
}

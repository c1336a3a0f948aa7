//! The types and what they hold → where each stands on the map.

use super::types::Type;

/// How wide a box is, and how far it is to the next layer and the next box.
pub(super) const WIDTH: usize = 210;
pub(super) const HEIGHT: usize = 30;
const ACROSS: usize = WIDTH + 90;
const DOWN: usize = HEIGHT + 14;

/// A map in layers: what a type holds stands to the right of it.
pub(super) struct Map {
    /// The upper left corner of each type's box.
    pub(super) boxes: Vec<(usize, usize)>,
    /// From the right side of one box to the left side of another.
    pub(super) arrows: Vec<(usize, usize)>,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Map {
    pub(super) fn of(types: &[Type<'_>]) -> Self {
        let layers = layers(types);
        let mut boxes = vec![(0, 0); types.len()];
        let mut most = 0;
        for (layer, members) in layers.iter().enumerate() {
            most = most.max(members.len());
            for (row, index) in members.iter().enumerate() {
                boxes[*index] = (layer * ACROSS + 20, row * DOWN + 20);
            }
        }
        let arrows = types
            .iter()
            .enumerate()
            .flat_map(|(from, it)| it.holds.iter().map(move |to| (from, *to)))
            .collect();
        Self {
            boxes,
            arrows,
            width: layers.len() * ACROSS + 20,
            height: most * DOWN + 40,
        }
    }

    /// The path of an arrow.
    pub(super) fn path(&self, (from, to): (usize, usize)) -> String {
        let ((from_x, from_y), (to_x, to_y)) = (self.boxes[from], self.boxes[to]);
        let (x, y) = (from_x + WIDTH, from_y + HEIGHT / 2);
        let (end_x, end_y) = (to_x, to_y + HEIGHT / 2);
        let (bend, back) = (x + 45, end_x.saturating_sub(45));
        format!("M{x} {y}C{bend} {y} {back} {end_y} {end_x} {end_y}")
    }
}

/// The types by their distance from one that nothing holds. Of a circle that
/// nothing outside holds the first type begins.
fn layers(types: &[Type<'_>]) -> Vec<Vec<usize>> {
    let mut is_held = vec![false; types.len()];
    for (index, it) in types.iter().enumerate() {
        for held in it.holds.iter().filter(|held| **held != index) {
            is_held[*held] = true;
        }
    }
    let mut is_placed = vec![false; types.len()];
    let mut layers: Vec<Vec<usize>> = Vec::new();
    let begins = (0..types.len()).filter(|index| !is_held[*index]);
    for begin in begins.chain(0..types.len()) {
        let mut open = vec![begin];
        let mut layer = 0;
        while !open.is_empty() {
            open.retain(|index| !std::mem::replace(&mut is_placed[*index], true));
            if open.is_empty() {
                break;
            }
            if layers.len() == layer {
                layers.push(Vec::new());
            }
            layers[layer].extend(&open);
            open = open
                .iter()
                .flat_map(|it| types[*it].holds.clone())
                .collect();
            layer += 1;
        }
    }
    layers
}

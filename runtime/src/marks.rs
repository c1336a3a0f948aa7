//! Which items or members of a value have been evaluated, for
//! `unevaluatedItems` and `unevaluatedProperties`.
use super::*;

/// The evaluated positions of one array or object.
#[derive(Clone)]
pub struct Marks(Vec<bool>);

impl Marks {
    /// No item or member of the value is evaluated.
    #[inline]
    pub fn new(tape: &Tape<'_>, at: usize) -> Self {
        Self(::alloc::vec![false; tape.len(at)])
    }

    /// As many positions, none evaluated.
    #[inline]
    pub fn fresh(&self) -> Self {
        Self(::alloc::vec![false; self.0.len()])
    }

    #[inline]
    pub fn mark(&mut self, position: usize) {
        if let Some(mark) = self.0.get_mut(position) {
            *mark = true;
        }
    }

    #[inline]
    pub fn mark_first(&mut self, count: usize) {
        let count = count.min(self.0.len());
        self.0[..count].fill(true);
    }

    #[inline]
    pub fn mark_all(&mut self) {
        self.0.fill(true);
    }

    #[inline]
    pub fn has(&self, position: usize) -> bool {
        self.0.get(position).copied().unwrap_or(false)
    }

    #[inline]
    pub fn merge(&mut self, other: &Self) {
        for (mark, other) in self.0.iter_mut().zip(&other.0) {
            *mark |= *other;
        }
    }
}

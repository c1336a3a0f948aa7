//! What the types are called: each by its way, and no two of them alike.

use super::key::Wish;
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::name::Name;

impl Planner<'_> {
    /// Settles the name of a type that is being planned. The name that is its whole way is its own, and a type that
    /// has it as its short one gives way.
    pub(super) fn name(&mut self, wish: &Wish, kind: Kind) -> Name {
        let names = wish.names();
        let whole = wish.trail.whole();
        if wish.claimed && self.spent.insert(whole.clone()) {
            return whole;
        }
        let free = names.iter().position(|name| self.names.is_free(name));
        if let Some((name, longer)) = free.and_then(|at| names.get(at..)?.split_first()) {
            self.shortened.put(name, longer, None);
            return self.names.claim(name);
        }
        if self.gives_way(&whole) {
            return whole;
        }
        self.names.claim(&whole.and(kind.word()))
    }

    /// Whether the type of a name has taken a longer one instead.
    fn gives_way(&mut self, name: &Name) -> bool {
        let Some((ty, longer)) = self.shortened.take(name) else {
            return false;
        };
        let free = longer.iter().position(|it| self.names.is_free(it));
        let other = free.and_then(|at| longer.get(at..)?.split_first());
        let holder = &mut self.types[ty.0 as usize];
        let (Some((other, longer)), Some(holder)) = (other, holder) else {
            return false;
        };
        holder.name = self.names.claim(other);
        self.shortened.put(other, longer, Some(ty));
        true
    }
}

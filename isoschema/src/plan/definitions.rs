//! Schemas with names of their own: documents and definitions.

use std::collections::HashSet;

use super::key::Wish;
use super::model::{TypeId, TypeRef};
use super::planner::Planner;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::location::Location;

impl Planner<'_> {
    /// The named type of a whole document.
    pub(super) fn root(&mut self, id: RuleId) -> TypeId {
        let used = self.definition(id);
        let name = self.given.get(&id).cloned();
        let name = name.unwrap_or_else(|| Name::of_camel("Value"));
        if let TypeRef::Named(slot) = used
            && self.is_called(slot, &name)
        {
            return slot;
        }
        let slot = self.reserve();
        self.free(&name);
        self.fill_newtype(slot, name, used, id);
        slot
    }

    /// The definitions that no root leads to: people look for them, too.
    pub(super) fn definitions(&mut self) {
        let mut planned: HashSet<&Location> = HashSet::new();
        let rules = self.rules;
        let ids = || (0_u32..).map(RuleId).zip(&rules.rules);
        for (id, rule) in ids() {
            if self.used[id.0 as usize].is_some() {
                planned.insert(&rule.location);
            }
        }
        for (id, rule) in ids() {
            let is_alias = self.aliases.follow(id) != id;
            if self.is_definition(id) && !is_alias && planned.insert(&rule.location) {
                self.definition(id);
            }
        }
    }

    /// Whether a schema has a name of its own.
    pub(super) fn is_definition(&self, id: RuleId) -> bool {
        let rule = self.rules.get(id);
        rule.rust_name.is_some() || rule.entry.is_some()
    }

    /// The type of a schema that has a name of its own.
    pub(super) fn definition(&mut self, id: RuleId) -> TypeRef {
        let again = match self.definitions.get(&id) {
            Some(Some(done)) => return done.clone(),
            Some(None) => true,
            None => false,
        };
        let atoms = self.joined(&[id]);
        let is_root = self.roots.contains(&id);
        let given = self.given.get(&id).cloned();
        if again {
            // Reached from inside itself: what is being planned is found by key.
            let wish = Wish {
                name: given.unwrap_or_else(|| Name::of_camel("Value")),
                claimed: false,
                site: id,
                is_arm: false,
            };
            return self.plan(atoms, Kinds::ALL, &wish);
        }
        self.definitions.insert(id, None);
        let name = given.unwrap_or_else(|| {
            let entry = self.rules.get(id).entry.as_deref().unwrap_or("Value");
            self.names.claim(&Name::of_type(entry))
        });
        let nullable = self.is_nullable(&atoms);
        let wish = Wish {
            // A nullable definition is seen through where it is used; the name
            // goes to its inner type, or to the newtype that a root is.
            name: if nullable && is_root {
                name.and("Value")
            } else {
                name.clone()
            },
            claimed: !(nullable && is_root),
            site: id,
            is_arm: false,
        };
        let planned = self.plan(atoms, Kinds::ALL, &wish);
        self.warn_if_never(&[id], &planned, &wish);
        let used = match &planned {
            TypeRef::Nullable(_) | TypeRef::Any | TypeRef::Never => planned,
            TypeRef::Named(slot) if self.is_called(*slot, &name) => planned,
            _ => {
                let slot = self.reserve();
                self.free(&name);
                self.fill_newtype(slot, name, planned, id);
                TypeRef::Named(slot)
            }
        };
        self.definitions.insert(id, Some(used.clone()));
        used
    }
}

//! Inline schemas of objects that a title names.

use std::collections::HashMap;

use super::key::Wish;
use super::planner::Planner;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

/// A longer title is a sentence.
pub(super) const LONGEST_TITLE: usize = 40;

impl Planner<'_> {
    /// Claims the titles of inline objects as names. A title that several have, or that is a
    /// definition's name, tells nothing apart: their way names them.
    pub(super) fn claim_titles(&mut self) {
        let mut titled: Vec<(RuleId, Name)> = Vec::new();
        let mut counts: HashMap<Name, usize> = HashMap::new();
        for (id, rule) in self.rules.all() {
            if let Some(name) = title(rule).filter(|_| !self.is_definition(id)) {
                *counts.entry(name.clone()).or_default() += 1;
                titled.push((id, name));
            }
        }
        titled.retain(|(_, name)| counts.get(name) == Some(&1) && self.names.is_free(name));
        for (id, name) in titled {
            let name = self.names.claim(&name);
            self.titled.insert(id, name);
        }
    }

    /// The wish for the type of an inline schema that a title names, unless a type has that name already.
    pub(super) fn titled(&self, id: RuleId, wish: &Wish) -> Option<Wish> {
        let name = self.titled.get(&id)?;
        (!self.spent.contains(name)).then(|| wish.titled(name))
    }
}

/// The title of a schema of objects with members, as a name.
fn title(rule: &Rule) -> Option<Name> {
    let title = rule.notes.title.as_deref()?;
    let is_name = title.len() <= LONGEST_TITLE && title.contains(|it: char| it.is_alphabetic());
    let is_object =
        rule.types() == Some(Kinds::OBJECT) || rule.types() == Some(Kinds::OBJECT.or(Kinds::NULL));
    let has_members = !rule.properties().named.is_empty();
    (is_name && is_object && has_members && !rule.made).then(|| Name::of_type(title))
}

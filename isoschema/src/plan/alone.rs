//! Alternatives of which one value fits, though none lists it: an object of nothing but the tag, a list of fixed items.

use crate::keywords::item_count::ItemCount;
use crate::keywords::side::Side;
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::arms::Tag;
use super::atoms::Atom;
use super::candidate::Candidate;
use super::held::Named;
use super::planner::Planner;

impl Planner<'_> {
    /// The one value of a candidate, or of the member that its objects have, which is the tag then.
    pub(super) fn alone(
        &mut self,
        candidate: &Candidate,
        tag: Option<&Tag>,
    ) -> Option<(Option<Named>, Json)> {
        if candidate.kinds == Kinds::ARRAY {
            return Some((None, self.fixed_list(candidate)?));
        }
        let named = self.sole_member(candidate)?;
        let is_tag = tag.is_some_and(|tag| named.0 == tag.member);
        let value = is_tag.then(|| self.value_of(&named.1)).flatten()?;
        Some((Some(named), value))
    }

    /// The one value of what several schemas ask of.
    pub(super) fn value_of(&mut self, sources: &[RuleId]) -> Option<Json> {
        let atoms = self.joined(sources);
        let key = self.key(atoms, Kinds::ALL)?;
        self.only_value(&key)
    }

    /// The list of which each item has one value, where it must have all of them and can have no other.
    fn fixed_list(&mut self, candidate: &Candidate) -> Option<Json> {
        let [Atom::Own(id)] = candidate.atoms.list.as_slice() else {
            return None;
        };
        let rule = self.rules.get(*id);
        let items = rule.items();
        let length = u64::try_from(items.prefix.len()).ok()?;
        let counts = || rule.each::<ItemCount>();
        let is_least = |it: &ItemCount| it.side == Side::Least && it.count.value() == length;
        let is_most = |it: &ItemCount| it.side == Side::Most && it.count.value() == length;
        let is_never = |it: RuleId| self.rules.get(it).verdict == Some(false);
        let is_closed = items.rest.is_some_and(is_never) || counts().any(is_most);
        if length == 0 || !is_closed || !counts().any(is_least) || rule.values().is_some() {
            return None;
        }
        let items = items.prefix.iter().map(|item| self.value_of(&[*item]));
        let items = items.collect::<Option<_>>()?;
        Some(Json::new(JsonKind::Array(items)))
    }
}

//! `if` with `then` and `else` whose branches have shapes: an enum of two.

use crate::keywords::conditional::Conditional;
use crate::keywords::table::Word;

use super::atoms::{Atom, Atoms};
use super::evaluated::Arm as Fitting;
use super::key::{Key, Wish};
use super::model::{Arm, Dispatch, Shape, TypeRef, Union};
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::name::{Name, camel};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

impl Planner<'_> {
    /// Whether a conditional's branches have shapes of their own.
    pub(super) fn branches_have_shape(&self, atom: Atom, kinds: Kinds) -> bool {
        let Atom::Union(Word::Conditional, rule) = atom else {
            return false;
        };
        let Some(conditional) = self.rules.get(rule).get::<Conditional>() else {
            return false;
        };
        let branches = [conditional.then, conditional.otherwise];
        let branches: Vec<RuleId> = branches.into_iter().flatten().collect();
        // `if` alone is its own `then`.
        conditional.then != Some(conditional.condition)
            && !self.leads_back(atom, &branches)
            && branches.iter().any(|arm| self.has_shape(*arm, kinds))
    }

    /// An enum of two: where the condition of `if` holds, and where not.
    pub(super) fn branches(&mut self, key: &Key, id: RuleId, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let Some(conditional) = rules.get(id).get::<Conditional>() else {
            return TypeRef::Never;
        };
        let mut rest = key.all.clone();
        rest.list
            .retain(|atom| *atom != Atom::Union(Word::Conditional, id));
        let union = (Word::Conditional, id);
        let members = rest.members(rules);
        let mut then = rest.clone();
        then.add(rules, &[conditional.condition]);
        let asked = self.key(then.clone(), key.kinds);
        then.add(rules, conditional.then.as_slice());
        let holds = |rule| Fitting {
            rule,
            is_alone: true,
        };
        then.take(rules, union, holds(Some(conditional.condition)));
        let mut otherwise = rest;
        otherwise.add(rules, conditional.otherwise.as_slice());
        otherwise.take(rules, union, holds(None));
        if asked.is_none_or(|key| self.is_impossible(&key)) {
            // Of what else fits, nothing fits the condition.
            self.record(
                &Atoms::of(rules, conditional.then.as_slice()),
                &TypeRef::Never,
            );
            return self.plan(otherwise, key.kinds, wish);
        }
        match conditional.fails.filter(|_| key.kinds == Kinds::OBJECT) {
            Some(fails) => otherwise.add(rules, &[fails]),
            None if key.kinds == Kinds::OBJECT
                && otherwise.bar_one_of(rules, &Atoms::of(rules, &[conditional.condition])) => {}
            None => otherwise.unless(id),
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Choice);
        let inner = wish.arms(&name, members);
        let mut arms: Vec<Arm> = Vec::with_capacity(2);
        let presence = rules.get(conditional.condition);
        let labels = match presence.required() {
            [member] if presence.made => {
                let member = camel(member);
                [format!("With{member}"), format!("Without{member}")]
            }
            _ => ["Then".to_owned(), "Else".to_owned()],
        };
        let [then_label, else_label] = labels;
        for (label, atoms, source) in [
            (then_label, then, conditional.then),
            (else_label, otherwise, conditional.otherwise),
        ] {
            let site = source.unwrap_or(id);
            let kinds = self
                .key(atoms.clone(), key.kinds)
                .map_or(Kinds::NONE, |key| key.kinds);
            let ty = self.plan(atoms.clone(), key.kinds, &inner.arm(&label, site));
            let rule = rules.get(site);
            arms.push(Arm {
                ident: Name::of_camel(&label),
                place: self.place(&atoms, &ty, site),
                ty,
                rule: site,
                kinds,
                tags: Vec::new(),
                left: None,
                member: None,
                constant: None,
                notes: rule.notes.clone(),
                location: rule.location.to_string(),
            });
        }
        let shape = Shape::Union(Union {
            arms,
            dispatch: Dispatch::Condition(conditional.condition),
            keyword: rules.get(id).at("if"),
            rule: None,
            beside: Vec::new(),
            kinds: key.kinds,
            strays: None,
            asks_more: false,
        });
        self.finish_checked(slot, key, wish, name, shape, Vec::new())
    }
}

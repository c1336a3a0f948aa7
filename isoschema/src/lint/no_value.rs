//! `no-value`, of what planning does not see: a required member that no value fits, and schemas of which every value
//! would have to hold another one, without end.
//!
//! For each schema it is asked which kinds of value fit: from below, where a value is known of as soon as what it
//! must hold is known of, and from above, where everything is until something excludes it. What only the
//! first leaves without a value circles through itself.

use std::collections::{HashSet, VecDeque};

use super::Finding;
use super::refused::refuses_rest;
use crate::components::{components, recursive};
use crate::evaluate::ground::Ground;
use crate::evaluate::run::Run;
use crate::keywords::contains::Contains;
use crate::keywords::item_count::ItemCount;
use crate::keywords::not::Not;
use crate::keywords::property_names::PropertyNames;
use crate::keywords::side::Side;
use crate::keywords::table::{Assertion, Word};
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};
use crate::rules::together::together;

/// Of a schema that joins more of them, any value may fit.
const MOST: usize = 64;

pub(super) fn found(ground: Ground<'_>) -> Vec<(RuleId, Finding)> {
    let whole = Whole::of(ground);
    let (below, above) = (whole.settled(Kinds::NONE), whole.settled(Kinds::ALL));
    let mut found = Vec::new();
    for (id, _) in ground.rules.all() {
        if above[id.0 as usize].is_empty() {
            found.extend(whole.refused(id, &above).map(|it| (id, it)));
        }
    }
    found.extend(whole.endless(&below, &above));
    found
}

/// All rules, each with those that hold for the same value.
struct Whole<'r> {
    ground: Ground<'r>,
    rules: &'r Rules,
    /// Up to one more than are looked at.
    together: Vec<Vec<RuleId>>,
    /// By rule, those whose kinds may depend on its own.
    users: Vec<Vec<RuleId>>,
}

impl<'r> Whole<'r> {
    fn of(ground: Ground<'r>) -> Self {
        let rules = ground.rules;
        let joined = |id| together(&rules.rules, vec![id]).map(|(it, _)| it);
        let mut users = vec![Vec::new(); rules.rules.len()];
        let together = rules.all().map(|(id, _)| {
            let parts: Vec<RuleId> = joined(id).take(MOST + 1).collect();
            for part in &parts {
                for (_, inner) in rules.get(*part).inner() {
                    users[inner.0 as usize].push(id);
                }
            }
            parts
        });
        Self {
            ground,
            rules,
            together: together.collect(),
            users,
        }
    }

    fn parts(&self, id: RuleId) -> impl Iterator<Item = (RuleId, &'r Rule)> {
        let parts = self.together[id.0 as usize].iter();
        parts.map(|it| (*it, self.rules.get(*it)))
    }

    /// The kinds of each rule, from what is taken of all of them at first.
    fn settled(&self, first: Kinds) -> Vec<Kinds> {
        let count = self.rules.rules.len();
        let mut known = vec![first; count];
        let mut queued = vec![true; count];
        let mut queue: VecDeque<RuleId> = self.rules.all().map(|(id, _)| id).collect();
        while let Some(id) = queue.pop_front() {
            queued[id.0 as usize] = false;
            let kinds = self.kinds(id, &known);
            if std::mem::replace(&mut known[id.0 as usize], kinds) == kinds {
                continue;
            }
            for user in &self.users[id.0 as usize] {
                if !std::mem::replace(&mut queued[user.0 as usize], true) {
                    queue.push_back(*user);
                }
            }
        }
        known
    }

    /// The kinds of value that may fit a rule, by those that may fit others.
    fn kinds(&self, id: RuleId, known: &[Kinds]) -> Kinds {
        let mut kinds = Kinds::ALL;
        if self.together[id.0 as usize].len() > MOST {
            return kinds;
        }
        for (_, part) in self.parts(id) {
            if says_no(self.rules, part) {
                return Kinds::NONE;
            }
            kinds = kinds.and(part.kinds());
            let choices = part.assertions().iter().map(Assertion::alternatives);
            for arms in choices.filter(|arms| !arms.is_empty()) {
                let any = arms.iter().map(|it| known[it.0 as usize]);
                kinds = kinds.and(any.fold(Kinds::NONE, Kinds::or));
            }
        }
        let fits = |asked: &[RuleId]| {
            let each = asked.iter().map(|it| known[it.0 as usize]);
            !each.fold(Kinds::ALL, Kinds::and).is_empty()
        };
        let required = |kinds: Kinds| {
            let mut members = self.required(id);
            kinds.meets(Kinds::OBJECT)
                && members
                    .any(|(by, name)| self.is_refused(id, name) || !fits(&self.asked(id, by, name)))
        };
        if required(kinds) {
            kinds = kinds.without(Kinds::OBJECT);
        }
        if kinds.meets(Kinds::ARRAY) {
            let mut positions = self.needed(id).into_iter();
            if positions.any(|it| !fits(&it)) || self.lacks(id, known).is_some() {
                kinds = kinds.without(Kinds::ARRAY);
            }
        }
        kinds
    }

    /// The required members, each with the rule that asks for it.
    fn required(&self, id: RuleId) -> impl Iterator<Item = (RuleId, &'r str)> {
        let parts = self.parts(id);
        parts.flat_map(|(by, part)| part.required().iter().map(move |name| (by, name.as_str())))
    }

    /// What a member has to fit.
    fn asked(&self, id: RuleId, required_by: RuleId, name: &str) -> Vec<RuleId> {
        let mut asked = Vec::new();
        for (by, part) in self.parts(id) {
            let properties = part.properties();
            let patterns = properties.patterns.iter();
            let patterns = patterns.filter(|(pattern, _)| pattern.is_found_in(name));
            let declared = properties.named.get(name).copied().into_iter();
            let before = asked.len();
            asked.extend(declared.chain(patterns.map(|(_, rule)| *rule)));
            // Of what another part closes, `refused-member` tells.
            if asked.len() == before && (by == required_by || !refuses_rest(self.rules, part)) {
                asked.extend(properties.additional);
            }
        }
        asked
    }

    /// Whether a required member has a name that none may have.
    fn is_refused(&self, id: RuleId, name: &str) -> bool {
        let name = || Json::new(JsonKind::String(name.into()));
        let names = self
            .parts(id)
            .filter_map(|(_, part)| part.get::<PropertyNames>());
        let mut run = names.map(|it| Run::new(self.ground).fits(it.0, &name(), |_| true));
        run.any(|fits| !fits)
    }

    /// What each item that has to be there has to fit, as far as they differ.
    fn needed(&self, id: RuleId) -> Vec<Vec<RuleId>> {
        let counts = self
            .parts(id)
            .flat_map(|(_, part)| part.each::<ItemCount>());
        let least = counts.filter(|it| it.side == Side::Least);
        let least = least.map(|it| it.count.value()).max().unwrap_or(0);
        let positions = self.positions(id).into_iter();
        let positions = positions.take(usize::try_from(least).unwrap_or(usize::MAX));
        let mut needed: Vec<Vec<RuleId>> = positions.collect();
        for (_, part) in self.parts(id) {
            let contained = part.each::<Contains>().filter(|it| it.min.value() > 0);
            needed.extend(contained.map(|it| vec![it.rule]));
        }
        needed
    }

    /// What the item at each position has to fit; behind the last of them, as there.
    fn positions(&self, id: RuleId) -> Vec<Vec<RuleId>> {
        let prefixes = self.parts(id).map(|(_, part)| part.items().prefix.len());
        let longest = prefixes.max().unwrap_or(0).min(MOST);
        let at = |index: usize| {
            let asked = self.parts(id).filter_map(|(_, part)| {
                let items = part.items();
                items.prefix.get(index).copied().or(items.rest)
            });
            asked.collect()
        };
        (0..=longest).map(at).collect()
    }

    /// The rule that asks for an item which none of the positions can have.
    fn lacks(&self, id: RuleId, known: &[Kinds]) -> Option<RuleId> {
        let kinds = |it: &RuleId| known[it.0 as usize];
        let positions = self.positions(id).into_iter();
        let items = positions.map(|it| it.iter().map(kinds).fold(Kinds::ALL, Kinds::and));
        let items = items.fold(Kinds::NONE, Kinds::or);
        let mut parts = self.parts(id).filter(|(_, part)| {
            let mut contained = part.each::<Contains>().filter(|it| it.min.value() > 0);
            contained.any(|it| !known[it.rule.0 as usize].meets(items))
        });
        parts.next().map(|(by, _)| by)
    }

    /// Why nothing fits, where it is a member or an item that cannot be there.
    fn refused(&self, id: RuleId, known: &[Kinds]) -> Option<Finding> {
        let is_empty = |it: RuleId| known[it.0 as usize].is_empty();
        // What a part of it says by itself is told of there.
        if self.parts(id).any(|(it, _)| it != id && is_empty(it)) {
            return None;
        }
        let suffix = |by: RuleId, keyword: &str| {
            let own = format!("/{keyword}");
            if by == id { own } else { String::new() }
        };
        for (by, name) in self.required(id) {
            let asked = self.asked(id, by, name);
            let refusing = asked
                .iter()
                .find(|it| says_no(self.rules, self.rules.get(**it)));
            let at = match refusing {
                Some(it) => self.rules.get(*it).location.to_string(),
                None if self.is_refused(id, name) => "propertyNames".to_owned(),
                None => continue,
            };
            let reason = format!("no value fits: `{name}` is required, and refused [{at}]");
            let help = "declare the member, take its name out of `required`, or say `false` where nothing is to fit";
            return Some(Finding {
                suffix: suffix(by, "required"),
                reason,
                help: help.to_owned(),
            });
        }
        let by = self.lacks(id, known).filter(|_| {
            let mut positions = self.positions(id).into_iter().flatten();
            positions.all(|it| !is_empty(it))
        })?;
        Some(Finding {
            suffix: suffix(by, "contains"),
            reason: "no value fits: `contains` asks for an item that the list cannot have"
                .to_owned(),
            help: "correct one of them".to_owned(),
        })
    }

    /// One finding for each circle of rules without a finite value.
    fn endless(&self, below: &[Kinds], above: &[Kinds]) -> Vec<(RuleId, Finding)> {
        let count = below.len();
        let is_endless = |id: RuleId| {
            let index = id.0 as usize;
            below[index].is_empty() && !above[index].is_empty()
        };
        let mut edges: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (id, rule) in self.rules.all().filter(|(id, _)| is_endless(*id)) {
            let held = self.held(id).into_iter().map(|(_, it)| it);
            let arms = rule.assertions().iter().flat_map(Assertion::alternatives);
            let all = held.chain(arms.copied()).chain(rule.joined());
            let all = all.filter(|it| is_endless(*it)).map(|it| it.0 as usize);
            edges[id.0 as usize] = all.collect();
        }
        let circles = components(count, |node| edges[node].clone());
        let is_in_one = recursive(count, |node| edges[node].clone());
        let mut told = HashSet::new();
        let mut found = Vec::new();
        for (id, rule) in self.rules.all() {
            let index = id.0 as usize;
            let is_reference = rule.says_only(Word::Reference);
            if !is_in_one[index] || rule.made || is_reference || !told.insert(circles[index]) {
                continue;
            }
            let mut held = self.held(id).into_iter();
            let step = held.find(|(_, it)| is_endless(*it)).map(|(step, _)| step);
            let place = step.map_or("by each alternative".to_owned(), |it| format!("as {it}"));
            let finding = Finding {
                suffix: String::new(),
                reason: format!(
                    "no value fits: each would have to hold another one that fits here, {place}, without end"
                ),
                help: "let it end: by a name that is not in `required`, a list that may be empty, or an alternative such \
                       as null"
                    .to_owned(),
            };
            found.push((id, finding));
        }
        found
    }

    /// What a value has to hold, and where.
    fn held(&self, id: RuleId) -> Vec<(String, RuleId)> {
        let mut held = Vec::new();
        for (by, name) in self.required(id) {
            let asked = self.asked(id, by, name);
            held.extend(
                asked
                    .into_iter()
                    .map(|it| (format!("its member `{name}`"), it)),
            );
        }
        let items = self.needed(id).into_iter().flatten();
        held.extend(items.map(|it| ("one of its items".to_owned(), it)));
        held
    }
}

/// Whether a schema is `false`, or the `not` of a schema that every value fits.
fn says_no(rules: &Rules, rule: &Rule) -> bool {
    let forbidden = rule.get::<Not>().map(|it| rules.get(it.0));
    rule.verdict == Some(false) || forbidden.is_some_and(|it| !it.speaks())
}

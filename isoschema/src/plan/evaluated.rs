//! What `unevaluatedProperties` and `unevaluatedItems` leave over, where that
//! does not depend on the value.
//!
//! Draft 2020-12, section 11: the keywords see what the subschemas applied to
//! the same value have evaluated. Of references and `allOf`, of alternatives
//! of which it is known which one the value fits, and of those that name
//! nothing but what others name anyway, the names and positions are known, and
//! the keyword says what is beyond all of them.

use std::collections::{BTreeMap, HashSet};

use crate::keywords::conditional::Conditional;
use crate::keywords::contains::Contains;
use crate::keywords::items::Items;
use crate::keywords::keyword::Role;
use crate::keywords::properties::Properties;
use crate::keywords::table::{Assertion, Word};
use crate::keywords::unevaluated_items::UnevaluatedItems;
use crate::keywords::unevaluated_properties::UnevaluatedProperties;
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};

/// So many schemas are gone through; of more, it depends on the value.
const MOST_RULES: usize = 10_000;

/// Unions of which it is known that a value fits an arm, by keyword and rule.
pub(super) type Taken = BTreeMap<(Word, RuleId), Arm>;

/// An arm that a value fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Arm {
    /// The schema; of a conditional the condition, where it holds.
    pub(super) rule: Option<RuleId>,
    /// Whether the value fits no other one.
    pub(super) is_alone: bool,
}

/// What is left over.
pub(super) enum Rest {
    /// Nothing: the keyword asks nothing.
    Nothing,
    /// What a rule says that stands for all that was evaluated: what is beyond
    /// it is the keyword's schema.
    Known(Box<Rule>),
    /// It depends on which arms of these unions a value fits, or on the value itself.
    Dynamic(HashSet<(Word, RuleId)>),
}

/// What one of the `unevaluated…` keywords of a rule leaves over.
pub(super) fn rest(rules: &Rules, id: RuleId, word: Word, taken: &Taken) -> Rest {
    let start = rules.get(id);
    let walk = Walk::of(rules, id, taken);
    if let (Word::UnevaluatedItems, Some(rest)) = (word, start.get::<UnevaluatedItems>()) {
        let rest = Some(rest.0);
        return walk.rest(OfItems(Items {
            rest,
            ..Items::default()
        }));
    }
    if let (Word::UnevaluatedProperties, Some(rest)) = (word, start.get::<UnevaluatedProperties>())
    {
        let additional = Some(rest.0);
        let known = Properties {
            additional,
            ..Properties::default()
        };
        let patterns = HashSet::new();
        return walk.rest(OfMembers { known, patterns });
    }
    Rest::Nothing
}

/// Whether a rule refuses each member that nothing has evaluated, and nothing may evaluate one of this name.
pub(super) fn bars(rules: &Rules, id: RuleId, taken: &Taken, name: &str) -> bool {
    let left = rules.get(id).get::<UnevaluatedProperties>();
    let is_closed = left.is_some_and(|left| rules.get(left.0).verdict == Some(false));
    is_closed && !Walk::of(rules, id, taken).may_evaluate(name)
}

/// What is evaluated of a value, as far as it is known.
trait Evaluated<'r> {
    /// The keyword that may say the same of what is left over elsewhere.
    const WORD: Word;

    /// Whether a rule evaluates all that there is.
    fn is_all(rule: &Rule) -> bool;

    /// Whether which parts it evaluates depends on these.
    fn depends(rule: &Rule) -> bool;

    /// Adds what it names.
    fn add(&mut self, rule: &'r Rule);

    /// Whether all that it names has been added.
    fn has(&self, rule: &Rule) -> bool;

    /// What says of the rest what the keyword does.
    fn stated(self, made: Rule) -> Rule;
}

/// The way through all rules that apply to the same value.
struct Walk<'r> {
    rules: &'r Rules,
    start: RuleId,
    taken: &'r Taken,
    /// Those that apply whatever the value is.
    sure: HashSet<RuleId>,
    /// The unions of which it is not known which arm a value fits.
    open: HashSet<(Word, RuleId)>,
    /// Their arms, and what else applies to some values.
    depending: Vec<RuleId>,
}

impl<'r> Walk<'r> {
    fn of(rules: &'r Rules, start: RuleId, taken: &'r Taken) -> Self {
        Self {
            rules,
            start,
            taken,
            sure: HashSet::new(),
            open: HashSet::new(),
            depending: Vec::new(),
        }
    }

    /// Whether some rule that may apply evaluates a member.
    fn may_evaluate(mut self, name: &str) -> bool {
        let mut stack = vec![self.start];
        while let Some(id) = stack.pop() {
            if !self.sure.insert(id) {
                continue;
            }
            let rule = self.rules.get(id);
            let takes_rest = id != self.start && rule.states(Word::UnevaluatedProperties);
            let own = rule.properties();
            let mut patterns = own.patterns.iter();
            if takes_rest
                || own.additional.is_some()
                || own.named.contains_key(name)
                || patterns.any(|(pattern, _)| pattern.is_found_in(name))
                || self.sure.len() > MOST_RULES
            {
                return true;
            }
            let depending = self.spread(id, &mut stack);
            stack.extend(depending);
        }
        false
    }

    fn rest<E: Evaluated<'r>>(mut self, mut known: E) -> Rest {
        let mut depends = false;
        let mut stack = vec![self.start];
        while let Some(id) = stack.pop() {
            if !self.sure.insert(id) {
                continue;
            }
            let rule = self.rules.get(id);
            let takes_rest = id != self.start && rule.states(E::WORD);
            if takes_rest || E::is_all(rule) {
                return Rest::Nothing;
            }
            depends |= E::depends(rule) || self.sure.len() > MOST_RULES;
            known.add(rule);
            let depending = self.spread(id, &mut stack);
            self.depending.extend(depending);
        }
        if depends || !self.are_known(&known) {
            return Rest::Dynamic(self.open);
        }
        let made = Rule::new(self.rules.get(self.start).location.clone());
        Rest::Known(Box::new(known.stated(made)))
    }

    /// Whether what applies to some values evaluates nothing that is not evaluated anyway.
    fn are_known<E: Evaluated<'r>>(&mut self, known: &E) -> bool {
        let mut all = true;
        let mut seen: HashSet<RuleId> = HashSet::new();
        while let Some(id) = self.depending.pop() {
            if self.sure.contains(&id) || !seen.insert(id) {
                continue;
            }
            let rule = self.rules.get(id);
            all &= !rule.states(E::WORD)
                && !E::is_all(rule)
                && !E::depends(rule)
                && known.has(rule)
                && seen.len() < MOST_RULES;
            let mut inner = Vec::new();
            let depending = self.spread(id, &mut inner);
            self.depending.extend(inner.into_iter().chain(depending));
        }
        all
    }

    /// Goes on to the rules that apply wherever a rule does; gives those that may.
    fn spread(&mut self, id: RuleId, stack: &mut Vec<RuleId>) -> Vec<RuleId> {
        let rules = self.rules;
        let rule = rules.get(id);
        let mut depending = Vec::new();
        let mut joined = rule.joined();
        let mut is_spent = false;
        for alternatives in rules.alternatives.get(&id).into_iter().flatten() {
            let Some(arm) = self.taken.get(&(Word::AnyOf, alternatives.rule)) else {
                self.open.insert((Word::AnyOf, alternatives.rule));
                continue;
            };
            // What the arm says of the member itself, conditions evaluate where they hold.
            stack.extend(arm.rule.into_iter().flat_map(|it| rules.get(it).joined()));
            depending.extend(&alternatives.conditions);
            joined.retain(|it| !alternatives.spent.contains(it));
            is_spent |= alternatives.spent.contains(&id);
        }
        stack.extend(joined);
        for assertion in rule.assertions() {
            let word = assertion.word();
            match word.role() {
                Role::Union if word == Word::Conditional && is_spent => {}
                Role::Union => {
                    let arm = self.taken.get(&(word, id));
                    stack.extend(arm.into_iter().flat_map(|arm| fitting(assertion, arm.rule)));
                    if arm.is_none() {
                        self.open.insert((word, id));
                    }
                    if !arm.is_some_and(|arm| arm.is_alone) {
                        of_assertion(assertion, &mut depending);
                    }
                }
                _ if word == Word::DependentSchemas => of_assertion(assertion, &mut depending),
                _ => {}
            }
        }
        depending
    }
}

/// What applies to a value that fits this arm.
fn fitting(union: &Assertion, arm: Option<RuleId>) -> Vec<RuleId> {
    let Assertion::Conditional(Conditional {
        then, otherwise, ..
    }) = union
    else {
        return arm.into_iter().collect();
    };
    let branch = if arm.is_some() { then } else { otherwise };
    arm.into_iter().chain(*branch).collect()
}

fn of_assertion(assertion: &Assertion, found: &mut Vec<RuleId>) {
    let keyword = assertion.keyword();
    keyword.subschemas(&mut |_, rule| found.push(rule));
}

struct OfMembers<'r> {
    known: Properties,
    patterns: HashSet<&'r str>,
}

impl<'r> Evaluated<'r> for OfMembers<'r> {
    const WORD: Word = Word::UnevaluatedProperties;

    fn is_all(rule: &Rule) -> bool {
        rule.properties().additional.is_some()
    }

    fn depends(_: &Rule) -> bool {
        false
    }

    fn add(&mut self, rule: &'r Rule) {
        let own = rule.properties();
        for (name, property) in &own.named {
            self.known.named.entry(name.clone()).or_insert(*property);
        }
        for (pattern, property) in &own.patterns {
            if self.patterns.insert(pattern.source()) {
                self.known.patterns.push((pattern.clone(), *property));
            }
        }
    }

    fn has(&self, rule: &Rule) -> bool {
        let own = rule.properties();
        let matches = |name: &str| {
            let mut patterns = self.known.patterns.iter();
            patterns.any(|(pattern, _)| pattern.is_found_in(name))
        };
        let mut names = own.named.keys();
        let mut patterns = own.patterns.iter();
        names.all(|name| self.known.named.contains_key(name) || matches(name))
            && patterns.all(|(pattern, _)| self.patterns.contains(pattern.source()))
    }

    fn stated(self, made: Rule) -> Rule {
        made.with(self.known)
    }
}

struct OfItems(Items);

impl<'r> Evaluated<'r> for OfItems {
    const WORD: Word = Word::UnevaluatedItems;

    fn is_all(rule: &Rule) -> bool {
        rule.items().rest.is_some()
    }

    fn depends(rule: &Rule) -> bool {
        let contains = rule.get::<Contains>();
        contains.is_some_and(|contains| contains.evaluates)
    }

    fn add(&mut self, rule: &'r Rule) {
        let prefix = &rule.items().prefix;
        if prefix.len() > self.0.prefix.len() {
            self.0.prefix.clone_from(prefix);
        }
    }

    fn has(&self, rule: &Rule) -> bool {
        rule.items().prefix.len() <= self.0.prefix.len()
    }

    fn stated(self, made: Rule) -> Rule {
        made.with(self.0)
    }
}

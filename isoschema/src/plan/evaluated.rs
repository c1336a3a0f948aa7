//! What `unevaluatedProperties` and `unevaluatedItems` leave over, where that
//! does not depend on the value.
//!
//! Draft 2020-12, section 11: the keywords see what the subschemas applied to
//! the same value have evaluated. Where these are only references and
//! `allOf`, the names and positions are known, and the keyword says what
//! is beyond all of them.

use std::collections::HashSet;

use crate::keywords::contains::Contains;
use crate::keywords::items::Items;
use crate::keywords::keyword::Role;
use crate::keywords::properties::Properties;
use crate::keywords::table::Word;
use crate::keywords::unevaluated_items::UnevaluatedItems;
use crate::keywords::unevaluated_properties::UnevaluatedProperties;
use crate::rules::id::RuleId;
use crate::rules::rule::Rule;
use crate::rules::rule::Rules;

/// What is left over.
pub(super) enum Rest {
    /// Nothing: the keyword asks nothing.
    Nothing,
    /// What a rule says that stands for all that was evaluated: what is beyond
    /// it is the keyword's schema.
    Known(Box<Rule>),
    /// It depends on the value.
    Dynamic,
}

/// What a rule evaluates by itself.
enum Evaluates {
    /// All that there is.
    All,
    /// What it names.
    Some,
    /// More or less, depending on the value.
    OfValue,
}

/// What one of the `unevaluated…` keywords of a rule leaves over.
pub(super) fn rest(rules: &Rules, id: RuleId, word: Word) -> Rest {
    let start = rules.get(id);
    let made = Rule::new(start.location.clone());
    if let (Word::UnevaluatedItems, Some(rest)) = (word, start.get::<UnevaluatedItems>()) {
        let mut items = Items {
            rest: Some(rest.0),
            ..Items::default()
        };
        let left = left_over(rules, id, |rule, other| items_of(rule, other, &mut items));
        return left.known(made.with(items));
    }
    if let (Word::UnevaluatedProperties, Some(rest)) = (word, start.get::<UnevaluatedProperties>())
    {
        let mut members = Properties {
            additional: Some(rest.0),
            ..Properties::default()
        };
        let mut patterns = HashSet::new();
        let left = left_over(rules, id, |rule, other| {
            members_of(rule, other, &mut members, &mut patterns)
        });
        return left.known(made.with(members));
    }
    Rest::Nothing
}

/// How much is left over.
enum Left {
    Nothing,
    Known,
    Depends,
}

impl Left {
    fn known(self, rule: Rule) -> Rest {
        match self {
            Self::Nothing => Rest::Nothing,
            Self::Known => Rest::Known(Box::new(rule)),
            Self::Depends => Rest::Dynamic,
        }
    }
}

/// Goes through the rules that apply to the same value whatever it is, as long
/// as there may be something left over. The first is told apart from those that
/// it joins.
fn left_over<'r>(
    rules: &'r Rules,
    start: RuleId,
    mut evaluates: impl FnMut(&'r Rule, bool) -> Evaluates,
) -> Left {
    let mut found: HashSet<RuleId> = HashSet::new();
    let mut stack = vec![start];
    let mut depends = false;
    while let Some(id) = stack.pop() {
        if !found.insert(id) {
            continue;
        }
        let rule = rules.get(id);
        match evaluates(rule, id != start) {
            Evaluates::All => return Left::Nothing,
            Evaluates::Some => {}
            Evaluates::OfValue => depends = true,
        }
        depends |= rule
            .assertions()
            .iter()
            .any(|it| it.word().role() == Role::Union || it.word() == Word::DependentSchemas);
        stack.extend(rule.joined());
    }
    if depends { Left::Depends } else { Left::Known }
}

fn members_of<'r>(
    rule: &'r Rule,
    is_other: bool,
    known: &mut Properties,
    patterns: &mut HashSet<&'r str>,
) -> Evaluates {
    let own = rule.properties();
    let takes_rest = is_other && rule.states(Word::UnevaluatedProperties);
    if takes_rest || own.additional.is_some() {
        return Evaluates::All;
    }
    for (name, property) in &own.named {
        known.named.entry(name.clone()).or_insert(*property);
    }
    for (pattern, property) in &own.patterns {
        if patterns.insert(pattern.source()) {
            known.patterns.push((pattern.clone(), *property));
        }
    }
    Evaluates::Some
}

fn items_of(rule: &Rule, is_other: bool, known: &mut Items) -> Evaluates {
    let own = rule.items();
    let takes_rest = is_other && rule.states(Word::UnevaluatedItems);
    if takes_rest || own.rest.is_some() {
        return Evaluates::All;
    }
    if own.prefix.len() > known.prefix.len() {
        known.prefix.clone_from(&own.prefix);
    }
    match rule.get::<Contains>() {
        Some(contains) if contains.evaluates => Evaluates::OfValue,
        _ => Evaluates::Some,
    }
}

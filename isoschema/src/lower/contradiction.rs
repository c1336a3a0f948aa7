//! Limits that leave nothing over, and what is said about them: the types of
//! such values have no values, which nobody asks for on purpose.

use crate::diagnostics::{Diagnostic, Kind};

use super::atoms::{Atom, Atoms};
use super::bounds::Bounds;
use super::model::{Part, TypeRef};
use super::plan::{Planner, Wish};
use super::rule::{Bound, Count, Kinds, Rule, RuleId, Rules};

/// More items or members than this no document has: readers refuse one of so
/// many values.
pub(super) const MOST_PARTS: Count = u32::MAX as Count;

/// More characters than this no document has: no allocation is so large.
const MOST_CHARACTERS: Count = i64::MAX as Count;

/// What one keyword asks for, or allows.
#[derive(Debug, Clone)]
struct Side {
    keyword: &'static str,
    value: String,
    rule: RuleId,
}

impl Side {
    fn reason(&self) -> String {
        let (keyword, value) = (self.keyword, &self.value);
        match keyword {
            "items" => format!("`items: false` behind {value} positions"),
            "additionalProperties" => {
                format!("`additionalProperties: false` beside {value} members")
            }
            "required" => format!("`required` of {value} members"),
            _ => format!("`{keyword}: {value}`"),
        }
    }
}

/// A keyword that asks for more than another one, or than a document, allows.
#[derive(Debug, Clone)]
struct Contradiction {
    asks: Side,
    /// `None` where no document has so much.
    allows: Option<Side>,
}

impl Contradiction {
    /// Whether one schema contradicts itself.
    fn is_of_one(&self) -> bool {
        let asks = self.asks.rule;
        self.allows.as_ref().is_none_or(|side| side.rule == asks)
    }

    fn reason(&self, rules: &Rules) -> String {
        let asks = self.asks.reason();
        let Some(allows) = &self.allows else {
            return format!("no value fits: {asks} is more than any document has");
        };
        let place = if self.is_of_one() {
            String::new()
        } else {
            format!(" [{}]", rules.get(allows.rule).location)
        };
        let allows = allows.reason();
        format!("no value fits: {asks} and {allows}{place} exclude each other")
    }
}

impl Planner<'_> {
    /// The kinds of value for which limits leave nothing over.
    pub(super) fn contradicted(&mut self, atoms: &Atoms, kinds: Kinds) -> Kinds {
        let mut contradicted = Kinds::NONE;
        for (kinds, contradiction) in contradictions(self.rules, atoms, kinds) {
            contradicted = contradicted.or(kinds);
            if contradiction.is_of_one() {
                self.warn_of(&contradiction);
            }
        }
        contradicted
    }

    /// Warns of a use that became [`TypeRef::Never`], unless a schema `false`
    /// says so, or the use is one of many that were tried.
    pub(super) fn warn_if_never(&mut self, sources: &[RuleId], planned: &TypeRef, wish: &Wish) {
        let [first, others @ ..] = sources else {
            return;
        };
        if *planned != TypeRef::Never || (wish.is_arm && !others.is_empty()) {
            return;
        }
        let atoms = Atoms::of(self.rules, sources);
        if atoms.never.is_some() {
            return;
        }
        let kinds = atoms.list.iter().fold(Kinds::ALL, |kinds, atom| {
            kinds.and(self.kinds_of_atom(*atom))
        });
        if let Some((_, contradiction)) = contradictions(self.rules, &atoms, kinds).pop() {
            self.warn_of(&contradiction);
            return;
        }
        if atoms.owns().any(|rule| self.told.contains(&rule)) {
            return;
        }
        let reason = "no value fits: what the schema asks for excludes each other";
        self.warn(*first, "", reason.to_owned(), "correct it, or say `false`");
    }

    /// Warns of bounds that the widest integer does not reach.
    pub(super) fn beyond_integers(&mut self, keyword: &str, bound: &Bound, rule: RuleId) {
        let reason = format!(
            "no value fits: `{keyword}: {}` leaves no integer that the Rust type holds",
            bound.limit
        );
        let help = "`integers = \"exact\"` below `[generate]` gives integers of any size";
        self.told.insert(rule);
        self.warn(rule, keyword, reason, help);
    }

    fn warn_of(&mut self, contradiction: &Contradiction) {
        let Side { keyword, rule, .. } = contradiction.asks;
        let reason = contradiction.reason(self.rules);
        let help = "correct one of them, or say `false` where nothing is to fit";
        self.warn(rule, keyword, reason, help);
    }

    fn warn(&mut self, rule: RuleId, keyword: &str, reason: String, help: &str) {
        let location = &self.rules.get(self.aliases.follow(rule)).location;
        let pointer = if keyword.is_empty() {
            location.pointer.clone()
        } else {
            format!("{}/{keyword}", location.pointer)
        };
        let warning = Diagnostic::of_file(Kind::Contradiction, location.document.clone(), reason)
            .pointer(pointer)
            .help(help)
            .warning();
        self.warnings.push(warning);
    }
}

/// The limits of atoms that leave nothing over, by the kinds that they limit.
fn contradictions(rules: &Rules, atoms: &Atoms, kinds: Kinds) -> Vec<(Kinds, Contradiction)> {
    let mut found = Vec::new();
    let owners = || atoms.owns().map(|id| (id, rules.get(id)));
    if kinds.meets(Kinds::NUMBER) {
        let of_integers = !kinds.contains(Kinds::FRACTION);
        let bounds = Bounds::of(owners());
        let crossed = bounds.crossed(of_integers);
        found.extend(crossed.map(|sides| {
            let [asks, allows] = sides.map(|(keyword, bound, rule)| Side {
                keyword,
                value: bound.limit.to_string(),
                rule,
            });
            let allows = Some(allows);
            (Kinds::NUMBER, Contradiction { asks, allows })
        }));
    }
    let mut counted = |kind, counts: Counts, beyond| {
        found.extend(counts.crossed(beyond).map(|crossed| (kind, crossed)));
    };
    if kinds.meets(Kinds::STRING) {
        let mut lengths = Counts::default();
        for (id, rule) in owners() {
            lengths.least("minLength", rule.min_length, id);
            lengths.most("maxLength", rule.max_length, id);
        }
        counted(Kinds::STRING, lengths, MOST_CHARACTERS);
    }
    if kinds.meets(Kinds::ARRAY) {
        let mut lengths = Counts::default();
        for (id, rule) in owners() {
            lengths.least("minItems", rule.min_items, id);
            lengths.most("maxItems", rule.max_items, id);
            if rule.items.is_some_and(|items| is_false(rules, items)) {
                let positions = rule.prefix_items.len() as Count;
                lengths.most("items", Some(positions), id);
            }
        }
        for (id, contains) in parts(rules, atoms, Part::Contains, |rule| rule.contains.as_ref()) {
            let mut matches = Counts::default();
            let keyword = if contains.min == 1 {
                "contains"
            } else {
                "minContains"
            };
            lengths.least(keyword, Some(contains.min), id);
            matches.least(keyword, Some(contains.min), id);
            matches.most("maxContains", contains.max, id);
            counted(Kinds::ARRAY, matches, MOST_PARTS);
        }
        counted(Kinds::ARRAY, lengths, MOST_PARTS);
    }
    if kinds.meets(Kinds::OBJECT) {
        let mut sizes = Counts::default();
        for (id, rule) in owners() {
            sizes.least("required", Some(rule.required.len() as Count), id);
            let closes = rule
                .additional_properties
                .is_some_and(|additional| is_false(rules, additional));
            if closes && rule.pattern_properties.is_empty() {
                let members = rule.properties.len() as Count;
                sizes.most("additionalProperties", Some(members), id);
            }
        }
        for (id, rule) in parts(rules, atoms, Part::PropertyCount, Some) {
            sizes.least("minProperties", rule.min_properties, id);
            sizes.most("maxProperties", rule.max_properties, id);
        }
        counted(Kinds::OBJECT, sizes, MOST_PARTS);
    }
    found
}

fn is_false(rules: &Rules, rule: RuleId) -> bool {
    rules.get(rule).verdict == Some(false)
}

/// What the rules say whose keyword is a predicate of the atoms.
fn parts<'r, T>(
    rules: &'r Rules,
    atoms: &Atoms,
    part: Part,
    says: impl Fn(&'r Rule) -> Option<T>,
) -> impl Iterator<Item = (RuleId, T)> {
    atoms.list.iter().filter_map(move |atom| match atom {
        Atom::Check(check) if check.part == part => {
            Some((check.rule, says(rules.get(check.rule))?))
        }
        _ => None,
    })
}

/// The tightest of what is said about a count.
#[derive(Debug, Default)]
struct Counts {
    least: Option<(Count, &'static str, RuleId)>,
    most: Option<(Count, &'static str, RuleId)>,
}

impl Counts {
    fn least(&mut self, keyword: &'static str, stated: Option<Count>, rule: RuleId) {
        if let Some(stated) = stated
            && self.least.is_none_or(|(kept, ..)| stated > kept)
        {
            self.least = Some((stated, keyword, rule));
        }
    }

    fn most(&mut self, keyword: &'static str, stated: Option<Count>, rule: RuleId) {
        if let Some(stated) = stated
            && self.most.is_none_or(|(kept, ..)| stated < kept)
        {
            self.most = Some((stated, keyword, rule));
        }
    }

    /// Where nothing is left, or no document has so much.
    fn crossed(&self, beyond: Count) -> Option<Contradiction> {
        let side = |(count, keyword, rule): (Count, &'static str, RuleId)| Side {
            keyword,
            value: count.to_string(),
            rule,
        };
        let least = self.least?;
        let allows = self.most.filter(|(most, ..)| *most < least.0);
        (allows.is_some() || least.0 > beyond).then(|| Contradiction {
            asks: side(least),
            allows: allows.map(side),
        })
    }
}

//! Limits that leave nothing over, and what is said about them: the types of
//! such values have no values, which nobody asks for on purpose.

use crate::diagnostics::{Diagnostic, Kind};

use crate::keywords::contains::Contains;
use crate::keywords::item_count::ItemCount;
use crate::keywords::length::Length;
use crate::keywords::properties::Properties;
use crate::keywords::property_count::PropertyCount;
use crate::keywords::side::Side as At;
use crate::keywords::table::Stated;
use crate::lint::level::NO_VALUE;
use crate::words::listed;

use super::atoms::{Atom, Atoms};
use super::bounds::Bounds;
use super::key::Wish;
use super::model::{Part, TypeRef};
use super::planner::Planner;
use crate::keywords::bound::Bound;
use crate::keywords::count::Count;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;
use crate::words::counted;

/// More items or members than this no document has: readers refuse one of so
/// many values.
pub(super) const MOST_PARTS: u64 = u32::MAX as u64;

/// More characters than this no document has: no allocation is so large.
const MOST_CHARACTERS: u64 = i64::MAX as u64;

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
            "items" => format!("`items: false` behind {}", counted(value, "position")),
            Properties::REST => format!("`{keyword}: false` beside {}", counted(value, "member")),
            "required" => format!("`required` of {}", counted(value, "member")),
            _ => format!("`{keyword}: {value}`"),
        }
    }
}

/// A keyword that asks for more than another one, or than a document, allows.
#[derive(Debug, Clone)]
struct Contradiction {
    asks: Side,
    /// Empty where no document has so much.
    allows: Vec<Side>,
}

impl Contradiction {
    /// Whether one schema contradicts itself.
    fn is_of_one(&self) -> bool {
        let asks = self.asks.rule;
        self.allows.iter().all(|side| side.rule == asks)
    }

    fn reason(&self, rules: &Rules) -> String {
        let placed = |side: &Side| {
            let reason = side.reason();
            if side.rule == self.asks.rule {
                return reason;
            }
            format!("{reason} [{}]", rules.get(side.rule).location)
        };
        let sides = std::iter::once(&self.asks).chain(&self.allows);
        let sides: Vec<String> = sides.map(placed).collect();
        if let [asks] = &sides[..] {
            return format!("no value fits: {asks} is more than any document has");
        }
        format!(
            "no value fits: {} exclude each other",
            listed(&sides, "and")
        )
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
    pub(super) fn beyond_integers(&mut self, bound: &Bound, rule: RuleId) {
        let keyword = bound.keyword;
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
            .warning()
            .lint(NO_VALUE);
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
        let side = |(bound, rule): (&Bound, RuleId)| Side {
            keyword: bound.keyword,
            value: bound.limit.to_string(),
            rule,
        };
        if let Some(sides) = bounds.crossed(of_integers) {
            let [asks, allows] = sides.map(side);
            let allows = vec![allows];
            found.push((Kinds::NUMBER, Contradiction { asks, allows }));
        } else {
            found.extend(bounds.without_multiple(of_integers).map(|beyond| {
                let asks = Side {
                    keyword: beyond.keyword,
                    value: beyond.divisor.to_string(),
                    rule: beyond.rule,
                };
                let allows = beyond.sides.map(side).into();
                (Kinds::NUMBER, Contradiction { asks, allows })
            }));
        }
    }
    let mut counted = |kind, counts: Counts, beyond| {
        found.extend(counts.crossed(beyond).map(|crossed| (kind, crossed)));
    };
    if kinds.meets(Kinds::STRING) {
        let mut lengths = Counts::default();
        for (id, rule) in owners() {
            for length in rule.each::<Length>() {
                lengths.stated(length.name(), length.side, &length.count, id);
            }
        }
        counted(Kinds::STRING, lengths, MOST_CHARACTERS);
    }
    if kinds.meets(Kinds::ARRAY) {
        let mut lengths = Counts::default();
        for (id, rule) in owners() {
            for length in rule.each::<ItemCount>() {
                lengths.stated(length.name(), length.side, &length.count, id);
            }
            let items = rule.items();
            if items.rest.is_some_and(|rest| is_false(rules, rest)) {
                let positions = Count::from(items.prefix.len() as u64);
                lengths.stated("items", At::Most, &positions, id);
            }
        }
        for (id, contains) in of_checks::<Contains>(rules, atoms) {
            let mut matches = Counts::default();
            let keyword = contains.least();
            lengths.stated(keyword, At::Least, &contains.min, id);
            matches.stated(keyword, At::Least, &contains.min, id);
            if let Some(max) = &contains.max {
                matches.stated(Contains::MOST, At::Most, max, id);
            }
            counted(Kinds::ARRAY, matches, MOST_PARTS);
        }
        counted(Kinds::ARRAY, lengths, MOST_PARTS);
    }
    if kinds.meets(Kinds::OBJECT) {
        let mut sizes = Counts::default();
        for (id, rule) in owners() {
            let required = Count::from(rule.required().len() as u64);
            sizes.stated("required", At::Least, &required, id);
            let properties = rule.properties();
            let closes = properties
                .additional
                .is_some_and(|additional| is_false(rules, additional));
            if closes && properties.patterns.is_empty() {
                let members = Count::from(properties.named.len() as u64);
                sizes.stated(Properties::REST, At::Most, &members, id);
            }
        }
        for (id, size) in of_checks::<PropertyCount>(rules, atoms) {
            sizes.stated(size.name(), size.side, &size.count, id);
        }
        counted(Kinds::OBJECT, sizes, MOST_PARTS);
    }
    found
}

fn is_false(rules: &Rules, rule: RuleId) -> bool {
    rules.get(rule).verdict == Some(false)
}

/// What the rules state by a keyword that is a predicate of the atoms.
fn of_checks<'r, K: Stated + 'r>(
    rules: &'r Rules,
    atoms: &Atoms,
) -> impl Iterator<Item = (RuleId, &'r K)> {
    let stating = atoms.list.iter().filter_map(|atom| match atom {
        Atom::Check(check) if check.part == Part::Keyword(K::WORD) => Some(check.rule),
        Atom::Own(_) | Atom::Union(..) | Atom::Rest(..) | Atom::Check(_) => None,
    });
    stating.flat_map(|id| rules.get(id).each().map(move |stated| (id, stated)))
}

/// The tightest of what is said about a count.
#[derive(Debug, Default)]
struct Counts {
    least: Option<(Count, &'static str, RuleId)>,
    most: Option<(Count, &'static str, RuleId)>,
}

impl Counts {
    fn stated(&mut self, keyword: &'static str, side: At, count: &Count, rule: RuleId) {
        let kept = match side {
            At::Least => &mut self.least,
            At::Most => &mut self.most,
        };
        let is_tighter = |(kept, ..): &(Count, _, _)| side.is_tighter(count, kept);
        if kept.as_ref().is_none_or(is_tighter) {
            *kept = Some((count.clone(), keyword, rule));
        }
    }

    /// Where nothing is left, or no document has so much.
    fn crossed(self, beyond: u64) -> Option<Contradiction> {
        let side = |(count, keyword, rule): (Count, &'static str, RuleId)| Side {
            keyword,
            value: count.to_string(),
            rule,
        };
        let least = self.least?;
        let allows = self.most.filter(|(most, ..)| *most < least.0);
        (allows.is_some() || least.0.value() > beyond).then(|| Contradiction {
            asks: side(least),
            allows: allows.map(side).into_iter().collect(),
        })
    }
}

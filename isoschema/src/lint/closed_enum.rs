//! `closed-enum`: codes of which one more would break every reader.

use std::collections::HashSet;

use super::Finding;
use crate::evaluate::ground::Ground;
use crate::keywords::enumeration::Enum;
use crate::keywords::table::Word;
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;
use crate::words::counted;

pub(super) fn closed(ground: Ground<'_>) -> Vec<(RuleId, Finding)> {
    let rules = ground.rules;
    let beside = beside_any(rules);
    let mut found = Vec::new();
    for (id, rule) in rules.all() {
        let Some(listed) = rule.get::<Enum>() else {
            continue;
        };
        let texts = count(listed, |it| it.as_str().is_some());
        let numbers = count(listed, |it| it.as_number().is_some());
        // One code is what tells a schema from others.
        let codes = if texts > 1 { texts } else { numbers };
        if codes > 1 && !rule.is_open() && !beside.contains(&id) {
            let place = rule.location.place();
            let finding = Finding {
                suffix: "/enum".to_owned(),
                reason: format!(
                    "these {} are all that fits: of one more, no document is read",
                    counted(codes, "code")
                ),
                help: format!("`{place:?} = \"why\"` below [open-enums] lets others through"),
            };
            found.push((id, finding));
        }
    }
    found
}

fn count(listed: &Enum, is_code: impl Fn(&Json) -> bool) -> usize {
    listed.values.iter().filter(|it| is_code(it)).count()
}

/// The alternatives of an `anyOf` beside one that takes every text: the usual way to list known codes.
fn beside_any(rules: &Rules) -> HashSet<RuleId> {
    let takes_every_text = |id: &RuleId| {
        let rule = rules.get(*id);
        rule.verdict != Some(false)
            && rule.kinds().contains(Kinds::STRING)
            && rule.assertions().iter().all(|it| it.word() == Word::Type)
    };
    let arms = rules.all().map(|(_, rule)| rule.arms(Word::AnyOf));
    let open = arms.filter(|arms| arms.iter().any(takes_every_text));
    open.flatten().copied().collect()
}

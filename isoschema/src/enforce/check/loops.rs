//! Rules that apply themselves to the same value: `{"$ref": "#"}`.
//!
//! Such a rule asks nothing new the second time, but its function would call
//! itself for ever. One rule of every such loop is guarded.

use crate::lower::rule::{Rule, RuleId, Rules};

/// For each rule, whether some loop of in-place applicators closes at it.
pub(super) fn find(rules: &Rules) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Unseen,
        Open,
        Done,
    }
    let mut state = vec![State::Unseen; rules.rules.len()];
    let mut closing = vec![false; rules.rules.len()];
    let mut path: Vec<(usize, Vec<RuleId>)> = Vec::new();
    for start in 0..rules.rules.len() {
        if state[start] != State::Unseen {
            continue;
        }
        state[start] = State::Open;
        path.push((start, in_place(&rules.rules[start])));
        while let Some((rule, rest)) = path.last_mut() {
            let Some(next) = rest.pop() else {
                state[*rule] = State::Done;
                path.pop();
                continue;
            };
            let next = next.0 as usize;
            match state[next] {
                State::Unseen => {
                    state[next] = State::Open;
                    path.push((next, in_place(&rules.rules[next])));
                }
                State::Open => closing[next] = true,
                State::Done => {}
            }
        }
    }
    closing
}

/// The rules that a rule applies to its own value.
fn in_place(rule: &Rule) -> Vec<RuleId> {
    let conditional = rule.conditional.as_ref();
    rule.references
        .iter()
        .chain(&rule.all_of)
        .chain(&rule.any_of)
        .chain(&rule.one_of)
        .chain(&rule.not)
        .chain(rule.dependent_schemas.values())
        .chain(conditional.map(|conditional| &conditional.condition))
        .chain(conditional.and_then(|conditional| conditional.then.as_ref()))
        .chain(conditional.and_then(|conditional| conditional.otherwise.as_ref()))
        .copied()
        .collect()
}

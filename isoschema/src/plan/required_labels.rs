//! What objects are called that several members together tell apart.

use std::collections::{HashMap, HashSet};

use crate::names::name::{Name, camel};
use crate::rules::kinds::Kinds;

use super::arms::MOST_JOINED;
use super::candidate::Candidate;
use super::planner::Planner;

impl Planner<'_> {
    /// The names by the few members that objects require and not all of them do, where no others require the same:
    /// `WithGlobAndText`.
    pub(super) fn required_labels(&self, candidates: &[Candidate]) -> Vec<Option<Name>> {
        let required = candidates.iter().map(|candidate| {
            let owns = candidate.atoms.owns();
            let required = owns.flat_map(|id| self.rules.get(id).required());
            let mut seen = HashSet::new();
            let required = required.filter(|name| seen.insert(*name));
            let is_object = candidate.kinds == Kinds::OBJECT;
            is_object.then(|| required.collect::<Vec<&String>>())
        });
        let required: Vec<Option<Vec<&String>>> = required.collect();
        let mut arms: HashMap<&String, usize> = HashMap::new();
        for name in required.iter().flatten().flatten() {
            *arms.entry(name).or_default() += 1;
        }
        let objects = required.iter().flatten().count();
        let labels = required.iter().map(|names| {
            let telling = names.iter().flatten().filter(|name| arms[**name] < objects);
            let words: Vec<String> = telling.map(|name| camel(name)).collect();
            let are_few = (1..=MOST_JOINED).contains(&words.len());
            are_few.then(|| Name::of_camel(&format!("With{}", words.join("And"))))
        });
        let labels: Vec<Option<Name>> = labels.collect();
        let mut uses: HashMap<&Name, usize> = HashMap::new();
        for label in labels.iter().flatten() {
            *uses.entry(label).or_default() += 1;
        }
        let is_alone = |label: &&Name| uses[*label] == 1;
        let alone = labels
            .iter()
            .map(|it| it.as_ref().filter(is_alone).cloned());
        alone.collect()
    }
}

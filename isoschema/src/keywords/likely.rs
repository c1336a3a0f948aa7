//! A value that fits no alternative → what is wrong with it, as the one that
//! was probably meant says it.
//!
//! That is told by a tag, a member (or the value itself) that each alternative
//! has a value of its own for; else by the value's kind, the members that an
//! alternative asks for, and how much is wrong.

use std::collections::BTreeMap;

use super::fault::{Arm, Fault, listed};
use super::table::Word;
use crate::names::nearest::misspelt;

/// Alternatives within alternatives are followed so deep.
const DEEPEST: usize = 8;

impl Fault {
    /// What is told of it: itself, or where it fits no alternative, what is
    /// wrong with it as the alternative that was probably meant.
    ///
    /// ```
    /// use isoschema::payload::Check;
    ///
    /// let schema = r#"{"anyOf": [{"type": "string"}, {"type": "integer", "maximum": 3}]}"#;
    /// let mut check = Check::texts([("case.json", schema)], "case").unwrap();
    /// check.text("7", "7");
    /// let outcome = check.finish();
    /// let told = outcome.payloads()[0].faults[0].told();
    /// assert_eq!(told[0].line(), "(root): 7 is above 3 [case.json#/anyOf/1/maximum]");
    /// ```
    #[must_use]
    pub fn told(&self) -> Vec<Self> {
        within(self, 0)
    }
}

fn within(fault: &Fault, depth: usize) -> Vec<Fault> {
    if fault.arms.is_empty() || depth == DEEPEST {
        return vec![fault.clone()];
    }
    let all = fault.arms.iter();
    let mut arms: Vec<&Arm> = all.filter(|arm| !is_of_other_kind(fault, arm)).collect();
    if arms.is_empty() {
        arms.extend(&fault.arms);
    }
    match tag(fault, &arms) {
        Some(Tag::Unknown(unknown)) => return vec![*unknown],
        Some(Tag::Of(of_tag)) => arms = of_tag,
        None => {}
    }
    let others = arms.len().saturating_sub(1);
    let Some(meant) = nearest_arm(fault, arms) else {
        return vec![fault.clone()];
    };
    let mut told: Vec<Fault> = Vec::new();
    for inner in meant.faults.iter() {
        told.extend(within(inner, depth + 1));
    }
    if Word::spelled(fault.keyword) == Some(Word::PropertyNames) {
        for inner in &mut told {
            inner.path.push_str(", the name of a member");
            inner.names.clone_from(&fault.names);
        }
    }
    if let Some(first) = told.first_mut().filter(|first| first.others == 0) {
        first.others = others;
    }
    told
}

/// What a tag tells.
enum Tag<'f> {
    /// These alternatives have it.
    Of(Vec<&'f Arm>),
    /// None has it.
    Unknown(Box<Fault>),
}

/// What the tag tells, where there is one: something that most alternatives
/// refuse as not their own value.
fn tag<'f>(fault: &Fault, arms: &[&'f Arm]) -> Option<Tag<'f>> {
    // The places of such values, with how many alternatives refuse them.
    let mut places: BTreeMap<&str, Vec<&Fault>> = BTreeMap::new();
    for arm in arms {
        let mut of_arm: BTreeMap<&str, &Fault> = BTreeMap::new();
        for inner in arm.faults.iter() {
            let is_constant = matches!(inner.keyword, "const" | "enum");
            let inside = inner.pointer.strip_prefix(&fault.pointer);
            let is_near = inside.is_some_and(|it| it.matches('/').count() <= 1);
            if is_constant && is_near {
                of_arm.insert(&inner.pointer, inner);
            }
        }
        for (place, inner) in of_arm {
            places.entry(place).or_default().push(inner);
        }
    }
    let (place, refused) = places
        .into_iter()
        .filter(|(place, refused)| {
            // Of two alternatives, the other has the value.
            let is_one_of_two = || {
                let is_own = refused.iter().all(|inner| inner.codes.len() == 1);
                arms.len() == 2 && is_own && *place != fault.pointer
            };
            refused.len() > 1 || is_one_of_two()
        })
        .max_by_key(|(_, refused)| refused.len())?;
    let has_another = |arm: &&Arm| {
        let mut faults = arm.faults.iter();
        faults.any(|inner| inner.pointer == place && matches!(inner.keyword, "const" | "enum"))
    };
    let left: Vec<&Arm> = arms
        .iter()
        .copied()
        .filter(|arm| !has_another(arm))
        .collect();
    if !left.is_empty() {
        return (place != fault.pointer).then_some(Tag::Of(left));
    }
    let first = refused.first()?;
    let mut codes: Vec<serde_json::Value> = Vec::new();
    for code in refused.iter().flat_map(|inner| inner.codes.iter()) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    let mut unknown = (*first).clone();
    unknown.keyword = fault.keyword;
    unknown.schema.clone_from(&fault.schema);
    unknown.wanted = format!("is none of {}", listed(&codes));
    unknown.near = first
        .value
        .as_ref()
        .and_then(|value| value.as_str())
        .and_then(|text| misspelt(text, codes.iter().filter_map(|code| code.as_str())))
        .map(str::to_owned);
    // A member that is a tag is named.
    let inside = place.strip_prefix(&fault.pointer).unwrap_or_default();
    unknown.names = inside
        .strip_prefix('/')
        .map(str::to_owned)
        .into_iter()
        .collect();
    unknown.codes = codes.into();
    Some(Tag::Unknown(Box::new(unknown)))
}

/// Whether an alternative is for values of another kind.
fn is_of_other_kind(whole: &Fault, arm: &Arm) -> bool {
    let mut faults = arm.faults.iter();
    faults.any(|inner| inner.pointer == whole.pointer && inner.keyword == "type")
}

/// The nearest of some alternatives.
fn nearest_arm<'f>(whole: &Fault, arms: Vec<&'f Arm>) -> Option<&'f Arm> {
    let rank = |arm: &&Arm| {
        let is_constant = |inner: &Fault| {
            inner.pointer == whole.pointer && matches!(inner.keyword, "const" | "enum")
        };
        // Members that are missing or too many say that it is another thing, unless one is the other, misspelt.
        let is_other = |inner: &&Fault| !inner.names.is_empty() && inner.near.is_none();
        let members = arm.faults.iter().filter(is_other);
        (
            arm.faults.is_empty(),
            arm.faults.iter().any(is_constant),
            members.count(),
            arm.faults.len(),
        )
    };
    arms.into_iter().min_by_key(rank)
}

//! Judged payloads → counts by fault and code, and the first of those that do
//! not fit.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::judge::OpenCode;
use crate::keywords::fault::Fault;
use crate::keywords::keyword::Role;
use crate::keywords::table::Word;

/// One payload.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Payload {
    /// Its file, with the line behind `:` in JSON Lines.
    pub name: String,
    /// The line in JSON Lines.
    pub line: Option<usize>,
    /// Its faults.
    pub faults: Vec<Fault>,
    /// The codes that an enum takes only because the configuration opens it.
    pub open_codes: Vec<OpenCode>,
}

impl Payload {
    /// Its file.
    #[must_use]
    pub fn file(&self) -> &str {
        let line = self.line.map(|line| format!(":{line}"));
        let file = line.and_then(|line| self.name.strip_suffix(&line));
        file.unwrap_or(&self.name)
    }
}

/// Faults of one kind at one place of the schema.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Group {
    /// `document#/pointer/keyword`.
    pub location: String,
    /// The keyword.
    pub keyword: &'static str,
    /// How many faults there are.
    pub count: usize,
    /// How many payloads have one.
    pub payloads: usize,
    /// The first payload that has one.
    pub first: String,
    /// The first of them.
    pub example: Fault,
}

/// The codes of one enum that were seen beyond the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeenCodes {
    /// `document#/pointer` of the schema that has the `enum`, or the constants.
    pub location: String,
    /// Whether the configuration opens it already.
    pub open: bool,
    /// Whether it can: an `enum`, of which texts were seen.
    pub opens: bool,
    /// The codes as JSON, and how many payloads have each.
    pub codes: BTreeMap<String, usize>,
    /// Of those that look misspelt, what is probably meant.
    pub near: BTreeMap<String, String>,
}

/// What is known of the payloads so far; no more of it is kept than is told.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) checked: usize,
    pub(super) misfits: usize,
    /// Those that are no JSON at all.
    pub(super) unread: usize,
    /// The first that do not fit.
    pub(super) payloads: Vec<Payload>,
    groups: BTreeMap<(String, &'static str), Group>,
    codes: BTreeMap<Listing, BTreeMap<String, usize>>,
    /// What is probably meant by a code of a list.
    near: BTreeMap<(String, String), String>,
}

/// A list of codes: where it stands, whether it is open, and whether it is an
/// `enum`, of which a text was seen.
type Listing = (String, bool, bool);

impl Tally {
    /// Counts a payload, and keeps it where it is one of the first so many that
    /// do not fit.
    pub(super) fn add(&mut self, payload: Payload, most: usize) {
        self.checked += 1;
        let mut codes: BTreeSet<(Listing, String)> = BTreeSet::new();
        for code in &payload.open_codes {
            let text = Value::from(code.code.as_str()).to_string();
            codes.insert(((code.schema.to_string(), true, true), text));
        }
        if !payload.faults.is_empty() {
            self.misfits += 1;
            let mut known = BTreeSet::new();
            for fault in payload.faults.iter().flat_map(Fault::told) {
                if let Some((listing, code)) = beyond(&fault) {
                    if let Some(near) = &fault.near {
                        let place = (listing.0.clone(), code.clone());
                        self.near.insert(place, near.clone());
                    }
                    codes.insert((listing, code));
                }
                let key = (fault.location(), fault.keyword);
                let is_new = known.insert(key.clone());
                let group = self
                    .groups
                    .entry(key)
                    .or_insert_with_key(|(place, keyword)| Group {
                        location: place.clone(),
                        keyword,
                        count: 0,
                        payloads: 0,
                        first: payload.name.clone(),
                        example: fault,
                    });
                group.count += 1;
                group.payloads += usize::from(is_new);
            }
        }
        for (listing, code) in codes {
            let seen = self.codes.entry(listing).or_default();
            *seen.entry(code).or_default() += 1;
        }
        if !payload.faults.is_empty() && self.payloads.len() < most {
            self.payloads.push(payload);
        }
    }

    /// The faults by their kind and place, the most frequent first.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = self.groups.values().cloned().collect();
        groups.sort_by(|a, b| {
            let by_count = b.count.cmp(&a.count);
            by_count.then_with(|| a.location.cmp(&b.location))
        });
        groups
    }

    /// The codes that were seen beyond the schema.
    pub(super) fn codes(&self) -> Vec<SeenCodes> {
        let seen = self.codes.iter();
        seen.map(|((location, open, opens), codes)| SeenCodes {
            location: location.clone(),
            open: *open,
            opens: *opens,
            codes: codes.clone(),
            near: codes
                .keys()
                .filter_map(|code| {
                    let near = self.near.get(&(location.clone(), code.clone()))?;
                    Some((code.clone(), near.clone()))
                })
                .collect(),
        })
        .collect()
    }
}

/// The code of a fault that is beyond an `enum` or a list of constants.
fn beyond(fault: &Fault) -> Option<(Listing, String)> {
    // A tag that is not known is no code of a list.
    let word = Word::spelled(fault.keyword)?;
    let is_constant = word.role() == Role::Union && fault.names.is_empty();
    let (value, schema) = (fault.value.as_ref()?, fault.schema.as_ref()?);
    let kind = std::mem::discriminant(value);
    let is_like = |code: &Value| std::mem::discriminant(code) == kind;
    let is_code = (is_constant || word == Word::Enum) && fault.codes.iter().any(is_like);
    let opens = word == Word::Enum && value.is_string();
    is_code.then(|| ((schema.to_string(), false, opens), value.to_string()))
}

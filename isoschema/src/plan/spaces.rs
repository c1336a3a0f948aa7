//! Names of definitions with the spaces that they are in: `io.k8s.api.core.v1.Pod`, or the URL of a schema,
//! `https://example.com/bindings/sns/0.1.0/channel.json`.
//!
//! People call it `Pod`, and where there are more of them, `V1Pod`: by as many words as tell apart the
//! definitions that end alike. A version is part of what it is the version of: `Sns010Channel`.

use std::collections::{HashMap, HashSet};

use crate::load::document::stem;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

/// How many parts of the name of each definition are left.
pub(super) struct Spaces<'r>(HashMap<&'r str, usize>);

impl<'r> Spaces<'r> {
    /// Those of all definitions of a module, where other types have the names that are `taken`.
    pub(super) fn of(
        rules: &'r Rules,
        definitions: impl Iterator<Item = RuleId>,
        taken: HashSet<Name>,
    ) -> Self {
        let entries = definitions.filter_map(|id| rules.get(id).entry.as_deref());
        let all: HashSet<&str> = entries.collect();
        let (spaced, plain): (Vec<&str>, Vec<&str>) = all.iter().partition(|it| has_spaces(it));
        let mut counts: HashMap<&str, usize> = spaced.iter().map(|entry| (*entry, 1)).collect();
        let mut plain: HashSet<Name> = plain.into_iter().map(Name::of_type).collect();
        plain.extend(taken);
        loop {
            let mut named: HashMap<Name, Vec<&str>> = HashMap::new();
            for (entry, count) in &counts {
                let name = Name::of_type(end(entry, *count));
                named.entry(name).or_default().push(entry);
            }
            let mut grown = false;
            for (name, entries) in named {
                if entries.len() == 1 && !plain.contains(&name) {
                    continue;
                }
                for entry in entries {
                    let longest = starts(entry).len();
                    let count = counts.entry(entry).or_insert(longest);
                    grown |= *count < longest;
                    *count = longest.min(*count + 1);
                }
            }
            if !grown {
                return Self(counts);
            }
        }
    }

    /// What is left of a name.
    pub(super) fn short<'e>(&self, entry: &'e str) -> &'e str {
        self.0.get(entry).map_or(entry, |count| end(entry, *count))
    }
}

/// Whether a name is one in spaces: a URL, or words with dots between them, the last of which is a type's.
pub(super) fn has_spaces(entry: &str) -> bool {
    if is_url(entry) {
        return true;
    }
    let is_word = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'_' || it == b'-')
    };
    let mut parts = entry.rsplit('.');
    let is_type = parts
        .next()
        .is_some_and(|it| it.starts_with(|first: char| first.is_ascii_uppercase()));
    is_type && entry.contains('.') && entry.split('.').all(is_word)
}

fn is_url(entry: &str) -> bool {
    entry.contains("://") && !entry.contains(char::is_whitespace)
}

/// The last part of a name in spaces, or the name.
pub(super) fn last(entry: &str) -> &str {
    if has_spaces(entry) {
        end(entry, 1)
    } else {
        entry
    }
}

/// The last parts of a name.
fn end(entry: &str, count: usize) -> &str {
    let starts = starts(entry);
    let first = starts.len().saturating_sub(count);
    let end = &entry[starts.get(first).copied().unwrap_or(0)..];
    if is_url(entry) {
        let stem = stem(end.trim_end_matches(['/', '#']));
        // As a file is called: `Order.schema.json`.
        let short = stem.strip_suffix(".schema");
        short.filter(|it| !it.is_empty()).unwrap_or(stem)
    } else {
        end
    }
}

/// Where the parts of a name begin.
fn starts(entry: &str) -> Vec<usize> {
    let mut starts = vec![0];
    if !is_url(entry) {
        starts.extend(entry.match_indices('.').map(|(at, _)| at + 1));
        return starts;
    }
    let path = entry.trim_end_matches(['/', '#']);
    let begins_one = |at: usize| path[at..].starts_with(|it: char| it.is_alphabetic());
    let slashes = path.match_indices('/').map(|(at, _)| at + 1);
    starts.extend(slashes.filter(|at| begins_one(*at)));
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_names() {
        assert_eq!(last("io.k8s.api.core.v1.Pod"), "Pod");
        assert_eq!(end("io.k8s.api.core.v1.Pod", 2), "v1.Pod");
        let url = "https://example.com/bindings/sns/0.1.0/channel.json";
        assert_eq!(last(url), "channel");
        assert_eq!(end(url, 2), "sns/0.1.0/channel");
        assert_eq!(
            end(url, 9),
            "https://example.com/bindings/sns/0.1.0/channel"
        );
        assert_eq!(last("http://example.com/draft-07/schema#"), "schema");
        assert_eq!(last("https://example.com/Order.schema.json"), "Order");
        assert_eq!(last("https://example.com/schema.json"), "schema");
        assert_eq!(last("address"), "address");
    }
}

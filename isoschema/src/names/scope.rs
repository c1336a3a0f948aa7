//! No name twice.

use std::collections::{HashMap, HashSet};

use super::name::Name;

/// Hands out each name once.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Scope {
    /// A scope in which some names are taken beforehand.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Self {
            taken: taken.iter().map(|name| (*name).to_owned()).collect(),
            next: HashMap::new(),
        }
    }

    /// Whether nothing has the name yet.
    pub(crate) fn is_free(&self, name: &Name) -> bool {
        !self.taken.contains(name.as_str())
    }

    /// The name itself if it is free, else the name with the next number.
    pub(crate) fn claim(&mut self, name: &Name) -> Name {
        if self.taken.insert(name.to_string()) {
            return name.clone();
        }
        let plain = name.plain().trim_end_matches('_');
        let separator = if plain.starts_with(char::is_lowercase) {
            "_"
        } else {
            ""
        };
        let next = self.next.entry(name.to_string()).or_insert(2);
        loop {
            let candidate = name.and(&format!("{separator}{next}"));
            *next += 1;
            if self.taken.insert(candidate.to_string()) {
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_handed_out_once() {
        let mut scope = Scope::default();
        let name = Name::of_member("a");
        let names: Vec<_> = (0..3).map(|_| scope.claim(&name).to_string()).collect();
        assert_eq!(names, ["a", "a_2", "a_3"]);
    }
}

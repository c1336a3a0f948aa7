//! Which constraints had a document that was refused because of them.

use std::collections::BTreeMap;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;

use super::site::Site;

/// How far a constraint was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// No document was refused because of it.
    Never,
    /// Documents were refused because of it and of other constraints on the
    /// same value, or on the values around it.
    Together,
    /// A document was refused because of it alone.
    Alone,
}

/// What was reached, by the sites' names (see [`Site::key`]).
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    reached: BTreeMap<String, Reached>,
}

impl Coverage {
    /// Nothing reached yet.
    pub fn new(sites: &[Site]) -> Self {
        Self {
            reached: sites
                .iter()
                .map(|site| (site.key.clone(), Reached::Never))
                .collect(),
        }
    }

    /// How far a site was tried.
    pub fn of(&self, key: &str) -> Reached {
        self.reached.get(key).copied().unwrap_or(Reached::Never)
    }

    /// All constraints.
    pub fn sites(&self) -> impl Iterator<Item = (&str, Reached)> {
        self.reached
            .iter()
            .map(|(key, reached)| (key.as_str(), *reached))
    }

    /// The constraints for which no document was refused.
    pub fn missed(&self) -> Vec<&str> {
        self.sites()
            .filter(|(_, reached)| *reached == Reached::Never)
            .map(|(key, _)| key)
            .collect()
    }

    /// Records why the validator refused a document.
    pub fn record<'e>(&mut self, errors: &[&'e ValidationError<'e>]) {
        let alone = errors.len() == 1;
        let longest = errors
            .iter()
            .map(|error| error.instance_path().as_str())
            .max_by_key(|path| path.len())
            .unwrap_or_default();
        let apart = |error: &&ValidationError<'_>| {
            let rest = longest.strip_prefix(error.instance_path().as_str());
            !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if errors.iter().any(apart) {
            return;
        }
        for error in errors {
            self.mark(
                &key_of(error),
                if alone {
                    Reached::Alone
                } else {
                    Reached::Together
                },
            );
            if !alone {
                continue;
            }
            if let ValidationErrorKind::AnyOf { context }
            | ValidationErrorKind::OneOfNotValid { context } = error.kind()
            {
                for arm in context {
                    self.record(&arm.iter().collect::<Vec<_>>());
                }
            }
        }
    }

    fn mark(&mut self, key: &str, how: Reached) {
        let mut key = key;
        loop {
            if let Some(reached) = self.reached.get_mut(key) {
                *reached = (*reached).max(how);
                return;
            }
            // `dependentRequired/name` is one with `dependentRequired`.
            match key.rfind(['/', '#']) {
                Some(at) => key = &key[..at],
                None => return,
            }
        }
    }
}

fn key_of(error: &ValidationError<'_>) -> String {
    let path = error.schema_path().as_str();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("{path}#{}", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::OneOfNotValid { .. } => format!("{path}#none"),
        ValidationErrorKind::OneOfMultipleValid { .. } => format!("{path}#several"),
        _ => path.to_owned(),
    }
}

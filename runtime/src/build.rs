//! What builders collect: every member that is missing or refused.
use super::*;

/// Why a builder did not build: each member that is missing or refused.
#[derive(Clone, Debug, Default)]
pub struct BuildError {
    missing: Vec<&'static str>,
    refused: Vec<(&'static str, String)>,
    whole: Option<Refused>,
}

impl BuildError {
    /// The required members that were not given, in the order of the schema.
    #[must_use]
    pub fn missing(&self) -> &[&'static str] {
        &self.missing
    }

    /// The members whose values were refused, each with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.refused
            .iter()
            .map(|(name, reason)| (*name, reason.as_str()))
    }

    /// Why the members do not fit together, where each of them fits.
    #[must_use]
    pub fn whole(&self) -> Option<&Refused> {
        self.whole.as_ref()
    }

    /// Takes a member's value, or notes why it is refused.
    #[doc(hidden)]
    pub fn accept<T, V>(&mut self, member: &'static str, value: V) -> Option<T>
    where
        V: TryInto<T>,
        V::Error: ::core::fmt::Display,
    {
        self.refused.retain(|(other, _)| *other != member);
        match value.try_into() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refused.push((member, error.to_string()));
                None
            }
        }
    }

    /// Forgets that a member's value was refused.
    #[doc(hidden)]
    pub fn forget(&mut self, name: &'static str) {
        self.refused.retain(|(other, _)| *other != name);
    }

    /// Notes a required member that is missing; a refused one is not.
    #[doc(hidden)]
    pub fn require(&mut self, name: &'static str, is_given: bool) {
        if !is_given && !self.refused.iter().any(|(other, _)| *other == name) {
            self.missing.push(name);
        }
    }

    /// Nothing, or the faults that were noted.
    #[doc(hidden)]
    pub fn finish(self) -> Result<(), Self> {
        if self.missing.is_empty() && self.refused.is_empty() {
            Ok(())
        } else {
            Err(self)
        }
    }
}

impl From<Refused> for BuildError {
    fn from(refused: Refused) -> Self {
        Self {
            whole: Some(refused),
            ..Self::default()
        }
    }
}

impl ::core::fmt::Display for BuildError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let mut separator = "";
        for name in &self.missing {
            ::core::write!(f, "{separator}{} is missing", Shown(name))?;
            separator = "; ";
        }
        for (name, reason) in &self.refused {
            ::core::write!(f, "{separator}{}: {}", Shown(name), Shown(reason))?;
            separator = "; ";
        }
        if let Some(refused) = &self.whole {
            ::core::write!(f, "{separator}{refused}")?;
        }
        Ok(())
    }
}

impl ::core::error::Error for BuildError {}

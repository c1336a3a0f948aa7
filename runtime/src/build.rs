//! What builders collect: every member that is missing or refused.
use super::*;

/// Why a builder did not build: each member that is missing or refused.
///
/// Members of members have a path: `params.to`, `lines[2].price`.
#[derive(Clone, Debug, Default)]
pub struct BuildError {
    missing: Vec<Missing>,
    refused: Vec<Unfit>,
    whole: Option<Refused>,
}

/// A required member that was not given.
#[derive(Clone, Debug)]
struct Missing {
    /// The member of the builder itself in which it is.
    member: &'static str,
    path: String,
}

/// A value that was refused.
#[derive(Clone, Debug)]
struct Unfit {
    member: &'static str,
    /// Empty where the whole of what was given is meant.
    path: String,
    reason: String,
}

/// A type that has a builder.
pub trait Built {
    /// Builds it.
    type Builder;
}

impl BuildError {
    /// The paths of the required members that were not given, in the order of
    /// the schema.
    #[must_use]
    #[inline]
    pub fn missing(&self) -> Vec<&str> {
        self.missing.iter().map(|it| it.path.as_str()).collect()
    }

    /// The paths of the members whose values were refused, each with the
    /// reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.refused
            .iter()
            .map(|it| (it.path.as_str(), it.reason.as_str()))
    }

    /// Why the members do not fit together, where each of them fits.
    #[must_use]
    #[inline]
    pub fn whole(&self) -> Option<&Refused> {
        self.whole.as_ref()
    }

    /// Takes a member's value, or notes why it is refused.
    #[doc(hidden)]
    pub fn accept<W: Wanted, How>(
        &mut self,
        member: &'static str,
        value: impl Gives<W, How>,
    ) -> Option<W::Value> {
        self.forget(member);
        match value.give() {
            Ok(value) => Some(value),
            Err(inner) => {
                self.absorb(member, inner);
                None
            }
        }
    }

    /// Takes the members that no setter of their own sets, or notes why they are refused.
    #[doc(hidden)]
    pub fn accept_members<W: Wanted<Value: Default>, How>(
        &mut self,
        given: &mut W::Value,
        bag: &'static str,
        members: impl Gives<W, How>,
    ) {
        self.forget(bag);
        *given = members.give().unwrap_or_else(|mut inner| {
            let missing = inner.missing.iter_mut().map(|it| &mut it.member);
            for member in missing.chain(inner.refused.iter_mut().map(|it| &mut it.member)) {
                *member = bag;
            }
            self.join(inner);
            W::Value::default()
        });
    }

    /// Takes over the faults of a member's value.
    #[cold]
    #[inline]
    fn absorb(&mut self, member: &'static str, inner: Self) {
        let inner = inner.inside(&|path| {
            // What stands by itself is the schema's own name for it.
            if path.is_empty() {
                return member.to_owned();
            }
            let mut outer = String::new();
            push_name(&mut outer, member);
            outer
        });
        let missing = inner.missing.into_iter();
        self.missing
            .extend(missing.map(|it| Missing { member, ..it }));
        let refused = inner.refused.into_iter();
        self.refused
            .extend(refused.map(|it| Unfit { member, ..it }));
    }

    /// Takes over the faults of an item.
    #[cold]
    #[inline]
    pub(crate) fn absorb_item(&mut self, position: usize, inner: Self) {
        let mut outer = String::new();
        push_position(&mut outer, position);
        self.join(inner.inside(&|_| outer.clone()));
    }

    /// Takes over the faults of a value with a name.
    #[cold]
    #[inline]
    pub(crate) fn absorb_member(&mut self, name: &str, inner: Self) {
        let mut outer = String::new();
        push_name(&mut outer, name);
        self.join(inner.inside(&|_| outer.clone()));
    }

    #[inline]
    fn join(&mut self, inner: Self) {
        self.missing.extend(inner.missing);
        self.refused.extend(inner.refused);
    }

    /// The same faults, of a value that is in another one; `outer` gives the
    /// path of the value for one in it.
    #[inline]
    fn inside(mut self, outer: &dyn Fn(&str) -> String) -> Self {
        if let Some(refused) = self.whole.take() {
            self.refused.push(Unfit::of(&refused));
        }
        let paths = self.missing.iter_mut().map(|it| &mut it.path);
        for path in paths.chain(self.refused.iter_mut().map(|it| &mut it.path)) {
            let mut whole = outer(path);
            if !path.is_empty() && !path.starts_with('[') {
                whole.push('.');
            }
            whole.push_str(path);
            *path = whole;
        }
        self
    }

    /// Forgets that a member's value was refused.
    #[doc(hidden)]
    #[inline]
    pub fn forget(&mut self, name: &'static str) {
        self.missing.retain(|it| it.member != name);
        self.refused.retain(|it| it.member != name);
    }

    /// Notes a required member that is missing; a refused one is not.
    #[doc(hidden)]
    #[inline]
    pub fn require(&mut self, name: &'static str, is_given: bool) {
        let is_known = |member: &'static str| member == name;
        let is_refused = self.refused.iter().any(|it| is_known(it.member))
            || self.missing.iter().any(|it| is_known(it.member));
        if !is_given && !is_refused {
            self.missing.push(Missing {
                member: name,
                path: name.to_owned(),
            });
        }
    }

    /// Nothing, or the faults that were noted.
    #[doc(hidden)]
    #[inline]
    pub fn finish(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Whether no member is missing, and none was refused.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.refused.is_empty()
    }

    /// The same, where a number that `T` does not hold is told by its name.
    #[cold]
    pub(crate) fn of_conversion<T, E: ::core::fmt::Display + 'static>(error: E) -> Self {
        let any: &dyn ::core::any::Any = &error;
        if any.is::<::core::num::TryFromIntError>() {
            let rust = ::core::any::type_name::<T>();
            return Self::of(Refused::by_type(Reason::Range(rust)));
        }
        Self::of(error)
    }

    /// The faults that another error tells: all of them where it is a
    /// builder's.
    #[cold]
    #[doc(hidden)]
    pub fn of<E: ::core::fmt::Display + 'static>(error: E) -> Self {
        let unfit = Unfit::of(&error);
        let error: Box<dyn ::core::any::Any> = Box::new(error);
        error.downcast::<Self>().map_or_else(
            |_| Self {
                refused: ::alloc::vec![unfit],
                ..Self::default()
            },
            |faults| *faults,
        )
    }
}

impl Unfit {
    fn of(error: &impl ::core::fmt::Display) -> Self {
        Self {
            member: "",
            path: String::new(),
            reason: error.to_string(),
        }
    }
}

impl From<Refused> for BuildError {
    #[inline]
    fn from(refused: Refused) -> Self {
        Self {
            whole: Some(refused),
            ..Self::default()
        }
    }
}

impl ::core::fmt::Display for BuildError {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let mut separator = "";
        for it in &self.missing {
            ::core::write!(f, "{separator}{} is missing", Shown(&it.path))?;
            separator = "; ";
        }
        for it in &self.refused {
            let (path, reason) = (Shown(&it.path), Shown(&it.reason));
            ::core::write!(f, "{separator}{path}: {reason}")?;
            separator = "; ";
        }
        if let Some(refused) = &self.whole {
            ::core::write!(f, "{separator}{refused}")?;
        }
        Ok(())
    }
}

impl ::core::error::Error for BuildError {}

//! Texts ↔ values that are parsed from them and shown as them.
use super::*;

/// A value of a type that has `FromStr` and `Display`, and need have no traits of `serde`: read from its text,
/// and written as it.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::Parsed;
///
/// let host: Parsed<std::net::IpAddr> = "127.0.0.1".parse()?;
/// assert!(host.is_loopback());
/// # Ok::<(), ::std::net::AddrParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Parsed<T>(pub T);

impl<T> Read<'_> for Parsed<T>
where
    T: ::core::str::FromStr,
    T::Err: ::core::fmt::Display,
{
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let text = tape.text(at, place)?;
        text.parse().map_err(|error: T::Err| {
            let reason = Reason::Foreign(error.to_string().into_boxed_str());
            place.beyond(tape, at, reason)
        })
    }
}

impl<T> From<T> for Parsed<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: ::core::str::FromStr> ::core::str::FromStr for Parsed<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self)
    }
}

impl<T> ::core::ops::Deref for Parsed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> ::core::ops::DerefMut for Parsed<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: ::core::fmt::Display> ::core::fmt::Display for Parsed<T> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: ::core::fmt::Display> ::serde::Serialize for Parsed<T> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

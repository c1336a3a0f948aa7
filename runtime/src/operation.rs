//! An operation of an API: what a client says, and what it gets.

use super::*;

/// An operation of an API: where it is, and the names of the types that it carries.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::Operation;
///
/// // As a generated module has it, among its `operations`.
/// const ADMIT_PET: Operation =
///     Operation::new("admitPet", "POST", "/pets", Some("NewPet"), &[("201", Some("Pet")), ("4XX", None)]);
///
/// assert_eq!((ADMIT_PET.method, ADMIT_PET.path), ("POST", "/pets"));
/// assert_eq!(ADMIT_PET.response(201), Some("Pet"));
/// assert_eq!(ADMIT_PET.response(404), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operation {
    /// Its `operationId`, or else its method and its path.
    pub id: &'static str,
    /// The method, in capitals.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// The type of what goes there, where that is JSON.
    pub request: Option<&'static str>,
    /// By status, as it is written (`200`, `4XX`, `default`), the type of what comes back, where that
    /// is JSON.
    pub responses: &'static [(&'static str, Option<&'static str>)],
}

impl Operation {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn new(
        id: &'static str,
        method: &'static str,
        path: &'static str,
        request: Option<&'static str>,
        responses: &'static [(&'static str, Option<&'static str>)],
    ) -> Self {
        Self {
            id,
            method,
            path,
            request,
            responses,
        }
    }

    /// The type of what comes back with a status: as the status itself says, its class (`4XX`), or
    /// `default`.
    #[must_use]
    #[inline]
    pub fn response(&self, status: u16) -> Option<&'static str> {
        let own = status.to_string();
        let class = own.get(..1).map(|first| [first, "XX"].concat());
        let named = |wanted: &str| {
            let mut all = self.responses.iter();
            all.find(|(status, _)| status.eq_ignore_ascii_case(wanted))
        };
        let found = named(&own).or_else(|| class.and_then(|class| named(&class)));
        found
            .or_else(|| named("default"))
            .and_then(|(_, name)| *name)
    }
}

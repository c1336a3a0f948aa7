//! The type of what no schema accepts.
use super::*;

/// A type without values, where nothing fits the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Never {}

impl Read<'_> for Never {
    fn read(_: &Tape<'_>, at: usize, rule: &'static str) -> ::std::result::Result<Self, Fault> {
        Err(Fault::new(at, rule, Reason::Never))
    }
}

impl ::serde::Serialize for Never {
    fn serialize<S: ::serde::Serializer>(
        &self,
        _serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        match *self {}
    }
}

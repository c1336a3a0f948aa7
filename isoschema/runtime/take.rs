//! The short forms in which generated readers are written.
use super::*;

/// Reads a value; `schema` is where it is asked for.
pub(super) fn read<'de, T: Read<'de>>(
    tape: &Tape<'de>,
    at: usize,
    schema: &'static str,
) -> ::std::result::Result<T, Fault> {
    T::read(tape, at, schema)
}

impl<'de> Tape<'de> {
    /// The text of a string.
    pub(super) fn text(
        &self,
        at: usize,
        schema: &'static str,
    ) -> ::std::result::Result<&str, Fault> {
        self.string(at)
            .ok_or_else(|| Fault::new(at, schema, Reason::Kind(Kinds::STRING)))
    }

    /// The items of an array.
    pub(super) fn array(
        &self,
        at: usize,
        schema: &'static str,
    ) -> ::std::result::Result<Items<'_, 'de>, Fault> {
        self.items(at)
            .ok_or_else(|| Fault::new(at, schema, Reason::Kind(Kinds::ARRAY)))
    }

    /// The members of an object.
    pub(super) fn object(
        &self,
        at: usize,
        schema: &'static str,
    ) -> ::std::result::Result<Members<'_, 'de>, Fault> {
        self.members(at)
            .ok_or_else(|| Fault::new(at, schema, Reason::Kind(Kinds::OBJECT)))
    }
}

//! Tape → `IndexMap`, in the order of the document.
use super::*;

impl<'de, T: Read<'de>> Read<'de> for ::indexmap::IndexMap<::std::string::String, T> {
    fn read(
        tape: &Tape<'de>,
        at: usize,
        schema: &'static str,
    ) -> ::std::result::Result<Self, Fault> {
        map(tape, at, schema)
    }
}

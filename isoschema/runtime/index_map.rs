//! Tape → `IndexMap`, in the order of the document.
use super::*;

impl<'de, N, T: Read<'de>> Read<'de> for ::indexmap::IndexMap<N, T>
where
    N: Read<'de> + ::std::cmp::Eq + ::std::hash::Hash,
{
    fn read(
        tape: &Tape<'de>,
        at: usize,
        place: &'static Place,
    ) -> ::std::result::Result<Self, Fault> {
        map(tape, at, place)
    }
}

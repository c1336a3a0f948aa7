//! Tape → `IndexMap`, in the order of the document.
use super::*;

impl<'de, N, T: Read<'de>, S> Read<'de> for ::indexmap::IndexMap<N, T, S>
where
    S: ::core::hash::BuildHasher + Default,
    N: Read<'de> + Eq + ::core::hash::Hash,
{
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = &Place::Of(&Place::At("#"), T::PLACE);

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        collected(tape, at, place)
    }
}

//! The short forms in which generated readers are written.
use super::*;

/// Reads a value; `place` is where it is asked for.
pub fn read<'de, T: Read<'de>>(
    tape: &Tape<'de>,
    at: usize,
    place: &'static Place,
) -> Result<T, Fault> {
    T::read(tape, at, place)
}

/// The same for a value that knows what is inside it: `own` is the place of
/// the type, `place` that of this use.
pub fn read_own<'de, T: Read<'de>>(
    tape: &Tape<'de>,
    at: usize,
    own: &'static Place,
    place: &'static Place,
) -> Result<T, Fault> {
    T::read(tape, at, own).map_err(|fault| match fault.reason {
        Reason::Kind(_) if fault.at == small(at) => place.refuse(tape, at, fault.reason),
        _ => fault,
    })
}

impl<'de> Tape<'de> {
    /// Reads a value. Most are read from texts: this is not compiled into each use.
    #[inline(never)]
    pub fn read<T: Read<'de>>(&self, at: usize, place: &'static Place) -> Result<T, Fault> {
        T::read(self, at, place)
    }

    /// A fault unless the value is of one of the kinds.
    #[inline]
    pub fn expected(&self, at: usize, kinds: Kinds, place: &'static Place) -> Result<(), Fault> {
        if self.is(at, kinds) {
            Ok(())
        } else {
            Err(place.refuse(self, at, Reason::Kind(kinds)))
        }
    }

    /// The text of a string.
    #[inline]
    pub fn text(&self, at: usize, place: &'static Place) -> Result<&str, Fault> {
        self.string(at)
            .ok_or_else(|| place.refuse(self, at, Reason::Kind(Kinds::STRING)))
    }

    /// The items of an array.
    #[inline]
    pub fn array(&self, at: usize, place: &'static Place) -> Result<Items<'_, 'de>, Fault> {
        self.items(at)
            .ok_or_else(|| place.refuse(self, at, Reason::Kind(Kinds::ARRAY)))
    }

    /// The members of an object.
    #[inline]
    pub fn object(&self, at: usize, place: &'static Place) -> Result<Members<'_, 'de>, Fault> {
        self.members(at)
            .ok_or_else(|| place.refuse(self, at, Reason::Kind(Kinds::OBJECT)))
    }
}

//! What is inside of a type that limits it: read, and made in code.
use super::*;

/// A value made in code, if it fits.
#[inline]
pub fn fitting<T: ::serde::Serialize>(
    made: T,
    fits: impl FnOnce(&T) -> Result<(), Refused>,
) -> Result<T, Refused> {
    fits(&made).map_err(|refused| refused.of(&made))?;
    Ok(made)
}

/// Reads a text that has to fit.
#[inline]
pub fn read_fitting<'de, T: Read<'de> + AsRef<str>>(
    tape: &Tape<'de>,
    at: usize,
    place: &'static Place,
    fits: impl FnOnce(&str) -> Result<(), Refused>,
) -> Result<T, Fault> {
    let text: T = tape.read(at, place)?;
    fits(text.as_ref()).map_err(|refused| refused.at(at))?;
    Ok(text)
}

/// The code that a text is, made in code.
#[inline]
pub fn found_code<T>(
    found: Option<T>,
    text: &str,
    place: &'static Place,
    listed: &'static str,
) -> Result<T, Refused> {
    found.ok_or_else(|| refused(text, place, Reason::Code(listed)))
}

/// Reads a code.
#[inline]
pub fn read_code<T>(
    tape: &Tape<'_>,
    at: usize,
    find: fn(&str) -> Option<T>,
    place: &'static Place,
    listed: &'static str,
) -> Result<T, Fault> {
    let found = tape.string(at).and_then(find);
    found.ok_or_else(|| place.refuse(tape, at, Reason::Code(listed)))
}

/// Whether two texts are the same.
#[inline]
pub fn same_text(a: &(impl AsRef<str> + ?Sized), b: &(impl AsRef<str> + ?Sized)) -> bool {
    a.as_ref() == b.as_ref()
}

impl<'de> Scanner<'de> {
    /// Reads a text that has to fit, and is copied once it does.
    #[inline]
    pub fn fitting<T: From<::alloc::borrow::Cow<'de, str>>>(
        &mut self,
        fits: impl FnOnce(&str) -> Result<(), Refused>,
    ) -> Option<T> {
        let text = self.text()?;
        fits(&text).ok()?;
        Some(text.into())
    }

    /// Reads what is inside of a type.
    #[inline]
    pub fn inside<T: Read<'de>>(&mut self, place: &'static Place) -> Option<T> {
        let mut slot = None;
        T::scan_into(self, place, &mut slot)
            .then_some(slot)
            .flatten()
    }
}

//! The members of an object in a text, one after another.
use super::*;

/// The members of an object in a text.
pub struct TextAccess<'s, 'de> {
    pub(crate) scanner: &'s mut Scanner<'de>,
    pub(crate) name: &'de str,
    pub(crate) is_first: bool,
}

impl<'de> MemberAccess<'de> for TextAccess<'_, 'de> {
    type Fault = Abandoned;

    #[inline]
    fn advance(&mut self) -> Result<bool, Abandoned> {
        self.next_name().ok_or(Abandoned)
    }

    #[inline]
    fn name(&self) -> &str {
        self.name
    }

    #[inline]
    fn take_name<N: BagName<'de>>(&mut self) -> N {
        ::alloc::borrow::Cow::Borrowed(self.name).into()
    }

    #[inline]
    fn value<T: Read<'de>>(&mut self, place: &'static Place) -> Result<T, Abandoned> {
        self.scanner.read_value(place).ok_or_else(|| {
            self.scanner.step(Step::Member(self.name));
            Abandoned
        })
    }

    #[inline]
    fn hold<T: Read<'de>>(&mut self, place: &'static Place) -> Result<Held<T>, Abandoned> {
        T::hold(self.scanner, place).ok_or_else(|| {
            self.scanner.step(Step::Member(self.name));
            Abandoned
        })
    }

    #[inline]
    fn fill<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Result<(), Abandoned> {
        if self.scanner.read_into(field, place) {
            return Ok(());
        }
        self.scanner.step(Step::Member(self.name));
        Err(Abandoned)
    }

    #[cold]
    fn missing(&mut self, schema: &'static str, name: &'static str) -> Abandoned {
        self.scanner.refuse(Error::missing(schema, name));
        Abandoned
    }

    /// The tape of the object tells.
    fn not_allowed(&mut self, _: &'static Place) -> Abandoned {
        Abandoned
    }

    #[cold]
    fn repeated(&mut self) -> Abandoned {
        self.scanner.stop = Stop::GaveUp;
        Abandoned
    }
}

impl TextAccess<'_, '_> {
    /// Goes to the next member's value; `false` behind the last one.
    #[inline]
    pub(crate) fn next_name(&mut self) -> Option<bool> {
        let scanner = &mut *self.scanner;
        let bytes = scanner.bytes;
        let mut at = space(bytes, scanner.at);
        match bytes.get(at)? {
            b'}' => {
                scanner.at = at + 1;
                scanner.levels += 1;
                return Some(false);
            }
            b',' if !self.is_first => at = space(bytes, at + 1),
            _ if self.is_first => {}
            _ => return None,
        }
        self.is_first = false;
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        let Some((name, end)) = scanner.plain_at(at) else {
            // A name with an escape.
            scanner.stop = Stop::GaveUp;
            return None;
        };
        if scanner.keeps_digits && name == NUMBER_MEMBER {
            scanner.stop = Stop::GaveUp;
            return None;
        }
        at = space(bytes, end);
        if bytes.get(at) != Some(&b':') {
            return None;
        }
        self.name = name;
        scanner.at = space(bytes, at + 1);
        Some(true)
    }
}

/// [`Scanner`] knows why.
pub struct Abandoned;

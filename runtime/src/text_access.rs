//! The members of an object in a text, one after another.
use super::*;

/// The members of an object in a text.
pub struct TextAccess<'s, 'de> {
    pub(crate) scanner: &'s mut Scanner<'de>,
    pub(crate) name: &'de str,
    pub(crate) is_first: bool,
    pub(crate) is_over: bool,
    /// Whether the names are collected.
    pub(crate) collects: bool,
}

impl<'de> TextAccess<'_, 'de> {
    /// Reads the member's value into its field.
    #[inline]
    pub(crate) fn read<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Option<()> {
        // A name that stood there before is told by the tape.
        if field.is_some() {
            return None;
        }
        if self.scanner.read_into(field, place) {
            return Some(());
        }
        self.scanner.step(Step::Member(self.name));
        None
    }

    /// Reads the member's value, as a bag keeps it beside its name.
    #[inline]
    pub(crate) fn hold<T: Read<'de>>(
        &mut self,
        place: &'static Place,
    ) -> Option<(::alloc::borrow::Cow<'de, str>, Held<T>)> {
        let Some(value) = T::hold(self.scanner, place) else {
            self.scanner.step(Step::Member(self.name));
            return None;
        };
        Some((::alloc::borrow::Cow::Borrowed(self.name), value))
    }

    /// Goes to the next member's value, and gives its name; `None` behind the last one, and
    /// where there is no JSON.
    #[inline]
    pub(crate) fn next_name(&mut self) -> Option<&'de str> {
        match self.plain_name() {
            None => self.any_name(),
            Some(_) if self.collects => Some(self.collect()),
            name => name,
        }
    }

    /// Takes note of the name.
    #[inline(never)]
    fn collect(&mut self) -> &'de str {
        self.scanner.names.push(self.name);
        self.name
    }

    /// The same where nothing is unusual, and else nothing is changed: as it calls nothing, it
    /// has no registers to save.
    #[inline]
    fn plain_name(&mut self) -> Option<&'de str> {
        let scanner = &mut *self.scanner;
        let (text, bytes) = (scanner.text, scanner.text.as_bytes());
        let at = if self.is_first {
            scanner.at
        } else {
            behind_plain(bytes, scanner.at, b',')?
        };
        let end = *scanner.tape.quotes.get(scanner.read)? as usize;
        if scanner.keeps_digits || bytes.get(at) != Some(&b'"') {
            return None;
        }
        let name = text.get(at + 1..end)?;
        scanner.at = behind_plain(bytes, end + 1, b':')?;
        scanner.read += 1;
        self.is_first = false;
        self.name = name;
        Some(name)
    }

    /// The same of whatever stands there.
    #[inline(never)]
    fn any_name(&mut self) -> Option<&'de str> {
        let scanner = &mut *self.scanner;
        let bytes = scanner.bytes;
        let is_first = ::core::mem::take(&mut self.is_first);
        self.is_over = if is_first {
            scanner.closes(b'}')
        } else {
            !scanner.goes_on(b'}')?
        };
        if self.is_over || bytes.get(scanner.at) != Some(&b'"') {
            return None;
        }
        let Some((name, end)) = scanner.plain_at(scanner.at) else {
            // A name with an escape.
            scanner.stop = Stop::GaveUp;
            return None;
        };
        if scanner.keeps_digits && name == NUMBER_MEMBER {
            scanner.stop = Stop::GaveUp;
            return None;
        }
        scanner.at = behind(bytes, end, b':')?;
        self.name = name;
        if self.collects {
            self.collect();
        }
        Some(name)
    }

    /// Ends the members, if they have ended.
    #[inline]
    pub(crate) fn end(&self) -> Option<()> {
        self.is_over.then_some(())
    }
}

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
        let scanner = &mut *self.scanner;
        let bytes = scanner.bytes;
        let mut at = space(bytes, scanner.at);
        match bytes.get(at)? {
            b'}' => {
                scanner.at = at + 1;
                scanner.levels += 1;
                self.is_over = true;
                return None;
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
        if self.collects {
            scanner.names.push(name);
        }
        self.name = name;
        scanner.at = space(bytes, at + 1);
        Some(name)
    }

    /// Ends the members, if they have ended.
    #[inline]
    pub(crate) fn end(&self) -> Option<()> {
        self.is_over.then_some(())
    }
}

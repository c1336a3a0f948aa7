//! The items of an array in a text, each at a position of its own.
use super::*;

/// The items of an array in a text.
pub struct Positions<'s, 'de> {
    scanner: &'s mut Scanner<'de>,
    next: usize,
    is_over: bool,
}

impl<'de> Scanner<'de> {
    /// Whether an array comes next that seems to have items.
    #[inline]
    pub fn has_items(&self) -> bool {
        let next = self.bytes.get(self.at..).unwrap_or_default();
        matches!(next, [b'[', next, ..] if *next != b']')
    }

    /// Begins an array.
    #[inline]
    pub fn open_items(&mut self) -> Option<Positions<'_, 'de>> {
        self.open(b'[')?;
        Some(Positions {
            is_over: self.closes(b']'),
            scanner: self,
            next: 0,
        })
    }
}

impl<'de> Scanner<'de> {
    /// Reads an array of positions, of as many items as it may have. How many there are is told
    /// first, by the tape.
    #[inline]
    pub fn read_positions<T>(
        &mut self,
        counts: Option<::core::ops::RangeInclusive<usize>>,
        read: impl FnOnce(&mut Positions<'_, 'de>) -> Option<T>,
    ) -> Option<T> {
        let mut items = self.open_items()?;
        let value = read(&mut items);
        let found = items.next;
        let Some(counts) = counts else {
            return value;
        };
        if let Stop::Refused(..) = self.stop {
            self.stop = Stop::No;
        }
        value.filter(|_| counts.contains(&found))
    }
}

impl<'de> Positions<'_, 'de> {
    /// Reads the next item; `Some(None)` where there is none.
    pub fn read<T: Read<'de>>(&mut self, place: &'static Place) -> Option<Option<T>> {
        if self.is_over {
            return Some(None);
        }
        let scanner = &mut *self.scanner;
        let Some(item) = scanner.read_value(place) else {
            scanner.step(Step::Item(self.next));
            return None;
        };
        self.next += 1;
        self.is_over = !scanner.goes_on(b']')?;
        Some(Some(item))
    }

    /// Reads all that are left.
    pub fn rest<T: Read<'de>>(&mut self, place: &'static Place) -> Option<Vec<T>> {
        let mut items = Vec::new();
        while let Some(item) = self.read(place)? {
            items.push(item);
        }
        Some(items)
    }

    /// Whether no item is left; the tape says where one is.
    #[inline]
    pub fn end(&self, _: &'static Place) -> Option<()> {
        self.is_over.then_some(())
    }
}

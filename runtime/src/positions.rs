//! The items of an array in a text, each at a position of its own.
use super::*;

/// The items of an array in a text.
pub struct Positions<'s, 'de> {
    scanner: &'s mut Scanner<'de>,
    next: usize,
    is_over: bool,
}

impl<'de> Scanner<'de> {
    /// Begins an array.
    pub fn open_items(&mut self) -> Option<Positions<'_, 'de>> {
        self.open(b'[')?;
        Some(Positions {
            is_over: self.closes(b']'),
            scanner: self,
            next: 0,
        })
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
        scanner.at = space(scanner.bytes, scanner.at);
        self.is_over = scanner.closes(b']');
        if !self.is_over {
            scanner.comma()?;
        }
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
    pub fn end(&self, _: &'static Place) -> Option<()> {
        self.is_over.then_some(())
    }
}

//! What nobody declared is kept as its text, and read where somebody asks.
use super::*;

/// The value of a member that is not declared.
#[derive(Clone)]
pub enum Held<V> {
    Value(V),
    Text(Unread<V>),
}

/// The text of an array or an object, without white space between its parts.
#[derive(Clone)]
pub struct Unread<V> {
    text: Box<str>,
    value: ::std::sync::OnceLock<Box<::serde_json::Value>>,
    // `V` is `Value`, which only these two know.
    lend: fn(&::serde_json::Value) -> &V,
    give: fn(::serde_json::Value) -> V,
}

impl<V> Held<V> {
    /// The value.
    pub fn get(&self) -> &V {
        match self {
            Self::Value(value) => value,
            Self::Text(unread) => {
                (unread.lend)(unread.value.get_or_init(|| Box::new(unread.read())))
            }
        }
    }

    /// The value, to be changed.
    pub fn get_mut(&mut self) -> &mut V {
        if let Self::Text(unread) = self {
            *self = Self::Value((unread.give)(unread.take()));
        }
        match self {
            Self::Value(value) => value,
            Self::Text(_) => self.get_mut(),
        }
    }

    /// The value itself.
    pub fn give(self) -> V {
        match self {
            Self::Value(value) => value,
            Self::Text(mut unread) => (unread.give)(unread.take()),
        }
    }
}

impl<V> Unread<V> {
    fn take(&mut self) -> ::serde_json::Value {
        let value = self.value.take();
        value.map_or_else(|| self.read(), |value| *value)
    }

    /// The text was read once before, so that it is sure to be JSON.
    fn read(&self) -> ::serde_json::Value {
        self.text.parse().unwrap_or_default()
    }
}

impl<V: ::serde::Serialize> ::serde::Serialize for Held<V> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(unread) if writes_compact_text::<S>() => {
                RawText(&unread.text).serialize(serializer)
            }
            _ => self.get().serialize(serializer),
        }
    }
}

impl Scanner<'_> {
    /// Holds a value of any kind: arrays and objects as their texts, unless digits would be
    /// in them that the value does not keep.
    pub fn hold(&mut self, place: &'static Place) -> Option<Held<::serde_json::Value>> {
        let is_empty = matches!(self.bytes.get(self.at + 1), Some(b'}' | b']'));
        match self.bytes.get(self.at) {
            Some(b'{' | b'[') if !is_empty && !self.keeps_digits => {}
            _ => return self.read_value(place).map(Held::Value),
        }
        let (start, first) = (self.at, self.read);
        let text = if let Some(text) = self.pass() {
            text
        } else {
            self.read = first;
            self.fill_tape()?;
            self.tape.clear();
            self.compacted(start, self.at, first)?
        };
        Some(Held::Text(Unread {
            text,
            value: ::std::sync::OnceLock::new(),
            lend: |value| value,
            give: |value| value,
        }))
    }

    /// The text between two positions without white space; `first` is the quote that ends its
    /// first text.
    fn compacted(&self, start: usize, end: usize, first: usize) -> Option<Box<str>> {
        let mut out = String::with_capacity(end - start);
        let (mut copied, mut at) = (start, start);
        let quotes = self.tape.quotes.get(first..self.read)?;
        for behind in quotes.iter().map(Some).chain([None]) {
            let opens = match behind {
                Some(_) => self.quote_from(at)?,
                None => end,
            };
            for (step, byte) in self.bytes.get(at..opens)?.iter().enumerate() {
                if *byte <= b' ' {
                    out.push_str(self.text.get(copied..at + step)?);
                    copied = at + step + 1;
                }
            }
            at = behind.map_or(end, |quote| (quote & !UNUSUAL) as usize + 1);
        }
        out.push_str(self.text.get(copied..end)?);
        Some(out.into_boxed_str())
    }
}

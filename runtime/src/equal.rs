//! Equality of JSON values: `1` equals `1.0`, members have no order.
use super::*;

/// A JSON value that a schema names: in `const`, in `enum`.
#[derive(Debug)]
pub enum Constant {
    Null,
    Boolean(bool),
    Integer(i128),
    /// A number token with a fraction or an exponent.
    Number(&'static str),
    Text(&'static str),
    Array(&'static [Constant]),
    /// Members, sorted by name.
    Object(&'static [(&'static str, Constant)]),
}

impl Constant {
    /// Whether a value on a tape is this one.
    #[inline]
    pub fn is(&self, tape: &Tape<'_>, at: usize) -> bool {
        match (self, tape.look(at)) {
            (Self::Null, View::Null) => true,
            (Self::Boolean(wanted), View::Boolean(value)) => *wanted == value,
            (Self::Integer(wanted), View::Number(number)) => {
                number.compare_integer(*wanted).is_eq()
            }
            (Self::Number(wanted), View::Number(number)) => number.compare_text(wanted).is_eq(),
            (Self::Text(wanted), View::Text(text)) => *wanted == text,
            (Self::Array(wanted), View::Array) => {
                wanted.len() == tape.len(at)
                    && tape
                        .each_item(at)
                        .zip(*wanted)
                        .all(|(item, wanted)| wanted.is(tape, item))
            }
            (Self::Object(wanted), View::Object) => {
                wanted.len() == tape.len(at)
                    && tape.each_member(at).all(|(name, value)| {
                        wanted
                            .binary_search_by(|(other, _)| (*other).cmp(name))
                            .is_ok_and(|position| wanted[position].1.is(tape, value))
                    })
            }
            _ => false,
        }
    }
}

impl Tape<'_> {
    /// Whether a value is one of several.
    #[inline]
    pub fn is_one_of(&self, at: usize, constants: &[Constant]) -> bool {
        constants.iter().any(|constant| constant.is(self, at))
    }

    /// Whether a value is one of several texts, which are sorted.
    #[inline]
    pub fn is_text_of(&self, at: usize, texts: &[&str]) -> bool {
        self.string(at)
            .is_some_and(|text| texts.binary_search(&text).is_ok())
    }

    /// A fault unless a value is one of several texts, which are sorted; `shown` lists them.
    #[inline]
    pub fn expect_text_of(
        &self,
        at: usize,
        texts: &[&str],
        schema: &'static str,
        shown: &'static str,
    ) -> Checked {
        if self.is_text_of(at, texts) {
            Ok(())
        } else {
            Err(Fault::new(at, schema, Reason::Code(shown)))
        }
    }

    /// A fault unless a value is the one that it has to be, as an error shows it.
    #[inline]
    pub fn expect_constant(
        &self,
        at: usize,
        wanted: &Constant,
        schema: &'static str,
        shown: &'static str,
    ) -> Checked {
        if wanted.is(self, at) {
            Ok(())
        } else {
            Err(Fault::new(at, schema, Reason::Constant(shown)))
        }
    }

    /// The positions of two equal items of an array.
    #[inline]
    pub fn repeated_items(&self, at: usize) -> Option<(u32, u32)> {
        let items = self.items(at)?.enumerate();
        let mut items: Vec<_> = items
            .map(|(place, item)| (self.sum(item), place, item))
            .collect();
        items.sort_unstable();
        items
            .chunk_by(|one, other| one.0 == other.0)
            .filter(|alike| alike.len() > 1)
            .filter_map(|alike| self.equal_among(alike))
            .min_by_key(|(first, second)| (*second, *first))
    }

    /// The same among items that may be equal, each with its position and its node.
    #[inline]
    fn equal_among(&self, alike: &[(u64, usize, usize)]) -> Option<(u32, u32)> {
        // The keys of all items, one after another, and where each stands.
        let mut keys = Vec::new();
        let mut places = Vec::with_capacity(alike.len());
        for (_, place, item) in alike {
            let start = keys.len();
            self.push_key(*item, &mut keys);
            places.push((start, keys.len(), *place));
        }
        let key = |place: &(usize, usize, usize)| &keys[place.0..place.1];
        places.sort_unstable_by(|one, other| key(one).cmp(key(other)).then(one.2.cmp(&other.2)));
        places
            .chunk_by(|one, other| key(one) == key(other))
            .filter_map(|run| match run {
                [first, second, ..] => Some((small(first.2), small(second.2))),
                _ => None,
            })
            .min_by_key(|(first, second)| (*second, *first))
    }

    /// A sum that equal values have in common, and others hardly ever.
    #[inline]
    fn sum(&self, at: usize) -> u64 {
        match self.look(at) {
            View::Null => 0,
            View::Boolean(value) => 1 + u64::from(value),
            // Zero has two signs.
            View::Number(number) => mixed(3, (number.to_f64() + 0.0).to_bits()),
            View::Text(text) => text_sum(text),
            View::Array => {
                let items = self.each_item(at);
                items.fold(5, |sum, item| mixed(sum, self.sum(item)))
            }
            View::Object => {
                let members = self.each_member(at);
                // Members have no order.
                let each = members.map(|(name, value)| mixed(text_sum(name), self.sum(value)));
                each.fold(6, u64::wrapping_add)
            }
        }
    }

    /// Appends bytes that equal values have in common, and others have not. None
    /// are the beginning of those of another value.
    #[inline]
    pub(crate) fn push_key(&self, at: usize, key: &mut Vec<u8>) {
        match self.look(at) {
            View::Null => key.push(0),
            View::Boolean(value) => key.push(1 + u8::from(value)),
            View::Number(number) => {
                key.push(3);
                number.decimal().push_key(key);
            }
            View::Text(text) => {
                key.push(4);
                push_text_key(text, key);
            }
            View::Array => {
                key.push(5);
                key.extend(small(self.len(at)).to_be_bytes());
                for item in self.each_item(at) {
                    self.push_key(item, key);
                }
            }
            View::Object => {
                key.push(6);
                key.extend(small(self.len(at)).to_be_bytes());
                for (name, value) in self.sorted_members(at) {
                    push_text_key(name, key);
                    self.push_key(value, key);
                }
            }
        }
    }
}

#[inline]
fn mixed(sum: u64, word: u64) -> u64 {
    (sum.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
}

#[inline]
fn text_sum(text: &str) -> u64 {
    text.as_bytes().chunks(8).fold(4, |sum, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        mixed(sum, u64::from_le_bytes(word))
    })
}

#[inline]
fn push_text_key(text: &str, key: &mut Vec<u8>) {
    key.extend((text.len() as u64).to_be_bytes());
    key.extend(text.as_bytes());
}

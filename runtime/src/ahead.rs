//! What is asked of a text before a value in it is read: its kind, and the text of a
//! member that tells alternatives apart.
use super::*;

impl<'de> Scanner<'de> {
    /// The kind of the next value.
    #[inline]
    pub fn kind(&self) -> Option<Kinds> {
        Some(match self.bytes.get(self.at)? {
            b'"' => Kinds::STRING,
            b'{' => Kinds::OBJECT,
            b'[' => Kinds::ARRAY,
            b't' | b'f' => Kinds::BOOLEAN,
            b'n' => Kinds::NULL,
            _ if self.is_integer()? => Kinds::INTEGER,
            _ => Kinds::FRACTION,
        })
    }

    /// Whether the number that comes next is an integer, as one of digits alone is: who reads
    /// it finds what is no number.
    fn is_integer(&self) -> Option<bool> {
        let mut bytes = self.bytes.get(self.at..)?.iter();
        match bytes.find(|byte| !matches!(byte, b'0'..=b'9' | b'-')) {
            Some(b'.' | b'e' | b'E') => Some(self.number(self.at)?.0.is_integer()),
            _ => Some(true),
        }
    }

    /// The alternatives that the object that comes next may fit, one bit each: by the text of a
    /// member, where only one lists that, by the name of the first, where it `bars` all others,
    /// and else by all that is `likely`. `None` where it is no object, or that takes too long.
    pub fn likely(
        &mut self,
        tag: Option<TextTag>,
        bars: bool,
        likely: fn(&Tape<'de>, usize) -> u64,
    ) -> Option<u64> {
        let may_tell = bars || tag.is_some();
        let first = if may_tell { self.first_member() } else { None };
        if let Some((name, text)) = first {
            // Mostly written first, what tells needs no look at the rest.
            let tag = tag.filter(|(tag, _)| *tag == name);
            if let Some(((tag, tagged), text)) = tag.zip(text) {
                let alone = tagged(text);
                if alone.is_power_of_two() {
                    self.told = Some((self.at, tag, text));
                    return Some(alone);
                }
            }
            if bars {
                self.tape.reuse();
                let value = text.map_or(Node::Null, Node::Text);
                let nodes = [Node::object(1, u32::MAX), Node::Text(name), value];
                self.tape.nodes.extend(nodes);
                let alone = likely(&self.tape, 0);
                self.forget();
                if alone.is_power_of_two() {
                    return Some(alone);
                }
            }
        }
        let mut alone = 0;
        let mut unescaped = Vec::new();
        let found = self.shallow(|scanner, name, at| {
            let read = scanner.read;
            let tag = tag.filter(|(tag, _)| *tag == name);
            let told = tag.and_then(|tag| Some((tag, scanner.plain_at(at)?.0)));
            if let Some(((tag, tagged), text)) = told {
                alone = tagged(text);
                if alone.is_power_of_two() {
                    scanner.told = Some((scanner.at, tag, text));
                    return Some(None);
                }
            }
            scanner.read = read;
            let behind = scanner.value(at, 0)?;
            if let Some(Node::Owned(_)) = scanner.tape.nodes.last() {
                unescaped.push(at);
            }
            Some(Some(behind))
        });
        let found = found.map(|tape| {
            if alone.is_power_of_two() {
                alone
            } else {
                likely(tape, 0)
            }
        });
        self.unescaped.clear();
        if !unescaped.is_empty() {
            let texts = self.tape.texts.drain(..);
            self.unescaped.extend(unescaped.into_iter().zip(texts));
        }
        self.forget();
        found
    }

    /// The name of the first member of the object that comes next, and the text that it is;
    /// `None` where one of them has escapes, too.
    #[inline]
    fn first_member(&self) -> Option<(&'de str, Option<&'de str>)> {
        let at = space(self.bytes, self.at + 1);
        let is_member = self.bytes.get(self.at) == Some(&b'{') && self.bytes.get(at) == Some(&b'"');
        let end = *self.tape.quotes.get(self.read).filter(|_| is_member)? as usize;
        let name = self.text.get(at + 1..end)?;
        let at = behind(self.bytes, end + 1, b':')?;
        let text = match self.bytes.get(at) {
            Some(b'"') => {
                let end = *self.tape.quotes.get(self.read + 1)? as usize;
                Some(self.text.get(at + 1..end)?)
            }
            _ => None,
        };
        Some((name, text))
    }

    /// The object that comes next, with the texts among the values of its members, on the
    /// tape, as `text` puts them there, or ends it; `None` where it is none, or that takes too
    /// long.
    fn shallow(
        &mut self,
        mut text: impl FnMut(&mut Self, &str, usize) -> Option<Option<usize>>,
    ) -> Option<&Tape<'de>> {
        if self.bytes.get(self.at) != Some(&b'{') {
            return None;
        }
        self.tape.reuse();
        let node = self.tape.open(Node::object);
        let mut len = 0;
        self.look(|scanner, name, at| {
            len += 1;
            scanner.tape.nodes.push(Node::Text(name));
            if scanner.bytes.get(at) == Some(&b'"') {
                return text(scanner, name, at);
            }
            scanner.tape.nodes.push(Node::Null);
            scanner.skip(at).map(Some)
        })?;
        self.tape.nodes[node] = Node::object(len, small(self.tape.nodes.len()));
        Some(&self.tape)
    }

    /// The value of a member of the object that comes next, alone on the tape; an empty tape
    /// where there is no such member, `None` where that takes too long.
    #[inline]
    pub fn look_ahead(&mut self, member: &str) -> Option<&Tape<'de>> {
        self.tape.reuse();
        // What alternatives are told by may tell those of the one that is read next.
        if let Some((_, _, text)) = self
            .told
            .filter(|told| (told.0, told.1) == (self.at, member))
        {
            self.tape.nodes.push(Node::Text(text));
            return Some(&self.tape);
        }
        if let Some((_, Some(text))) = self.first_member().filter(|(name, _)| *name == member) {
            self.tape.nodes.push(Node::Text(text));
            return Some(&self.tape);
        }
        self.look(|scanner, name, at| {
            if name == member {
                return scanner.value(at, 0).map(|_| None);
            }
            scanner.skip(at).map(Some)
        })?;
        Some(&self.tape)
    }

    /// Empties the tape again.
    pub fn forget(&mut self) {
        self.tape.clear();
    }

    /// Reads an object of whose names something is asked, which is told first where it does not
    /// fit; `false` where a tape has to tell, too.
    pub fn asked(&mut self, asks: &[Check], read: impl FnOnce(&mut Self) -> bool) -> bool {
        self.reuse_notes();
        let (at, quote, first) = (self.at, self.read, self.names.len());
        self.collects = true;
        let is_read = read(self);
        self.collects = false;
        if is_read {
            return self.names_fit(first, asks);
        }
        self.names.truncate(first);
        if let Stop::Refused(..) = self.stop {
            let stop = ::core::mem::replace(&mut self.stop, Stop::No);
            (self.at, self.read) = (at, quote);
            if self.fits_ahead(asks) {
                self.stop = stop;
            }
        }
        false
    }

    /// Whether what is asked of the names from the `first` on fits, which are forgotten.
    #[inline]
    fn names_fit(&mut self, first: usize, asks: &[Check]) -> bool {
        self.tape.reuse();
        let node = self.tape.open(Node::object);
        let names = self.names.len() - first;
        for name in self.names.drain(first..) {
            self.tape.nodes.extend([Node::Text(name), Node::Null]);
        }
        self.tape.nodes[node] = Node::object(small(names), small(self.tape.nodes.len()));
        let fits = asks.iter().all(|ask| self.tape.fits(0, *ask));
        self.forget();
        fits
    }

    /// Whether the object that comes next fits what is asked of its names; `false` where a
    /// tape has to tell.
    #[inline]
    fn fits_ahead(&mut self, asks: &[Check]) -> bool {
        let Some(tape) = self.shallow(|scanner, _, at| scanner.value(at, 0).map(Some)) else {
            return false;
        };
        let fits = asks.iter().all(|ask| tape.fits(0, *ask));
        self.forget();
        fits
    }

    /// The items of the list that comes next have to differ.
    #[inline]
    pub fn distinct(&mut self) {
        self.reuse_notes();
        self.is_distinct = true;
    }

    /// Whether an item that was read, and begins at a position with a text that ends at a quote,
    /// differs from those before it, the first of which is told by `first`: the texts in it tell
    /// that, or its names where there are none. `false` where a tape has to.
    pub(crate) fn differs(&mut self, first: usize, at: usize, quote: usize) -> bool {
        /// More are not compared.
        const MOST: usize = 128;
        let sum = match self.sum(at, quote, false) {
            Some(0) => self.sum(at, quote, true),
            sum => sum,
        };
        let Some(sum) = sum else {
            return false;
        };
        let before = self.sums.get(first..).unwrap_or_default();
        let differs = before.len() < MOST && !before.contains(&sum);
        self.sums.push(sum);
        differs
    }

    /// The sum of what the names in an item that was read, or the other texts, are told by; of
    /// the names beside other texts, their last letters are enough. 0 where there are none.
    fn sum(&self, mut at: usize, quote: usize, of_names: bool) -> Option<u64> {
        let (mut sum, mut letters) = (0_u64, 0_u64);
        for end in self.tape.quotes.get(quote..self.read)? {
            let end = *end as usize;
            let is_name = self.bytes.get(space(self.bytes, end + 1)) == Some(&b':');
            if is_name == of_names {
                // An escape writes a text in another way.
                let text = self.text.get(self.quote_from(at)? + 1..end)?;
                sum = sum.wrapping_add(quick_hash(text));
            } else if let Some(letter) = self.bytes.get(end - 1) {
                letters += u64::from(*letter);
            }
            at = end + 1;
        }
        let is_known = of_names || sum == 0;
        Some(if is_known {
            sum
        } else {
            sum.wrapping_add(letters)
        })
    }

    /// Goes over the members of the object that comes next, without leaving its place: `pass`
    /// gives the position behind a member's value, or ends it.
    fn look(
        &mut self,
        pass: impl FnMut(&mut Self, &'de str, usize) -> Option<Option<usize>>,
    ) -> Option<()> {
        let read = self.read;
        let found = self.pass_members(pass);
        self.read = read;
        if found.is_none() {
            self.forget();
        }
        found
    }

    fn pass_members(
        &mut self,
        mut pass: impl FnMut(&mut Self, &'de str, usize) -> Option<Option<usize>>,
    ) -> Option<()> {
        let mut at = space(self.bytes, self.at + 1);
        if self.bytes.get(at) == Some(&b'}') {
            return Some(());
        }
        loop {
            let start = at;
            let (name, end) = self.plain_at(at)?;
            at = behind(self.bytes, end, b':')?;
            let Some(end) = pass(self, name, at)? else {
                return Some(());
            };
            self.ahead = self.ahead.checked_sub(end - start)?;
            let Some(next) = behind(self.bytes, end, b',') else {
                at = space(self.bytes, end);
                return (self.bytes.get(at) == Some(&b'}')).then_some(());
            };
            at = next;
        }
    }

    /// The position behind the value that begins at `at`, as far as its brackets tell: who
    /// reads it finds what is no JSON.
    fn skip(&mut self, mut at: usize) -> Option<usize> {
        match *self.bytes.get(at)? {
            b'"' => return self.skip_text(),
            b'{' | b'[' => {}
            _ => {
                let is_over = |byte: &u8| matches!(byte, b',' | b'}' | b']' | ..=b' ');
                return Some(at + self.bytes.get(at..)?.iter().position(is_over)?);
            }
        }
        let mut inside = 0_u32;
        loop {
            let byte = *self.bytes.get(at)?;
            at += 1;
            if byte == b'"' {
                at = self.skip_text()?;
                continue;
            }
            // Brackets and braces differ by one bit.
            match byte | 0x20 {
                b'{' => {
                    inside += 1;
                    if let Some(b'0'..=b'9' | b'-' | b'[') = self.bytes.get(at) {
                        (at, inside) = self.skip_numbers(at, inside);
                    }
                }
                b'}' if inside == 1 => return Some(at),
                b'}' => inside -= 1,
                _ => {}
            }
        }
    }

    /// Passes as much of lists of numbers as cannot end the value, many bytes at once.
    fn skip_numbers(&self, mut at: usize, mut inside: u32) -> (usize, u32) {
        const AT_ONCE: usize = 16;
        let rest = self.bytes.get(at..).unwrap_or_default();
        for bytes in rest.as_chunks::<AT_ONCE>().0 {
            let count = |is: fn(u8) -> bool| {
                let found = bytes.iter().map(|byte| u8::from(is(*byte)));
                u32::from(found.fold(0_u8, u8::wrapping_add))
            };
            let closing = count(|byte| byte | 0x20 == b'}');
            if closing >= inside || count(|byte| byte == b'"') != 0 {
                break;
            }
            inside = inside - closing + count(|byte| byte | 0x20 == b'{');
            at += AT_ONCE;
        }
        (at, inside)
    }

    /// The position of the next quote.
    pub(crate) fn quote_from(&self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        Some(match rest {
            [b'"', ..] => at,
            // Behind a comma or a colon, and a blank.
            [_, b'"', ..] => at + 1,
            [_, _, b'"', ..] => at + 2,
            _ => at + rest.iter().position(|byte| *byte == b'"')?,
        })
    }

    /// The position behind the next text.
    fn skip_text(&mut self) -> Option<usize> {
        let end = *self.tape.quotes.get(self.read)? & !UNUSUAL;
        self.read += 1;
        Some(end as usize + 1)
    }
}

/// A member, and one bit for each alternative that lists its text.
pub type TextTag = (&'static str, fn(&str) -> u64);

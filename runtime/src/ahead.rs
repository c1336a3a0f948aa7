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
            _ if self.number(self.at)?.0.is_integer() => Kinds::INTEGER,
            _ => Kinds::FRACTION,
        })
    }

    /// The alternatives that the object that comes next may fit, one bit each: by the text of a
    /// member, where only one lists that, and else by all that is `likely`. `None` where it is
    /// no object, or that takes too long.
    pub fn likely(
        &mut self,
        tag: Option<TextTag>,
        likely: fn(&Tape<'de>, usize) -> u64,
    ) -> Option<u64> {
        // Written first, as it mostly is, the member needs no tape.
        let first = tag.and_then(|(tag, tagged)| self.first_text(tag).map(tagged));
        if let Some(alone) = first.filter(|bits| bits.is_power_of_two()) {
            return Some(alone);
        }
        let mut alone = 0;
        let mut unescaped = Vec::new();
        let found = self.shallow(|name, at, tape| {
            if let Some(Node::Owned(_)) = tape.nodes.last() {
                unescaped.push(at);
            }
            alone = match (tag, tape.nodes.last()) {
                (Some((tag, tagged)), Some(Node::Text(text))) if tag == name => tagged(text),
                _ => 0,
            };
            alone.is_power_of_two()
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

    /// The text of the first member of the object that comes next, if it has this name.
    fn first_text(&mut self, member: &str) -> Option<&'de str> {
        let (read, mut text) = (self.read, None);
        self.pass_members(|scanner, name, at| {
            if name == member && scanner.bytes.get(at) == Some(&b'"') {
                text = scanner.plain_at(at).map(|(text, _)| text);
            }
            Some(None)
        });
        self.read = read;
        text
    }

    /// The object that comes next, with the texts among the values of its members, on the
    /// tape, as far as the member behind which `ends` says so; `None` where it is none, or that
    /// takes too long.
    fn shallow(
        &mut self,
        mut ends: impl FnMut(&str, usize, &Tape<'de>) -> bool,
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
                let behind = scanner.value(at, 0)?;
                return Some((!ends(name, at, &scanner.tape)).then_some(behind));
            }
            scanner.tape.nodes.push(Node::Null);
            scanner.skip(at).map(Some)
        })?;
        self.tape.nodes[node] = Node::object(len, small(self.tape.nodes.len()));
        Some(&self.tape)
    }

    /// The value of a member of the object that comes next, alone on the tape; an empty tape
    /// where there is no such member, `None` where that takes too long.
    pub fn look_ahead(&mut self, member: &str) -> Option<&Tape<'de>> {
        self.tape.reuse();
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
    fn fits_ahead(&mut self, asks: &[Check]) -> bool {
        let Some(tape) = self.shallow(|_, _, _| false) else {
            return false;
        };
        let fits = asks.iter().all(|ask| tape.fits(0, *ask));
        self.forget();
        fits
    }

    /// Whether an item that was read, and begins at a quote, differs from those before it, the
    /// first of which is told by `first`: the texts in it tell that, names among them. `false`
    /// where a tape has to.
    pub(crate) fn differs(&mut self, first: usize, quote: usize) -> bool {
        /// More are not compared.
        const MOST: usize = 128;
        let mut sum = 0_u64;
        for quotes in self.tape.quotes[quote..self.read].chunks_exact(2) {
            // An escape writes a text in another way.
            let text = self
                .text
                .get((quotes[0] & !UNUSUAL) as usize + 1..quotes[1] as usize);
            let Some(text) = text else {
                return false;
            };
            sum = sum.wrapping_add(quick_hash(text));
        }
        let before = self.sums.get(first..).unwrap_or_default();
        let differs = before.len() < MOST && !before.contains(&sum);
        self.sums.push(sum);
        differs
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
        while self.bytes.get(at) != Some(&b'}') {
            let start = at;
            let (name, end) = self.plain_at(at)?;
            at = space(self.bytes, end);
            if self.bytes.get(at) != Some(&b':') {
                return None;
            }
            at = space(self.bytes, at + 1);
            let Some(end) = pass(self, name, at)? else {
                break;
            };
            at = space(self.bytes, end);
            self.ahead = self.ahead.checked_sub(at - start)?;
            match self.bytes.get(at)? {
                b',' => at = space(self.bytes, at + 1),
                b'}' => {}
                _ => return None,
            }
        }
        Some(())
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
            let next = self.tape.quotes.get(self.read);
            let text = next.map_or(self.bytes.len(), |quote| (quote & !UNUSUAL) as usize);
            for (step, byte) in self.bytes.get(at..text)?.iter().enumerate() {
                // Brackets and braces differ by one bit.
                match byte | 0x20 {
                    b'{' => inside += 1,
                    b'}' if inside == 1 => return Some(at + step + 1),
                    b'}' => inside -= 1,
                    _ => {}
                }
            }
            at = self.skip_text()?;
        }
    }

    /// The position behind the next text.
    fn skip_text(&mut self) -> Option<usize> {
        let end = *self.tape.quotes.get(self.read + 1)? & !UNUSUAL;
        self.read += 2;
        Some(end as usize + 1)
    }
}

/// A member, and one bit for each alternative that lists its text.
pub type TextTag = (&'static str, fn(&str) -> u64);

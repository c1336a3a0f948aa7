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
        let first = if bars { self.first_member() } else { None };
        if let Some((name, text)) = first {
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
        let mut alone = 0;
        let mut unescaped = Vec::new();
        let found = self.shallow(|scanner, name, at| {
            // Mostly written first, what tells needs no look at the rest.
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
    fn first_member(&mut self) -> Option<(&'de str, Option<&'de str>)> {
        let (read, mut first) = (self.read, None);
        self.pass_members(|scanner, name, at| {
            first = match scanner.bytes.get(at) {
                Some(b'"') => scanner.plain_at(at).map(|(text, _)| (name, Some(text))),
                _ => Some((name, None)),
            };
            Some(None)
        });
        self.read = read;
        first
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
            let next = self.tape.quotes.get(self.read);
            let text = next.map_or(self.bytes.len(), |quote| (quote & !UNUSUAL) as usize);
            let between = self.bytes.get(at..text)?;
            if let [b':' | b','] | [b':' | b',', b' '] = between {
                at = self.skip_text()?;
                continue;
            }
            for (step, byte) in between.iter().enumerate() {
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

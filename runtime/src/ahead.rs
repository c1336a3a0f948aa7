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

    /// Reads what a variant holds.
    #[inline]
    pub fn read_arm<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: fn(T) -> U,
    ) -> bool {
        let mut value = None;
        self.read_into(&mut value, place);
        *slot = value.map(variant);
        slot.is_some()
    }

    /// Reads a value that the first alternative may fit; nothing is told where it does not,
    /// since the others have to be asked.
    #[inline]
    pub fn attempt<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: fn(T) -> U,
    ) -> bool {
        self.attempted(place, slot, variant, |_| true)
    }

    /// The same where no other alternative may fit. One that refuses a value is told by the
    /// tape of the outermost of those that are in one another, once.
    #[inline]
    pub fn attempt_told<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: fn(T) -> U,
    ) -> bool {
        self.attempts += 1;
        self.attempted(place, slot, variant, |scanner| {
            scanner.attempts -= 1;
            scanner.attempts == 0
        })
    }

    /// Reads a value, or goes back to where it begins; a refusal is forgotten where `forgets`
    /// says so, which is asked once.
    fn attempted<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: fn(T) -> U,
        forgets: impl FnOnce(&mut Self) -> bool,
    ) -> bool {
        let (at, levels, read) = (self.at, self.levels, self.read);
        let mut value = None;
        let is_read = T::scan_into(self, place, &mut value);
        let forgets = forgets(self);
        let goes_back = match self.stop {
            Stop::No => true,
            Stop::GaveUp => false,
            Stop::Refused(..) => forgets,
        };
        if !is_read && goes_back {
            self.stop = Stop::No;
            self.at = at;
            self.levels = levels;
            self.read = read;
        }
        *slot = value.map(variant);
        slot.is_some()
    }

    /// The object that comes next, with the texts among the values of its members, on the
    /// tape; `None` where it is none, or that takes too long.
    pub fn shallow(&mut self) -> Option<&Tape<'de>> {
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
                return scanner.value(at, 0).map(Some);
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

    /// Whether the object that comes next fits what is asked of its names; `false` where a
    /// tape has to tell.
    pub fn fits_ahead(&mut self, asks: &[Check]) -> bool {
        let Some(tape) = self.shallow() else {
            return false;
        };
        let fits = asks.iter().all(|ask| tape.fits(0, *ask));
        self.forget();
        fits
    }

    /// Finds that the items of the array that comes next are texts that differ; `None` where
    /// a tape has to tell.
    pub fn distinct(&mut self) -> Option<()> {
        let read = self.read;
        let found = self.pass_distinct();
        self.read = read;
        found
    }

    fn pass_distinct(&mut self) -> Option<()> {
        /// More are not looked at.
        const MOST: usize = 128;
        if self.bytes.get(self.at) != Some(&b'[') {
            return None;
        }
        let mut bits = [0_u64; 16];
        let mut at = space(self.bytes, self.at + 1);
        if self.bytes.get(at) == Some(&b']') {
            return Some(());
        }
        let mut texts = 0;
        while texts < MOST {
            if self.bytes.get(at) != Some(&b'"') {
                return None;
            }
            let (text, end) = self.plain_at(at)?;
            let hash = short_hash(text);
            let word = bits.get_mut((hash >> 6) as usize % 16)?;
            let bit = 1 << (hash & 63);
            let is_known = *word & bit != 0;
            *word |= bit;
            if is_known && self.was_passed(text, texts) {
                return None;
            }
            texts += 1;
            at = space(self.bytes, end);
            match self.bytes.get(at)? {
                b',' => at = space(self.bytes, at + 1),
                b']' => return Some(()),
                _ => return None,
            }
        }
        None
    }

    /// Whether a text is among so many that stand right before the last one.
    fn was_passed(&self, text: &str, texts: usize) -> bool {
        let quotes = self.tape.quotes.get(..self.read - 2).unwrap_or_default();
        let mut passed = quotes.rchunks_exact(2).take(texts);
        passed.any(|pair| {
            // White space may stand before a text, nothing unusual in it.
            let start = (pair[0] & !UNUSUAL) as usize + 1;
            self.text.get(start..pair[1] as usize) == Some(text)
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
        let mut inside = 0_u32;
        loop {
            match *self.bytes.get(at)? {
                b'"' => {
                    let end = *self.tape.quotes.get(self.read + 1)? & !UNUSUAL;
                    self.read += 2;
                    at = end as usize + 1;
                }
                b'{' | b'[' => {
                    inside += 1;
                    at += 1;
                }
                b'}' | b']' => {
                    inside = inside.checked_sub(1)?;
                    at += 1;
                }
                b',' | b':' | b' ' | b'\n' | b'\t' | b'\r' => {
                    at += 1;
                    continue;
                }
                _ => {
                    while !matches!(
                        self.bytes.get(at)?,
                        b',' | b'}' | b']' | b' ' | b'\n' | b'\t' | b'\r'
                    ) {
                        at += 1;
                    }
                }
            }
            if inside == 0 {
                return Some(at);
            }
        }
    }
}

/// Reads an alternative into a place; `false` where the tape has to decide.
pub type ScanArm<'de, T> = fn(&mut Scanner<'de>, &mut Option<T>) -> bool;

/// What stands for the only alternative that may fit.
pub fn likely_arm<T>(likely: u64, arms: &[T]) -> Option<&T> {
    if likely.is_power_of_two() {
        arms.get(likely.trailing_zeros() as usize)
    } else {
        None
    }
}

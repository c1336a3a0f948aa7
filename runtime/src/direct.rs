//! JSON text → value, without a tape in between.
//!
//! What needs to look at a value before it is read, such as a predicate, gets a
//! tape of just that value. So does a value that does not fit: its tape tells
//! why. Where the text is not plainly JSON, `serde_json` has to decide.
use super::*;

/// Why reading has stopped.
pub enum Stop<'de> {
    /// It has not.
    No,
    /// `serde_json` has to decide.
    GaveUp,
    /// A value does not fit, and nobody has asked why so far; the member, if any, of the
    /// outermost object left by now that it is in.
    Unfit(Option<&'de str>),
    /// A value does not fit: the error, with a path that begins at the last of
    /// the steps that lead to it.
    Refused(Error, Vec<Step<'de>>),
}

/// A step on the way to a value.
pub enum Step<'de> {
    Member(&'de str),
    Item(usize),
}

/// Who tells it of a type that borrows nothing.
#[must_use]
pub const fn teller<T: for<'de> Read<'de>>() -> Option<TellWhy> {
    Some(tell_why::<T>)
}

fn tell_why<T: for<'de> Read<'de>>(text: &str) -> Error {
    match read_text::<T>(text, &mut None, Tells::All) {
        Err(error) => error,
        Ok(()) => Error::syntax_error(::serde::de::Error::custom("the text was refused before")),
    }
}

/// Reads a document into a place.
#[inline]
pub fn read_text<'de, T: Read<'de>>(
    text: &'de str,
    slot: &mut Option<T>,
    tells: Tells,
) -> Result<(), Error> {
    if let Some(error) = read_directly(text, slot, tells) {
        return Err(error);
    }
    if slot.is_none() {
        *slot = Some(from_json_by_serde(text)?);
    }
    Ok(())
}

/// Reads a document into a place, which stays empty where it does not fit: the error is given
/// unless `serde_json` has to decide. A large value is moved seldom that way.
#[inline]
pub fn read_directly<'de, T: Read<'de>>(
    text: &'de str,
    slot: &mut Option<T>,
    tells: Tells,
) -> Option<Error> {
    if !Scanner::is_short(text) {
        return None;
    }
    let mut scanner = Scanner::new(text);
    scanner.tape.read_as = T::NUMBERS;
    scanner.tells(tells);
    let is_read = scanner.read_into(slot, T::PLACE);
    if is_read && space(scanner.bytes, scanner.at) != text.len() {
        *slot = None;
    }
    scanner.end()
}

impl<'de> Scanner<'de> {
    /// Leaves it to others to tell why a value does not fit. A number beyond doubles may follow
    /// where digits are kept, which would have to be told first.
    fn tells(&mut self, tells: Tells) {
        match tells {
            Tells::Later(later) if !self.keeps_digits => {
                self.later = Some(later);
                self.tape.telling.set(Telling::Quiet);
            }
            Tells::Line => self.tape.is_brief = true,
            _ => {}
        }
    }

    /// Why the document does not fit, unless `serde_json` has to decide.
    fn end(&mut self) -> Option<Error> {
        self.tape.recycle();
        self.recycle_notes();
        match ::core::mem::replace(&mut self.stop, Stop::No) {
            Stop::Unfit(_) => self
                .later
                .map(|later| Error::untold(Untold::new(self.text, later))),
            // A number beyond doubles may follow, which the tape of the whole says first.
            Stop::Refused(error, steps) if !self.keeps_digits => Some(error.inside(&steps)),
            _ => None,
        }
    }

    /// Reads a value; `place` is where it is asked for.
    #[inline]
    pub fn read_value<T: Read<'de>>(&mut self, place: &'static Place) -> Option<T> {
        let mut slot = None;
        self.read_into(&mut slot, place);
        slot
    }

    /// The same into a place, which is empty where there is none.
    #[inline]
    pub fn read_into<T: Read<'de>>(&mut self, slot: &mut Option<T>, place: &'static Place) -> bool {
        let (at, levels) = (self.at, self.levels);
        let mut is_read = T::scan_into(self, place, slot);
        if !is_read {
            *slot = self.second_look(at, levels, place);
            is_read = slot.is_some();
        }
        is_read
    }

    /// Reads a value that could not be read at once, unless it is known why.
    #[cold]
    fn second_look<T: Read<'de>>(
        &mut self,
        at: usize,
        levels: u32,
        place: &'static Place,
    ) -> Option<T> {
        self.goes_back(at, levels)?;
        self.on_tape(place)
    }

    /// Goes back to where a value begins, unless it is known why it could not be read.
    fn goes_back(&mut self, at: usize, levels: u32) -> Option<()> {
        if !matches!(self.stop, Stop::No) {
            return None;
        }
        self.at = at;
        self.levels = levels;
        let quotes = &self.tape.quotes;
        self.read = quotes.partition_point(|quote| ((quote & !UNUSUAL) as usize) < at);
        Some(())
    }

    /// Reads a value from a tape of its own.
    pub fn on_tape<T: Read<'de>>(&mut self, place: &'static Place) -> Option<T> {
        self.fill_tape()?;
        let value = match self.tape.read(0, place) {
            Ok(value) => Some(value),
            Err(fault) => self.refuse_on_tape(&fault),
        };
        self.tape.clear();
        value
    }

    /// Puts the next value on the tape.
    pub(crate) fn fill_tape(&mut self) -> Option<()> {
        self.tape.reuse();
        let Some(end) = self.value(self.at, self.levels) else {
            self.stop = Stop::GaveUp;
            return None;
        };
        self.at = end;
        Some(())
    }

    #[cold]
    fn refuse_on_tape<T>(&mut self, fault: &Fault) -> Option<T> {
        self.refuse(|tape| Error::from_fault(tape, fault));
        None
    }

    /// Stops at a value that does not fit.
    #[cold]
    pub(crate) fn refuse(&mut self, tell: impl FnOnce(&Tape<'de>) -> Error) {
        self.stop = match self.later {
            Some(_) => Stop::Unfit(None),
            None => Stop::Refused(tell(&self.tape), Vec::new()),
        };
    }

    /// Forgets why a value itself does not fit that could have been null, too:
    /// the tape, which is asked then, says so.
    #[cold]
    pub fn or_null(&mut self) {
        if matches!(&self.stop, Stop::Refused(_, steps) if steps.is_empty()) {
            self.stop = Stop::No;
        }
    }

    /// Notes a step to the value that does not fit.
    #[cold]
    pub(crate) fn step(&mut self, step: Step<'de>) {
        match (&mut self.stop, step) {
            (Stop::Refused(_, steps), step) => steps.push(step),
            (Stop::Unfit(member), Step::Member(name)) => *member = Some(name),
            _ => {}
        }
    }

    /// Takes `null`, if it is there.
    #[inline]
    pub fn takes_null(&mut self) -> bool {
        self.takes(b"null")
    }

    /// Reads `true` or `false`.
    pub fn read_boolean(&mut self) -> Option<bool> {
        if self.takes(b"true") {
            return Some(true);
        }
        self.takes(b"false").then_some(false)
    }

    #[inline]
    fn takes(&mut self, word: &[u8]) -> bool {
        let is_there = self
            .bytes
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word));
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    /// Reads a text.
    #[inline]
    pub fn text(&mut self) -> Option<::alloc::borrow::Cow<'de, str>> {
        if self.bytes.get(self.at) != Some(&b'"') {
            return None;
        }
        let (text, end) = self.text_at(self.at)?;
        self.at = end;
        Some(text)
    }

    /// Reads a number.
    pub fn numeral(&mut self) -> Option<Num> {
        let (number, end) = self.number(self.at)?;
        self.at = end;
        Some(number)
    }

    /// Reads an integer.
    pub fn read_integer(&mut self) -> Option<i128> {
        let number = self.numeral()?;
        if self.tape.takes_integer(&number) {
            number.to_integer().ok()
        } else {
            None
        }
    }

    /// Reads a value of any kind.
    pub fn read_any(&mut self, place: &'static Place) -> Option<::serde_json::Value> {
        Some(match self.bytes.get(self.at)? {
            b'"' => ::serde_json::Value::String(self.text()?.into_owned()),
            b'n' if self.takes_null() => ::serde_json::Value::Null,
            b't' | b'f' => ::serde_json::Value::Bool(self.read_boolean()?),
            b'[' => ::serde_json::Value::Array(<Vec<_> as Read>::scan(self, place)?),
            b'{' => ::serde_json::Value::Object(<::serde_json::Map<String, _> as Read>::scan(
                self, place,
            )?),
            _ => ::serde_json::Value::Number(<::serde_json::Number as Read>::scan(self, place)?),
        })
    }

    /// Reads an array, each item by a call of `push`.
    #[inline]
    pub fn read_items<T: Read<'de>>(
        &mut self,
        place: &'static Place,
        mut push: impl FnMut(T),
    ) -> Option<()> {
        let is_distinct = ::core::mem::take(&mut self.is_distinct);
        let first = self.sums.len();
        self.open(b'[')?;
        if self.closes(b']') {
            return Some(());
        }
        for position in 0.. {
            let (at, quote) = (self.at, self.read);
            let mut slot = None;
            self.read_into(&mut slot, place.inside());
            let Some(item) = slot else {
                self.refuses_item(position, is_distinct);
                return None;
            };
            push(item);
            if is_distinct && !self.differs(first, at, quote) {
                return None;
            }
            if !self.goes_on(b']')? {
                break;
            }
        }
        self.sums.truncate(first);
        Some(())
    }

    /// Notes an item that does not fit. Where items have to differ, that is told first, by the
    /// tape of all.
    #[cold]
    fn refuses_item(&mut self, position: usize, is_distinct: bool) {
        match self.stop {
            Stop::Refused(..) if is_distinct => self.stop = Stop::No,
            _ => self.step(Step::Item(position)),
        }
    }

    /// Reads an object with declared members where it will stand.
    #[inline]
    pub fn record<T: Record<'de>>(&mut self, slot: &mut Option<T>) -> bool {
        let Some(members) = self.open_members() else {
            return false;
        };
        let is_read = T::fill::<()>(slot, &mut MemberAccess::InText(members)).is_some();
        if !is_read {
            *slot = None;
        }
        is_read
    }

    /// Reads an object, each member by a call of `insert`, which says whether
    /// its name is a new one.
    pub fn read_map<N: Read<'de>, T: Read<'de>>(
        &mut self,
        place: &'static Place,
        mut insert: impl FnMut(N, T) -> bool,
    ) -> Option<()> {
        let mut members = self.open_members()?;
        while let Some(name) = members.next_name() {
            let name = N::named(name)?;
            let mut slot = None;
            members.read(&mut slot, place.inside())?;
            if !insert(name, slot?) {
                return None;
            }
        }
        members.end()
    }

    /// Begins an object.
    #[inline]
    pub fn open_members(&mut self) -> Option<TextAccess<'_, 'de>> {
        let collects = ::core::mem::take(&mut self.collects);
        self.open(b'{')?;
        Some(TextAccess {
            scanner: self,
            collects,
            name: "",
            is_first: true,
            is_over: false,
        })
    }

    #[inline]
    pub(crate) fn open(&mut self, bracket: u8) -> Option<()> {
        if self.bytes.get(self.at) != Some(&bracket) {
            return None;
        }
        self.levels = self.levels.checked_sub(1)?;
        self.at = space(self.bytes, self.at + 1);
        Some(())
    }

    #[inline]
    pub(crate) fn closes(&mut self, bracket: u8) -> bool {
        let closes = self.bytes.get(self.at) == Some(&bracket);
        if closes {
            self.at += 1;
            self.levels += 1;
        }
        closes
    }

    /// Goes to what follows behind a comma; false where the bracket closes instead.
    #[inline]
    pub(crate) fn goes_on(&mut self, bracket: u8) -> Option<bool> {
        if self.closes(bracket) {
            return Some(false);
        }
        if let Some(at) = behind(self.bytes, self.at, b',') {
            self.at = at;
            return Some(true);
        }
        self.at = space(self.bytes, self.at);
        self.closes(bracket).then_some(false)
    }
}

//! JSON text → value, without a tape in between.
//!
//! Whatever does not fit is given up, and the whole text is read again by way
//! of a tape, which finds out what is wrong. Only what needs to look at a value
//! before it is read, such as a predicate, gets a tape of just that value.
use super::*;

/// Reads a document; `None` where the tape has to decide.
pub(super) fn read_directly<'de, T: Read<'de>>(text: &'de str) -> ::std::option::Option<T> {
    let mut scanner = Scanner::new(text)?;
    let value = T::scan(&mut scanner);
    let is_whole = space(scanner.bytes, scanner.at) == text.len();
    scanner.tape.recycle();
    value.filter(|_| is_whole)
}

impl<'de> Scanner<'de> {
    /// Reads a value from a tape of its own.
    pub(super) fn on_tape<T: Read<'de>>(&mut self) -> ::std::option::Option<T> {
        let start = self.tape.nodes.len();
        let (numbers, texts) = (self.tape.numbers.len(), self.tape.texts.len());
        self.at = self.value(self.at, self.levels)?;
        let value = T::read(&self.tape, start, "").ok()?;
        self.tape.nodes.truncate(start);
        self.tape.numbers.truncate(numbers);
        self.tape.texts.truncate(texts);
        self.tape.forget_verdicts();
        Some(value)
    }

    /// Takes `null`, if it is there.
    #[inline]
    pub(super) fn takes_null(&mut self) -> bool {
        self.takes(b"null")
    }

    /// Reads `true` or `false`.
    pub(super) fn boolean(&mut self) -> ::std::option::Option<bool> {
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
    pub(super) fn text(&mut self) -> ::std::option::Option<::std::borrow::Cow<'de, str>> {
        if self.bytes.get(self.at) != Some(&b'"') {
            return None;
        }
        let (text, end) = self.text_at(self.at)?;
        self.at = end;
        Some(text)
    }

    /// Reads a number.
    pub(super) fn numeral(&mut self) -> ::std::option::Option<Num> {
        let (number, end) = self.number(self.at)?;
        self.at = end;
        Some(number)
    }

    /// Reads a value of any kind.
    pub(super) fn any(&mut self) -> ::std::option::Option<::serde_json::Value> {
        Some(match self.bytes.get(self.at)? {
            b'"' => ::serde_json::Value::String(self.text()?.into_owned()),
            b'n' if self.takes_null() => ::serde_json::Value::Null,
            b't' | b'f' => ::serde_json::Value::Bool(self.boolean()?),
            b'[' => ::serde_json::Value::Array(Read::scan(self)?),
            b'{' => ::serde_json::Value::Object(Read::scan(self)?),
            _ => ::serde_json::Value::Number(Read::scan(self)?),
        })
    }

    /// Reads an array, each item by a call of `item`.
    #[inline]
    pub(super) fn items(
        &mut self,
        mut item: impl ::std::ops::FnMut(&mut Self) -> ::std::option::Option<()>,
    ) -> ::std::option::Option<()> {
        self.open(b'[')?;
        if self.closes(b']') {
            return Some(());
        }
        loop {
            item(self)?;
            self.at = space(self.bytes, self.at);
            if self.closes(b']') {
                return Some(());
            }
            self.comma()?;
        }
    }

    /// Reads an object with declared members.
    pub(super) fn record<T: Record<'de>>(&mut self) -> ::std::option::Option<T> {
        T::read_members(self.members()?).ok()
    }

    /// Reads an object, each member by a call of `insert`, which says whether
    /// its name is a new one.
    pub(super) fn map<N: BagName<'de>, T: Read<'de>>(
        &mut self,
        mut insert: impl ::std::ops::FnMut(N, T) -> bool,
    ) -> ::std::option::Option<()> {
        let mut members = self.members()?;
        while members.next_name()? {
            let name = members.take_name();
            if !insert(name, T::scan(members.scanner)?) {
                return None;
            }
        }
        Some(())
    }

    /// Begins an object.
    #[inline]
    pub(super) fn members(&mut self) -> ::std::option::Option<TextAccess<'_, 'de>> {
        self.open(b'{')?;
        Some(TextAccess {
            scanner: self,
            name: "",
            is_first: true,
        })
    }

    #[inline]
    fn open(&mut self, bracket: u8) -> ::std::option::Option<()> {
        if self.bytes.get(self.at) != Some(&bracket) {
            return None;
        }
        self.levels = self.levels.checked_sub(1)?;
        self.at = space(self.bytes, self.at + 1);
        Some(())
    }

    #[inline]
    fn closes(&mut self, bracket: u8) -> bool {
        let closes = self.bytes.get(self.at) == Some(&bracket);
        if closes {
            self.at += 1;
            self.levels += 1;
        }
        closes
    }

    #[inline]
    fn comma(&mut self) -> ::std::option::Option<()> {
        if self.bytes.get(self.at) != Some(&b',') {
            return None;
        }
        self.at = space(self.bytes, self.at + 1);
        Some(())
    }
}

/// The members of an object in a text.
pub(super) struct TextAccess<'s, 'de> {
    scanner: &'s mut Scanner<'de>,
    name: &'de str,
    is_first: bool,
}

impl<'de> MemberAccess<'de> for TextAccess<'_, 'de> {
    type Fault = Abandoned;

    #[inline]
    fn advance(&mut self) -> ::std::result::Result<bool, Abandoned> {
        self.next_name().ok_or(Abandoned)
    }

    #[inline]
    fn name(&self) -> &str {
        self.name
    }

    #[inline]
    fn take_name<N: BagName<'de>>(&mut self) -> N {
        ::std::borrow::Cow::Borrowed(self.name).into()
    }

    #[inline]
    fn value<T: Read<'de>>(&mut self, _: &'static str) -> ::std::result::Result<T, Abandoned> {
        T::scan(self.scanner).ok_or(Abandoned)
    }

    fn fault(&self, _: &'static str, _: Reason) -> Abandoned {
        Abandoned
    }

    fn member_fault(&self, _: &'static str, _: Reason) -> Abandoned {
        Abandoned
    }
}

impl TextAccess<'_, '_> {
    /// Goes to the next member's value; `false` behind the last one.
    #[inline]
    fn next_name(&mut self) -> ::std::option::Option<bool> {
        let scanner = &mut *self.scanner;
        let bytes = scanner.bytes;
        let mut at = space(bytes, scanner.at);
        match bytes.get(at)? {
            b'}' => {
                scanner.at = at + 1;
                scanner.levels += 1;
                return Some(false);
            }
            b',' if !self.is_first => at = space(bytes, at + 1),
            _ if self.is_first => {}
            _ => return None,
        }
        self.is_first = false;
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        // Names with escapes are left to the tape.
        let (name, end) = scanner.plain_at(at)?;
        if scanner.keeps_digits && name == NUMBER_MEMBER {
            return None;
        }
        at = space(bytes, end);
        if bytes.get(at) != Some(&b':') {
            return None;
        }
        self.name = name;
        scanner.at = space(bytes, at + 1);
        Some(true)
    }
}

/// What is not read without a tape.
pub(super) struct Abandoned;

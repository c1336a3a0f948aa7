//! Alternatives that are read from the text: the one that may fit, or one after another.
use super::*;

impl<'de> Scanner<'de> {
    /// Reads what a variant holds.
    #[inline]
    pub fn read_arm<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> bool {
        let mut value = None;
        self.read_into(&mut value, place);
        put(&mut value, slot, variant)
    }

    /// Reads a value that the first alternative may fit; nothing is told where it does not,
    /// since the others have to be asked, unless one of the members does not that all share.
    #[inline]
    pub fn attempt<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
        shared: &[&str],
    ) -> bool {
        self.attempted(place, slot, variant, Some(shared))
    }

    /// The same where no other alternative may fit. One that refuses a value is told by the
    /// tape of the outermost of those that are in one another, once.
    #[inline]
    pub fn attempt_told<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> bool {
        self.attempted(place, slot, variant, None)
    }

    /// The same of what the one member of an object holds.
    #[inline]
    pub fn attempt_sole<T: Read<'de>, U>(
        &mut self,
        member: &str,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> bool {
        let scan = |scanner: &mut Self, value: &mut _| {
            let is_read = scanner.sole(member, place, value).is_some();
            if !is_read {
                *value = None;
            }
            is_read
        };
        self.attempted_by(scan, slot, variant, None)
    }

    /// Reads the value of the one member that an object has.
    fn sole<T: Read<'de>>(
        &mut self,
        member: &str,
        place: &'static Place,
        value: &mut Option<T>,
    ) -> Option<()> {
        let mut members = self.open_members()?;
        members.next_name().filter(|name| *name == member)?;
        members.read(value, place)?;
        match members.next_name() {
            None => members.end(),
            Some(_) => None,
        }
    }

    /// Reads a value that one of several alternatives may fit, none of whose values have others
    /// inside.
    #[inline]
    pub fn attempt_next<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
    ) -> bool {
        matches!(self.stop, Stop::No) && self.attempted(place, slot, variant, Some(&[]))
    }

    /// Reads a text that stands for an alternative, or for one of several.
    #[inline]
    pub fn takes_text_of<U>(
        &mut self,
        slot: &mut Option<U>,
        value: impl FnOnce(&str) -> Option<U>,
    ) -> bool {
        let (at, read) = (self.at, self.read);
        let goes_on = matches!(self.stop, Stop::No);
        let found = if goes_on { self.text() } else { None };
        *slot = found.and_then(|text| value(&text));
        if slot.is_none() {
            (self.at, self.read) = (at, read);
        }
        slot.is_some()
    }

    /// Reads one of several values; arrays and objects take a tape.
    pub fn one_of<T: Copy>(
        &mut self,
        values: &[T],
        constant: fn(T) -> &'static Constant,
    ) -> Option<T> {
        let mut values = values.iter().copied();
        match self.bytes.get(self.at)? {
            b'{' | b'[' => None,
            b'"' => {
                let text = self.text()?;
                values.find(|value| matches!(constant(*value), Constant::Text(is) if *is == text))
            }
            b'n' if self.takes_null() => {
                values.find(|value| matches!(constant(*value), Constant::Null))
            }
            b't' | b'f' => {
                let boolean = self.read_boolean()?;
                values.find(
                    |value| matches!(constant(*value), Constant::Boolean(is) if *is == boolean),
                )
            }
            _ => {
                let number = self.numeral()?;
                values.find(|value| match constant(*value) {
                    Constant::Integer(is) => number.compare_integer(*is).is_eq(),
                    Constant::Number(is) => number.compare_text(is).is_eq(),
                    _ => false,
                })
            }
        }
    }

    /// Reads what one of such alternatives fits, unless another does, too.
    pub fn only_one<U>(&mut self, arms: &[ScanArm<'de, U>], slot: &mut Option<U>) -> bool {
        let (at, read) = (self.at, self.read);
        let mut end = None;
        for arm in arms {
            let mut value = None;
            (self.at, self.read) = (at, read);
            if arm(self, &mut value) {
                if end.replace((self.at, self.read)).is_some() {
                    *slot = None;
                    return false;
                }
                *slot = value;
            }
            if !matches!(self.stop, Stop::No) {
                *slot = None;
                return false;
            }
        }
        if let Some(end) = end {
            (self.at, self.read) = end;
        }
        end.is_some()
    }

    /// Reads a value of a type, or goes back to where it begins.
    #[inline]
    fn attempted<T: Read<'de>, U>(
        &mut self,
        place: &'static Place,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
        shared: Option<&[&str]>,
    ) -> bool {
        let scan = |scanner: &mut Self, value: &mut _| T::scan_into(scanner, place, value);
        self.attempted_by(scan, slot, variant, shared)
    }

    /// Reads a value, or goes back to where it begins; a refusal is forgotten where it has to be
    /// told otherwise, or where others have to be asked, with which members are `shared`.
    fn attempted_by<T, U>(
        &mut self,
        scan: impl FnOnce(&mut Self, &mut Option<T>) -> bool,
        slot: &mut Option<U>,
        variant: impl FnOnce(T) -> U,
        shared: Option<&[&str]>,
    ) -> bool {
        let (at, levels, read) = (self.at, self.levels, self.read);
        let mut value = None;
        let alone = u32::from(shared.is_none());
        self.attempts += alone;
        let is_read = scan(self, &mut value);
        self.attempts -= alone;
        let goes_back = match self.stop {
            Stop::No => true,
            Stop::GaveUp => false,
            Stop::Unfit(member) => {
                shared.is_some_and(|shared| !member.is_some_and(|member| shared.contains(&member)))
            }
            Stop::Refused(..) => shared.is_some() || self.attempts == 0,
        };
        if !is_read && goes_back {
            self.stop = Stop::No;
            self.at = at;
            self.levels = levels;
            self.read = read;
        }
        put(&mut value, slot, variant)
    }
}

/// Puts a value into a place, as what a variant holds. The place is emptied before the value is
/// touched, so that a large one is moved once.
#[inline]
fn put<T, U>(value: &mut Option<T>, slot: &mut Option<U>, variant: impl FnOnce(T) -> U) -> bool {
    *slot = None;
    if let Some(value) = value.take() {
        *slot = Some(variant(value));
    }
    slot.is_some()
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

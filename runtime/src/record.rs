//! Objects with declared members, read from wherever their members are.
use super::*;

/// A type that is read member by member.
pub trait Record<'de>: Sized {
    /// Reads the members into a place; `None` where they do not fit: the members know why,
    /// and what is in the place then is no value.
    ///
    /// `Once` stands for nothing: what has a parameter is compiled once in a crate that uses
    /// it, and not beside each use.
    fn fill<Once>(slot: &mut Option<Self>, members: &mut MemberAccess<'_, 'de>) -> Option<()>;
}

/// What a bag can keep names as.
pub trait BagName<'de>: ::alloc::borrow::Borrow<str> + Ord
where
    Self: From<::alloc::borrow::Cow<'de, str>>,
{
}

impl BagName<'_> for String {}
impl<'de> BagName<'de> for ::alloc::borrow::Cow<'de, str> {}

/// The members of an object, one after another.
pub enum MemberAccess<'a, 'de> {
    // Only with `Scanner`.
    InText(TextAccess<'a, 'de>),
    OnTape(TapeAccess<'a, 'de>),
}

impl<'de> MemberAccess<'_, 'de> {
    /// Goes to the next member, and gives its name; `None` behind the last one, and where
    /// [`Self::end`] says that there is no object.
    #[inline]
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<&str> {
        match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.next_name(),
            Self::OnTape(tape_access) => tape_access.next_name(),
        }
    }

    // Only with `Scanner`.
    /// Ends the members; `None` where they do not end as those of an object do.
    #[inline]
    pub fn end(&self) -> Option<()> {
        match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.end(),
            Self::OnTape(_) => Some(()),
        }
    }

    /// Reads the value of a declared member into its field.
    #[inline]
    pub fn read<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Option<()> {
        match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.read(field, place),
            Self::OnTape(tape_access) => tape_access.read(field, place),
        }
    }

    /// Keeps a member that is not declared.
    pub fn keep<Owner, V: Read<'de>, N: BagName<'de>>(
        &mut self,
        bag: &mut AdditionalProperties<Owner, V, N>,
        place: &'static Place,
    ) -> Option<()> {
        let (name, value) = match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.hold(place)?,
            Self::OnTape(tape_access) => tape_access.hold(place)?,
        };
        bag.push(name.into(), value);
        Some(())
    }

    /// Ends a bag of what was kept; `None` where a name is there twice.
    #[allow(clippy::unused_self)]
    pub fn kept<Owner, V, N: BagName<'de>>(
        &self,
        bag: &mut AdditionalProperties<Owner, V, N>,
    ) -> Option<()> {
        bag.sort().then_some(())
    }

    /// Refuses an object that lacks a member; where that is told at once, its tape tells.
    #[cold]
    pub fn missing(&mut self, schema: &'static str, lack: &'static Lack) -> Option<()> {
        match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.scanner.unfit(),
            Self::OnTape(tape_access) => {
                let reason = Reason::Lacks(lack);
                tape_access.fault = Some(Fault::new(tape_access.at, schema, reason));
            }
        }
        None
    }

    /// Refuses a member of a name that is none of the declared; where that is told at once, the
    /// tape of the object tells.
    #[cold]
    pub fn not_allowed(
        &mut self,
        place: &'static Place,
        declared: &'static [&'static str],
    ) -> Option<()> {
        match self {
            // Only with `Scanner`.
            Self::InText(text_access) => text_access.scanner.unfit(),
            Self::OnTape(tape_access) => {
                let TapeAccess { tape, value, .. } = tape_access;
                let reason = Reason::Undeclared(declared);
                tape_access.fault = Some(place.refuse(tape, *value, reason));
            }
        }
        None
    }
}

/// The members of an object on a tape, each name there once.
pub struct TapeAccess<'t, 'de> {
    tape: &'t Tape<'de>,
    at: usize,
    members: Members<'t, 'de>,
    value: usize,
    fault: Option<Fault>,
}

impl<'de> Tape<'de> {
    /// Reads an object with declared members, of which some things are asked.
    pub fn record<T: Record<'de>>(
        &self,
        at: usize,
        place: &'static Place,
        asks: &[Check],
    ) -> Result<T, Fault> {
        let mut members = MemberAccess::OnTape(self.open_record(at, place, asks)?);
        let mut slot = None;
        let is_read = T::fill::<()>(&mut slot, &mut members).is_some();
        match (slot, members) {
            (Some(record), _) if is_read => Ok(record),
            (
                _,
                MemberAccess::OnTape(TapeAccess {
                    fault: Some(fault), ..
                }),
            ) => Err(fault),
            _ => Err(place.refuse(self, at, Reason::Kind(Kinds::OBJECT))),
        }
    }

    fn open_record(
        &self,
        at: usize,
        place: &'static Place,
        asks: &[Check],
    ) -> Result<TapeAccess<'_, 'de>, Fault> {
        let members = self.object(at, place)?;
        for ask in asks {
            ask(self, at)?;
        }
        Ok(TapeAccess {
            tape: self,
            at,
            members,
            value: at,
            fault: None,
        })
    }
}

impl<'t, 'de> TapeAccess<'t, 'de> {
    #[inline(never)]
    fn next_name(&mut self) -> Option<&'t str> {
        let (name, value) = self.members.next()?;
        self.value = value;
        Some(name)
    }

    fn value<T: Read<'de>>(&mut self, place: &'static Place) -> Option<T> {
        let read = self.tape.read(self.value, place);
        read.map_err(|fault| self.fault = Some(fault)).ok()
    }

    #[inline(never)]
    fn read<T: Read<'de>>(&mut self, field: &mut Option<T>, place: &'static Place) -> Option<()> {
        *field = self.value(place);
        field.is_some().then_some(())
    }

    fn hold<T: Read<'de>>(
        &mut self,
        place: &'static Place,
    ) -> Option<(::alloc::borrow::Cow<'de, str>, Held<T>)> {
        let value = Held::Value(self.value(place)?);
        Some((self.tape.name_of(self.value), value))
    }
}

impl Scanner<'_> {
    /// Stops at an object that does not fit; where that is told at once, its tape is asked.
    #[cold]
    fn unfit(&mut self) {
        if self.later.is_some() {
            self.stop = Stop::Unfit(None);
        }
    }
}

//! Objects with declared members, read from wherever their members are.
use super::*;

/// A type that is read member by member.
pub trait Record<'de>: Sized {
    /// Reads the members.
    fn read_members<M: MemberAccess<'de>>(members: M) -> Result<Self, M::Fault>;
}

/// A type of which nothing has to be there: it is filled where it stands, since many
/// members take long to move.
pub trait Blank<'de>: Sized {
    /// A value without members.
    const BLANK: Self;

    /// Reads the members.
    fn fill<M: MemberAccess<'de>>(&mut self, members: M) -> Result<(), M::Fault>;
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
pub trait MemberAccess<'de> {
    /// What tells that the object does not fit.
    type Fault;

    /// Goes to the next member; `false` behind the last one.
    fn advance(&mut self) -> Result<bool, Self::Fault>;

    /// The member's name.
    fn name(&self) -> &str;

    /// The member's name, to be kept.
    fn take_name<N: BagName<'de>>(&mut self) -> N;

    /// Reads the member's value.
    fn value<T: Read<'de>>(&mut self, place: &'static Place) -> Result<T, Self::Fault>;

    /// Reads the member's value, as a bag keeps it.
    fn hold<T: Read<'de>>(&mut self, place: &'static Place) -> Result<Held<T>, Self::Fault> {
        self.value(place).map(Held::Value)
    }

    /// Reads the member's value into its field.
    fn fill<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Result<(), Self::Fault>;

    /// The fault of a member that is not there.
    fn missing(&mut self, schema: &'static str, name: &'static str) -> Self::Fault;

    /// The fault of a member of a name that nothing allows.
    fn not_allowed(&mut self, place: &'static Place) -> Self::Fault;

    // Only with `Scanner`.
    /// The fault of a member whose name stood there before; readers of a tape
    /// meet none.
    fn repeated(&mut self) -> Self::Fault;

    /// Goes to the next member, and gives its name.
    #[inline]
    fn next(&mut self) -> Result<Option<&str>, Self::Fault> {
        Ok(if self.advance()? {
            Some(self.name())
        } else {
            None
        })
    }

    /// Reads the value of a declared member.
    #[inline]
    fn read<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Result<(), Self::Fault> {
        // Only with `Scanner`.
        if field.is_some() {
            return Err(self.repeated());
        }
        self.fill(field, place)
    }

    /// Keeps a member that is not declared.
    fn keep<Owner, V: Read<'de>, N: BagName<'de>>(
        &mut self,
        bag: &mut AdditionalProperties<Owner, V, N>,
        place: &'static Place,
    ) -> Result<(), Self::Fault> {
        let name = self.take_name();
        bag.push(name, self.hold(place)?);
        Ok(())
    }

    /// Ends a bag of what was kept.
    fn kept<Owner, V, N: BagName<'de>>(
        &mut self,
        bag: &mut AdditionalProperties<Owner, V, N>,
    ) -> Result<(), Self::Fault> {
        let is_new = bag.sort();
        // Only with `Scanner`.
        if !is_new {
            return Err(self.repeated());
        }
        Ok(())
    }
}

/// The members of an object on a tape.
pub struct TapeAccess<'t, 'de> {
    tape: &'t Tape<'de>,
    at: usize,
    members: Members<'t, 'de>,
    name: &'t str,
    value: usize,
}

impl<'de> Tape<'de> {
    /// The members of an object, to be read.
    pub fn record(&self, at: usize, place: &'static Place) -> Result<TapeAccess<'_, 'de>, Fault> {
        Ok(TapeAccess {
            tape: self,
            at,
            members: self.object(at, place)?,
            name: "",
            value: at,
        })
    }
}

impl<'de> MemberAccess<'de> for TapeAccess<'_, 'de> {
    type Fault = Fault;

    #[inline]
    fn advance(&mut self) -> Result<bool, Fault> {
        let Some((name, value)) = self.members.next() else {
            return Ok(false);
        };
        self.name = name;
        self.value = value;
        Ok(true)
    }

    #[inline]
    fn name(&self) -> &str {
        self.name
    }

    #[inline]
    fn take_name<N: BagName<'de>>(&mut self) -> N {
        self.tape.name_of(self.value).into()
    }

    #[inline]
    fn value<T: Read<'de>>(&mut self, here: &'static Place) -> Result<T, Fault> {
        T::read(self.tape, self.value, here)
    }

    #[inline]
    fn fill<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        place: &'static Place,
    ) -> Result<(), Fault> {
        *field = Some(self.value(place)?);
        Ok(())
    }

    #[cold]
    fn missing(&mut self, schema: &'static str, name: &'static str) -> Fault {
        Fault::new(self.at, schema, Reason::Missing(name))
    }

    #[cold]
    fn not_allowed(&mut self, place: &'static Place) -> Fault {
        place.refuse(self.tape, self.value, Reason::NotAllowed)
    }

    // Only with `Scanner`.
    #[cold]
    fn repeated(&mut self) -> Fault {
        Fault::new(self.value, "#", Reason::NotAllowed)
    }
}

//! Where a schema says what a value has to be.
use super::*;

/// Where a schema says what a value has to be; looked at where it is not.
pub enum Place {
    /// At one keyword, which refuses everything that the type does not hold.
    At(&'static str),
    /// At several: one of the predicates refuses the value.
    Asked(&'static [Check], &'static str),
    /// That of a list or a map, and that of its items or values.
    Of(&'static Place, &'static Place),
    /// That of an array, and the bounds that its Rust type has by itself.
    Between(&'static Place, &'static str, &'static str),
    /// That of an integer, and the bounds that refuse what its Rust type does not hold.
    Bounds(&'static Place, Option<Bound>, Option<Bound>),
    /// That of a member with one value, which stands there and as an error shows it.
    Fixed(&'static Constant, &'static str, &'static Place),
}

/// A bound of numbers: the keyword, what is said of what is beyond, and the limit.
pub struct Bound(
    pub &'static str,
    pub fn(&'static str) -> Reason,
    pub &'static str,
);

/// The refusal of an integer that was built in code, and that its Rust type does not hold.
#[cold]
pub fn beyond<T: ::serde::Serialize>(
    value: &T,
    place: &'static Place,
    rust: &'static str,
) -> Refused {
    match Tape::from_serialize(value) {
        Ok(tape) => Refused::from_fault(&tape, place.beyond(&tape, 0, Reason::Range(rust))),
        Err(_) => Refused::by_type(Reason::Range(rust)),
    }
}

/// The refusal of a value that was built in code.
#[cold]
pub fn refused<T: ::serde::Serialize + ?Sized>(
    value: &T,
    place: &'static Place,
    reason: Reason,
) -> Refused {
    match Tape::from_serialize(value) {
        Ok(tape) => {
            let fault = place.refuse(&tape, 0, reason);
            Refused::from_fault(&tape, fault)
        }
        Err(error) => {
            let reason = Reason::Unwritable(error.to_string().into_boxed_str());
            Refused::by_type(reason)
        }
    }
}

impl Place {
    /// Where items and values are asked for.
    pub fn inside(&'static self) -> &'static Self {
        match self {
            Self::Of(_, inside) => inside,
            _ => self,
        }
    }

    /// The fault of a value that is not what it has to be.
    // Each arm may be left out where this is pasted.
    #[cold]
    #[allow(clippy::match_same_arms)]
    pub fn refuse(&self, tape: &Tape<'_>, at: usize, reason: Reason) -> Fault {
        match self {
            Self::At(schema) => Fault::new(at, schema, reason),
            Self::Asked(checks, schema) => checks
                .iter()
                .find_map(|asked| asked(tape, at).err())
                .unwrap_or_else(|| Fault::new(at, schema, reason)),
            Self::Of(own, _) => own.refuse(tape, at, reason),
            Self::Between(own, ..) => own.refuse(tape, at, reason),
            Self::Bounds(own, ..) => own.refuse(tape, at, reason),
            Self::Fixed(_, _, own) => own.refuse(tape, at, reason),
        }
    }

    /// The fault of a list that has not the number of items that its Rust type has.
    #[cold]
    #[allow(clippy::match_same_arms)]
    #[inline]
    pub fn of_length(&self, at: usize, length: usize, wanted: usize) -> Fault {
        let mut own = self;
        while let Self::Of(of, _) = own {
            own = of;
        }
        let schema = match own {
            Self::Between(_, least, _) if length < wanted => least,
            Self::Between(_, _, most) => most,
            Self::At(schema) => schema,
            Self::Asked(_, schema) => schema,
            _ => "",
        };
        Fault::new(at, schema, Reason::of_length(length, wanted))
    }

    /// The fault of an integer that its Rust type does not hold.
    // Each arm may be left out where this is pasted.
    #[cold]
    #[allow(clippy::match_same_arms)]
    pub fn beyond(&self, tape: &Tape<'_>, at: usize, reason: Reason) -> Fault {
        let is_negative = tape
            .number(at)
            .is_some_and(|number| number.to_f64().is_sign_negative());
        match self {
            Self::Between(_, least, _) if is_negative => Fault::new(at, least, reason),
            Self::Between(_, _, most) => Fault::new(at, most, reason),
            Self::Bounds(_, Some(least), _) if is_negative => least.refuse(at),
            Self::Bounds(_, _, Some(most)) if !is_negative => most.refuse(at),
            _ => self.refuse(tape, at, reason),
        }
    }
}

impl Bound {
    #[cold]
    fn refuse(&self, at: usize) -> Fault {
        Fault::new(at, self.0, (self.1)(self.2))
    }
}

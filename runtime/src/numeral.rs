//! Tape → numbers.
use super::*;

impl Read<'_> for ::serde_json::Number {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        tape.number(at)
            .map(Num::to_number)
            .ok_or_else(|| place.refuse(tape, at, Reason::Kind(Kinds::NUMBER)))
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.numeral().map(|number| number.to_number())
    }
}

impl Read<'_> for f64 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let Some(number) = tape.number(at) else {
            return Err(place.refuse(tape, at, Reason::Kind(Kinds::NUMBER)));
        };
        let value = number.to_f64();
        if value.is_finite() {
            Ok(value)
        } else {
            Err(place.refuse(tape, at, Reason::Range("f64")))
        }
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner
            .numeral()
            .map(|number| number.to_f64())
            .filter(|value| value.is_finite())
    }
}

impl Read<'_> for f32 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let Some(number) = tape.number(at) else {
            return Err(place.refuse(tape, at, Reason::Kind(Kinds::NUMBER)));
        };
        let value = nearest_single(number);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(place.refuse(tape, at, Reason::Range("f32")))
        }
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner
            .numeral()
            .map(|number| nearest_single(&number))
            .filter(|value| value.is_finite())
    }
}

/// The float of 32 bits that is nearest to a number.
#[allow(clippy::cast_possible_truncation)]
#[inline]
fn nearest_single(number: &Num) -> f32 {
    number.to_f64() as f32
}

/// The exact integer that stands there.
#[inline]
pub fn integer(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<i128, Fault> {
    match tape.number(at) {
        Some(number) if tape.takes_integer(number) => {
            number.to_integer().map_err(|reason| match reason {
                Reason::Kind(_) => place.refuse(tape, at, reason),
                _ => place.beyond(tape, at, reason),
            })
        }
        _ => Err(place.refuse(tape, at, Reason::Kind(Kinds::INTEGER))),
    }
}

/// The integer that stands there, where a Rust type of this name holds it.
fn narrow<T: TryFrom<i128>>(
    tape: &Tape<'_>,
    at: usize,
    place: &'static Place,
    name: &'static str,
) -> Result<T, Fault> {
    let range = |_| place.beyond(tape, at, Reason::Range(name));
    T::try_from(integer(tape, at, place)?).map_err(range)
}

impl Read<'_> for i8 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "i8")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for u8 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "u8")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for i16 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "i16")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for u16 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "u16")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for i32 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "i32")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for u32 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "u32")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for i64 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "i64")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

impl Read<'_> for u64 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        narrow(tape, at, place, "u64")
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()?.try_into().ok()
    }
}

/// All that `i64` and `u64` hold.
impl Read<'_> for i128 {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        integer(tape, at, place)
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_integer()
    }
}

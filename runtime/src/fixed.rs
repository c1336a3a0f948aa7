//! Members that have one value: read and forgotten, since the type knows it.
use super::*;

/// The value of such a member, which its place knows.
pub struct Fixed;

impl Read<'_> for Fixed {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        match place {
            Place::Fixed(constant, shown, own) if !constant.is(tape, at) => {
                Err(own.refuse(tape, at, Reason::Constant(shown)))
            }
            _ => Ok(Self),
        }
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Self> {
        let is_it = match place {
            Place::Fixed(Constant::Text(text), ..) => scanner.text()? == *text,
            Place::Fixed(Constant::Boolean(value), ..) => scanner.read_boolean()? == *value,
            Place::Fixed(Constant::Integer(value), ..) => scanner.read_integer()? == *value,
            _ => return scanner.on_tape(place),
        };
        is_it.then_some(Self)
    }
}

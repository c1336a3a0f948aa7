//! Tape → value, for the types that are not generated.
use super::*;

/// A type that is read from a tape.
///
/// `place` is where the schema says what the value has to be. What generated
/// types ask of what is in the value, they know themselves.
///
/// What is read may borrow from the document, as `Deserialize<'de>` may.
pub trait Read<'de>: Sized {
    /// How the numbers of a document of this type are read.
    const NUMBERS: Numbers = Numbers::PLAIN;

    /// The place of a whole document of this type.
    const PLACE: &'static Place = &Place::At("#");

    // Only with `Scanner`.
    /// Who tells why a document does not fit, where that is told when somebody asks.
    const LATER: Option<TellWhy> = None;

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault>;

    /// Reads a member's name; `None` where the tape has to decide.
    fn named(_: &'de str) -> Option<Self> {
        None
    }

    /// Reads from the text itself; `None` where the tape has to decide. Types that are read
    /// where they will stand have [`Self::scan_into`] instead, which is what is called.
    fn scan(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Self> {
        scanner.on_tape(place)
    }

    /// The same into a place, which stays empty where the tape has to decide.
    #[inline]
    fn scan_into(
        scanner: &mut Scanner<'de>,
        place: &'static Place,
        slot: &mut Option<Self>,
    ) -> bool {
        *slot = Self::scan(scanner, place);
        slot.is_some()
    }

    /// The same, as a bag keeps it.
    fn hold(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Held<Self>> {
        scanner.read_value(place).map(Held::Value)
    }
}

impl Read<'_> for bool {
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        tape.boolean(at)
            .ok_or_else(|| place.refuse(tape, at, Reason::Kind(Kinds::BOOLEAN)))
    }

    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.read_boolean()
    }
}

impl Read<'_> for () {
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        tape.expected(at, Kinds::NULL, place)
    }

    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.takes_null().then_some(())
    }
}

impl Read<'_> for String {
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        tape.string(at)
            .map(str::to_owned)
            .ok_or_else(|| place.refuse(tape, at, Reason::Kind(Kinds::STRING)))
    }

    fn named(name: &str) -> Option<Self> {
        Some(name.to_owned())
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        scanner.text().map(::alloc::borrow::Cow::into_owned)
    }
}

impl Read<'_> for ::serde_json::Value {
    fn read(tape: &Tape<'_>, at: usize, _place: &'static Place) -> Result<Self, Fault> {
        Ok(tape.value(at))
    }

    fn scan(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Self> {
        scanner.read_any(place)
    }

    fn hold(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Held<Self>> {
        scanner.hold(place)
    }
}

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = T::PLACE;

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        if tape.is_null(at) {
            Ok(None)
        } else {
            T::read(tape, at, place)
                .map(Some)
                .map_err(|fault| fault.or_null(at))
        }
    }

    #[inline]
    fn scan_into(
        scanner: &mut Scanner<'de>,
        place: &'static Place,
        slot: &mut Option<Self>,
    ) -> bool {
        let inside = slot.insert(None);
        if scanner.takes_null() || T::scan_into(scanner, place, inside) {
            return true;
        }
        scanner.or_null();
        *slot = None;
        false
    }
}

impl<'de, T: Read<'de>> Read<'de> for Box<T> {
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = T::PLACE;

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        T::read(tape, at, place).map(Self::new)
    }

    fn scan_into(
        scanner: &mut Scanner<'de>,
        place: &'static Place,
        slot: &mut Option<Self>,
    ) -> bool {
        let mut value = None;
        let is_read = T::scan_into(scanner, place, &mut value);
        *slot = value.map(Self::new);
        is_read
    }
}

impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = &Place::Of(&Place::At("#"), T::PLACE);

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let Some(items) = tape.items(at) else {
            return Err(place.refuse(tape, at, Reason::Kind(Kinds::ARRAY)));
        };
        // Room for all at once: a list that is collected from results grows.
        let mut list = Self::with_capacity(items.len());
        let inside = place.inside();
        for item in items {
            list.push(T::read(tape, item, inside)?);
        }
        Ok(list)
    }

    fn scan(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Self> {
        // The first room, as much as a list grows by, is made at once, which takes less.
        let room = if size_of::<T>() <= 1024 { 4 } else { 1 };
        let mut items = Self::with_capacity(if scanner.has_items() { room } else { 0 });
        scanner.read_items(place, |item| items.push(item))?;
        Some(items)
    }
}

impl<'de, T: Read<'de>, const N: usize> Read<'de> for [T; N] {
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = &Place::Of(&Place::At("#"), T::PLACE);

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let list = <Vec<T> as Read>::read(tape, at, place)?;
        Self::try_from(list).map_err(|list| place.of_length(at, list.len(), N))
    }

    fn scan(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Self> {
        Self::try_from(<Vec<T> as Read>::scan(scanner, place)?).ok()
    }
}

impl<'de, N: Read<'de> + Ord, T: Read<'de>> Read<'de> for ::alloc::collections::BTreeMap<N, T> {
    const NUMBERS: Numbers = T::NUMBERS;
    const PLACE: &'static Place = &Place::Of(&Place::At("#"), T::PLACE);

    fn read(tape: &Tape<'de>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        collected(tape, at, place)
    }

    fn scan(scanner: &mut Scanner<'de>, place: &'static Place) -> Option<Self> {
        let mut map = Self::new();
        scanner.read_map(place, |name, value| map.insert(name, value).is_none())?;
        Some(map)
    }
}

/// The members that stand there, as a map.
pub fn collected<'de, N: Read<'de>, T: Read<'de>, M>(
    tape: &Tape<'de>,
    at: usize,
    place: &'static Place,
) -> Result<M, Fault>
where
    M: Default + Extend<(N, T)>,
{
    let Some(members) = tape.members(at) else {
        return Err(place.refuse(tape, at, Reason::Kind(Kinds::OBJECT)));
    };
    // One by one: a `BTreeMap` that is collected sorts a list of all first. A
    // name stands before its value.
    let mut map = M::default();
    let inside = place.inside();
    for (_, value) in members {
        let name = N::read(tape, value - 1, inside)?;
        map.extend([(name, T::read(tape, value, inside)?)]);
    }
    Ok(map)
}

impl Read<'_> for ::serde_json::Map<String, ::serde_json::Value> {
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        match tape.value(at) {
            ::serde_json::Value::Object(members) => Ok(members),
            _ => Err(place.refuse(tape, at, Reason::Kind(Kinds::OBJECT))),
        }
    }

    fn scan(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Self> {
        let mut map = Self::new();
        scanner.read_map(place, |name, value| map.insert(name, value).is_none())?;
        Some(map)
    }
}

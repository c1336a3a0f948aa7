//! The applicators that try several schemas on one value.
use super::*;

/// A predicate: whether a value fits a schema.
pub type Check = fn(&Tape<'_>, usize) -> Result<(), Fault>;

/// A predicate that also marks what it has evaluated.
pub type Mark = fn(&Tape<'_>, usize, &mut Marks) -> Result<(), Fault>;

/// Which of a rule's alternatives fits a value, as its place among them.
pub type Alternatives = fn(&Tape<'_>, usize) -> Result<usize, Fault>;

/// How an alternative is read.
pub type ReadArm<'de, T> = fn(&Tape<'de>, usize) -> Result<T, Fault>;

/// Which alternatives an object may fit, one bit each: those of which it has
/// all `wanted` members. `bit` gives the bit of a member's name, or none.
pub fn likely(tape: &Tape<'_>, at: usize, bit: impl Fn(&str) -> u64, wanted: &[u64]) -> u64 {
    likely_by(tape, at, bit, wanted, |found, wanted| wanted & !found == 0)
}

/// The same where an alternative also has one at least of some members, where these are told,
/// and none that is barred: `[wanted, some, barred]`. Of an object whose end is open, more
/// members may come.
pub fn likely_of(tape: &Tape<'_>, at: usize, bit: impl Fn(&str) -> u64, arms: &[[u64; 3]]) -> u64 {
    let is_open = tape.end(at) == u32::MAX as usize;
    likely_by(tape, at, bit, arms, |found, [wanted, some, barred]| {
        let has_some = *some == 0 || some & found != 0;
        (is_open || wanted & !found == 0 && has_some) && barred & found == 0
    })
}

/// One bit for each alternative that may fit, by the bits of the names that are there.
fn likely_by<A>(
    tape: &Tape<'_>,
    at: usize,
    bit: impl Fn(&str) -> u64,
    arms: &[A],
    may_fit: impl Fn(u64, &A) -> bool,
) -> u64 {
    let Some(members) = tape.members(at) else {
        return u64::MAX;
    };
    let found = members.fold(0, |found, (name, _)| found | bit(name));
    let arms = arms.iter().rev();
    arms.fold(0, |likely, arm| {
        likely << 1 | u64::from(may_fit(found, arm))
    })
}

/// Which alternatives an object may fit by the text of a member, one bit each: `bits` gives those
/// of a text, `rest` those that list none; all where there is no such member.
pub fn tagged(
    tape: &Tape<'_>,
    at: usize,
    member: &str,
    bits: impl Fn(&str) -> u64,
    rest: u64,
) -> u64 {
    match tape.member(at, member) {
        None => u64::MAX,
        Some(value) => tape.string(value).map_or(rest, bits),
    }
}

/// What the only likely alternative makes of a value, if it fits.
pub fn alone<T>(
    tape: &Tape<'_>,
    likely: u64,
    read: impl FnOnce() -> Result<T, Fault>,
) -> Option<T> {
    if likely.is_power_of_two() {
        tape.quietly(read).ok()
    } else {
        None
    }
}

/// What `quick` makes of a value. Only where that is nothing, and somebody asks
/// why, `told` goes through it again and says it: most alternatives that do not
/// apply need no words. It does so once for a document, however deep
/// alternatives lie in one another.
fn find_or_tell<T>(
    tape: &Tape<'_>,
    at: usize,
    quick: impl FnOnce() -> Option<T>,
    told: impl FnOnce() -> Result<T, Fault>,
) -> Result<T, Fault> {
    match tape.telling.get() {
        Telling::Quiet => quick().ok_or_else(|| Fault::unsaid(at)),
        Telling::All => told(),
        Telling::Last => {
            if let Some(found) = tape.quietly(quick) {
                return Ok(found);
            }
            tape.telling.set(Telling::All);
            let found = told();
            tape.telling.set(Telling::Last);
            found
        }
    }
}

/// What the first alternative that fits makes of a value. Those that are not
/// likely do not fit, and are only asked why.
pub fn first_of<'de, T>(
    tape: &Tape<'de>,
    at: usize,
    schema: &'static str,
    likely: u64,
    arms: &[(&'static str, ReadArm<'de, T>)],
) -> Result<T, Fault> {
    let is_likely = |index: usize| index >= 64 || (likely >> index) & 1 == 1;
    let quick = || {
        let likely = arms
            .iter()
            .enumerate()
            .filter(|(index, _)| is_likely(*index));
        let mut found = likely.filter_map(|(_, (_, read))| read(tape, at).ok());
        found.next()
    };
    let told = || {
        let mut faults = Vec::new();
        for (index, (name, read)) in arms.iter().enumerate() {
            match read(tape, at) {
                Ok(value) if is_likely(index) => return Ok(value),
                Ok(_) => {}
                Err(fault) => faults.push(Arm { name, fault }),
            }
        }
        Err(no_arm(at, schema, faults))
    };
    find_or_tell(tape, at, quick, told)
}

/// The same where each alternative is asked before it is read, as in recursive
/// schemas: what `known` says to fit is read at once.
pub fn first_asked<'de, T>(
    tape: &Tape<'de>,
    at: usize,
    schema: &'static str,
    known: Option<usize>,
    arms: &[(&'static str, Check, ReadArm<'de, T>)],
) -> Result<T, Fault> {
    if let Some((_, _, read)) = known.and_then(|place| arms.get(place)) {
        return read(tape, at);
    }
    let read_arm = |(_, check, read): &(&str, Check, ReadArm<'de, T>)| {
        check(tape, at)?;
        read(tape, at)
    };
    let quick = || arms.iter().find_map(|arm| read_arm(arm).ok());
    let told = || {
        let mut faults = Vec::new();
        for arm in arms {
            match read_arm(arm) {
                Ok(value) => return Ok(value),
                Err(fault) => faults.push(Arm { name: arm.0, fault }),
            }
        }
        Err(no_arm(at, schema, faults))
    };
    find_or_tell(tape, at, quick, told)
}

/// At least one alternative fits.
#[inline]
pub fn any_of(
    tape: &Tape<'_>,
    at: usize,
    schema: &'static str,
    arms: &[(&'static str, Check)],
) -> Result<(), Fault> {
    any_arm(tape, at, schema, arms).map(|_| ())
}

/// The first alternative that fits, as its place among them.
#[inline]
pub fn any_arm(
    tape: &Tape<'_>,
    at: usize,
    schema: &'static str,
    arms: &[(&'static str, Check)],
) -> Result<usize, Fault> {
    let quick = || arms.iter().position(|(_, check)| check(tape, at).is_ok());
    let told = || {
        let mut faults = Vec::new();
        for (place, (name, check)) in arms.iter().enumerate() {
            match check(tape, at) {
                Ok(()) => return Ok(place),
                Err(fault) => faults.push(Arm { name, fault }),
            }
        }
        Err(no_arm(at, schema, faults))
    };
    find_or_tell(tape, at, quick, told)
}

/// At least one alternative fits; each that does marks what it evaluates.
#[inline]
pub fn any_of_marking(
    tape: &Tape<'_>,
    at: usize,
    marks: &mut Marks,
    schema: &'static str,
    arms: &[(&'static str, Mark)],
) -> Result<(), Fault> {
    let mut fits = false;
    for (_, mark) in arms {
        let mut evaluated = marks.fresh();
        if tape.quietly(|| mark(tape, at, &mut evaluated)).is_ok() {
            marks.merge(&evaluated);
            fits = true;
        }
    }
    let told = || Err(no_arm(at, schema, why(tape, at, marks, arms)));
    find_or_tell(tape, at, || fits.then_some(()), told)
}

/// Why none of some alternatives applies.
#[inline]
fn why(tape: &Tape<'_>, at: usize, marks: &Marks, arms: &[(&'static str, Mark)]) -> Vec<Arm> {
    arms.iter()
        .filter_map(|(name, mark)| {
            let fault = mark(tape, at, &mut marks.fresh()).err()?;
            Some(Arm { name, fault })
        })
        .collect()
}

/// Exactly one alternative fits.
#[inline]
pub fn one_of(
    tape: &Tape<'_>,
    at: usize,
    schema: &'static str,
    arms: &[(&'static str, Check)],
) -> Result<(), Fault> {
    one_arm(tape, at, schema, arms).map(|_| ())
}

/// The only alternative that fits, as its place among them.
#[inline]
pub fn one_arm(
    tape: &Tape<'_>,
    at: usize,
    schema: &'static str,
    arms: &[(&'static str, Check)],
) -> Result<usize, Fault> {
    let quick = || {
        let fits = |(_, check): &(&str, Check)| check(tape, at).is_ok();
        let only = arms.iter().position(fits)?;
        (!arms[only + 1..].iter().any(fits)).then_some(only)
    };
    let told = || {
        let mut faults = Vec::new();
        let mut fitting = None;
        for (place, (name, check)) in arms.iter().enumerate() {
            match (check(tape, at), fitting) {
                (Ok(()), None) => fitting = Some((place, *name)),
                (Ok(()), Some((_, first))) => return Err(many_arms(at, schema, first, name)),
                (Err(fault), _) => faults.push(Arm { name, fault }),
            }
        }
        match fitting {
            Some((place, _)) => Ok(place),
            None => Err(no_arm(at, schema, faults)),
        }
    };
    find_or_tell(tape, at, quick, told)
}

/// Exactly one alternative fits, and marks what it evaluates.
#[inline]
pub fn one_of_marking(
    tape: &Tape<'_>,
    at: usize,
    marks: &mut Marks,
    schema: &'static str,
    arms: &[(&'static str, Mark)],
) -> Result<(), Fault> {
    let mut fitting = None;
    for (name, mark) in arms {
        let mut evaluated = marks.fresh();
        if tape.quietly(|| mark(tape, at, &mut evaluated)).is_err() {
            continue;
        }
        match &fitting {
            None => fitting = Some((*name, evaluated)),
            Some((first, _)) => return Err(many_arms(at, schema, first, name)),
        }
    }
    if let Some((_, evaluated)) = fitting {
        marks.merge(&evaluated);
        return Ok(());
    }
    let told = || Err(no_arm(at, schema, why(tape, at, marks, arms)));
    find_or_tell(tape, at, || None, told)
}

/// The fault of all alternatives, unless what stands beside them refuses the
/// value: that has been merged into each of them.
#[cold]
pub fn beside(tape: &Tape<'_>, at: usize, checks: &[Check], fault: Fault) -> Fault {
    if tape.is_quiet() {
        return fault;
    }
    let mut refusals = checks.iter().filter_map(|check| check(tape, at).err());
    refusals.next().unwrap_or(fault)
}

#[cold]
pub fn no_arm(at: usize, schema: &'static str, arms: Vec<Arm>) -> Fault {
    Fault::new(at, schema, Reason::NoArm(arms.into()))
}

#[cold]
#[inline]
pub fn many_arms(
    at: usize,
    schema: &'static str,
    first: &'static str,
    second: &'static str,
) -> Fault {
    let names = Box::new([first, second]);
    Fault::new(at, schema, Reason::ManyArms(names))
}

impl Tape<'_> {
    /// The first pair of names of which an object has the one but not the
    /// other.
    #[inline]
    pub fn dependent(
        &self,
        at: usize,
        pairs: &'static [[&'static str; 2]],
    ) -> Option<&'static [&'static str; 2]> {
        let members = self.members(at)?;
        if pairs.len().saturating_mul(members.len()) <= 256 {
            return pairs.iter().find(|[present, needed]| {
                self.member(at, present).is_some() && self.member(at, needed).is_none()
            });
        }
        let names = self.sorted_members(at);
        pairs
            .iter()
            .find(|[present, needed]| is_among(&names, present) && !is_among(&names, needed))
    }
}

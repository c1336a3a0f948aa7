//! What is told of a fault in one line: what stands there, and which of some alternatives was meant.
use super::*;

/// The alternative that a value was probably meant to fit, and how many others may have been meant: those for its
/// kind, without another constant; of these the one that has no member too few or too many, and in which the fault is
/// the farthest on.
pub(crate) fn meant_arm(at: u32, arms: &[Arm]) -> Option<(usize, usize)> {
    let rank = |arm: &Arm| match arm.fault.reason.plain() {
        Reason::Kind(_) => (arm.fault.at == at, false, 0),
        Reason::Code(_) | Reason::CodeOrNull(_) | Reason::Constant(_) => (false, true, 0),
        Reason::NotAllowed => (false, false, 2),
        Reason::Missing(_) | Reason::Dependent(_) => (false, false, 1),
        _ => (false, false, 0),
    };
    let kind = |arm: &Arm| (rank(arm).0, rank(arm).1);
    let (index, best) = arms
        .iter()
        .enumerate()
        .min_by_key(|(_, arm)| (rank(arm), u32::MAX - arm.fault.at))?;
    let alike = arms.iter().filter(|arm| kind(arm) == kind(best));
    Some((index, alike.count() - 1))
}

/// What alternatives ask for that all want another kind, or another code at one place: that place, and all that they
/// take there.
pub(crate) fn common(tape: &Tape<'_>, arms: &[Arm]) -> Option<(usize, String)> {
    let [Arm { fault, .. }, ..] = arms else {
        return None;
    };
    let mut kinds = Kinds(0);
    let mut all = Vec::new();
    for arm in arms {
        match arm.fault.reason.plain() {
            _ if arm.fault.at != fault.at => return None,
            Reason::Kind(wanted) => kinds.0 |= wanted.0,
            Reason::Code(codes) | Reason::CodeOrNull(codes) | Reason::Constant(codes) => {
                for code in codes.split(", ") {
                    if !all.contains(&code) {
                        all.push(code);
                    }
                }
            }
            _ => return None,
        }
    }
    let at = fault.at as usize;
    match (kinds.0, all.as_slice()) {
        (0, all) => Some((
            at,
            ::alloc::format!("is none of {}", Shown(&all.join(", "))),
        )),
        (_, []) => Some((at, told(tape, at, &Reason::Kind(kinds)))),
        _ => None,
    }
}

/// A reason, with what stands there where that is part of it.
pub(crate) fn told(tape: &Tape<'_>, at: usize, reason: &Reason) -> String {
    let (found, unit, side, limit) = match reason {
        Reason::Since(since) => {
            let (reason, words) = &**since;
            return ::alloc::format!("{}, since {}", told(tape, at, reason), Shown(words));
        }
        Reason::Kind(kinds) if tape.kind(at) != Kinds::NULL => {
            let kind = match tape.kind(at) {
                Kinds::FRACTION => Kinds::NUMBER,
                kind => kind,
            };
            return ::alloc::format!("is {kind}, not {kinds}");
        }
        Reason::MinLength(limit) => (letters(tape, at), "character", "fewer", *limit),
        Reason::MaxLength(limit) => (letters(tape, at), "character", "more", *limit),
        Reason::MinItems(limit) => (tape.items(at).map(Iterator::count), "item", "fewer", *limit),
        Reason::MaxItems(limit) => (tape.items(at).map(Iterator::count), "item", "more", *limit),
        Reason::MinProperties(limit) => (
            tape.members(at).map(Iterator::count),
            "member",
            "fewer",
            *limit,
        ),
        Reason::MaxProperties(limit) => (
            tape.members(at).map(Iterator::count),
            "member",
            "more",
            *limit,
        ),
        _ => return reason.to_string(),
    };
    match found {
        // Of nothing, "is empty" says it.
        Some(found) if found > 0 || limit > 1 => {
            ::alloc::format!("has {}, {side} than {limit}", Counted(found as u64, unit))
        }
        _ => reason.to_string(),
    }
}

fn letters(tape: &Tape<'_>, at: usize) -> Option<usize> {
    Some(tape.string(at)?.chars().count())
}

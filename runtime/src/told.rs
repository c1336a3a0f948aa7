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
        (_, []) => Some((at, Reason::Kind(kinds).told(tape, at))),
        _ => None,
    }
}

impl Reason {
    /// The reason, with what stands there where that is part of it.
    pub(crate) fn told(&self, tape: &Tape<'_>, at: usize) -> String {
        match self {
            Self::Since(since) => {
                ::alloc::format!("{}, since {}", since.0.told(tape, at), Shown(since.1))
            }
            Self::Kind(kinds) => match tape.kind(at) {
                Kinds::NULL => self.to_string(),
                Kinds::FRACTION => ::alloc::format!("is {}, not {kinds}", Kinds::NUMBER),
                kind => ::alloc::format!("is {kind}, not {kinds}"),
            },
            Self::MinLength(limit) => self.counted(letters(tape, at), "character", "fewer", *limit),
            Self::MaxLength(limit) => self.counted(letters(tape, at), "character", "more", *limit),
            Self::MinItems(limit) => self.counted(tape.len(at), "item", "fewer", *limit),
            Self::MaxItems(limit) => self.counted(tape.len(at), "item", "more", *limit),
            Self::MinProperties(limit) => self.counted(tape.len(at), "member", "fewer", *limit),
            Self::MaxProperties(limit) => self.counted(tape.len(at), "member", "more", *limit),
            _ => self.to_string(),
        }
    }

    /// How many there are, against how many there may be; of nothing, "is empty" says it.
    fn counted(&self, found: usize, unit: &'static str, side: &str, limit: u64) -> String {
        if found == 0 && limit < 2 {
            return self.to_string();
        }
        ::alloc::format!("has {}, {side} than {limit}", Counted(found as u64, unit))
    }
}

fn letters(tape: &Tape<'_>, at: usize) -> usize {
    tape.string(at).unwrap_or_default().chars().count()
}

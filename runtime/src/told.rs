//! What is told of a fault in one line: what stands there, and which of some alternatives was meant.
use super::*;

/// The alternative that a value was probably meant to fit, and how many others may have been meant: those for its
/// kind, without another constant; of these the one that has no member too few or too many, unless one is the other,
/// misspelt, and in which the fault is the farthest on.
pub(crate) fn meant_arm(tape: &Tape<'_>, at: u32, arms: &[Arm]) -> Option<(usize, usize)> {
    let rank = |arm: &Arm| match arm.fault.reason.plain() {
        Reason::Kind(_) => (arm.fault.at == at, false, 0),
        Reason::Code(_) | Reason::CodeOrNull(_) | Reason::Constant(_) => (false, true, 0),
        reason if !reason.near(tape, arm.fault.at as usize).is_empty() => (false, false, 0),
        Reason::NotAllowed | Reason::Undeclared(_) => (false, false, 2),
        Reason::Missing(_) | Reason::Lacks(_) | Reason::Untagged(_) | Reason::Dependent(_) => {
            (false, false, 1)
        }
        _ => (false, false, 0),
    };
    let ranks: Vec<_> = arms.iter().map(rank).collect();
    let far = |(index, rank): &(usize, &_)| (**rank, u32::MAX - arms[*index].fault.at);
    let (index, best) = ranks.iter().enumerate().min_by_key(far)?;
    let alike = ranks.iter().filter(|it| (it.0, it.1) == (best.0, best.1));
    Some((index, alike.count() - 1))
}

/// What alternatives ask for that all want another kind, or another code at one place: that place, all that they
/// take there, and what was probably meant.
pub(crate) fn common(tape: &Tape<'_>, arms: &[Arm]) -> Option<(usize, String, String)> {
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
                for code in listed(codes) {
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
        (0, all) => {
            let all = all.join(", ");
            let reason = ::alloc::format!("is none of {}", Shown(&all));
            Some((at, reason, near_code(tape, at, &all)))
        }
        (_, []) => Some((at, Reason::Kind(kinds).told(tape, at), String::new())),
        _ => None,
    }
}

/// What is said behind a fault of the likely alternative of how many others may have been meant.
pub(crate) fn or_other_forms(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", or another form".to_owned(),
        count => ::alloc::format!(", or one of {count} other forms"),
    }
}

/// The codes that a reason lists.
pub(crate) fn listed(codes: &str) -> Vec<&str> {
    codes.split(", ").collect()
}

/// The code that a text was probably meant to be.
fn near_code(tape: &Tape<'_>, at: usize, codes: &str) -> String {
    let codes: Vec<::serde_json::Value> = listed(codes)
        .iter()
        .filter_map(|code| code.parse().ok())
        .collect();
    let texts = codes.iter().filter_map(|code| code.as_str());
    did_you_mean(misspelt(tape.string(at).unwrap_or_default(), texts))
}

/// The member that is there in place of one that is missing.
fn near_member(tape: &Tape<'_>, at: usize, name: &str, declares: &dyn Fn(&str) -> bool) -> String {
    let others = tape
        .each_member(at)
        .map(|(other, _)| other)
        .filter(|other| !declares(other));
    misspelt(name, others).map_or_else(String::new, |near| {
        ::alloc::format!(": is {} meant?", quoted(near))
    })
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| {
        ::alloc::format!(": did you mean {}?", quoted(near))
    })
}

impl Reason {
    /// What was probably meant, as the end of a line says it: a code, a declared member, or where one is missing, one
    /// that is there under another name.
    // Each arm may be left out where this is pasted.
    #[allow(clippy::match_same_arms)]
    pub(crate) fn near(&self, tape: &Tape<'_>, at: usize) -> String {
        match self {
            Self::Since(since) => since.0.near(tape, at),
            Self::Code(codes) => near_code(tape, at, codes),
            Self::CodeOrNull(codes) => near_code(tape, at, codes),
            Self::Constant(code) => near_code(tape, at, code),
            Self::Undeclared(declared) => {
                // The object begins last of all that end behind the member.
                let object = (0..at).rev().find(|node| tape.end(*node) > at);
                let left = |name: &&str| object.is_none_or(|it| tape.member(it, name).is_none());
                let declared = declared.iter().copied().filter(left);
                did_you_mean(misspelt(&tape.name_of(at), declared))
            }
            // Of several members, another one may be declared.
            Self::Missing(name) => near_member(tape, at, name, &|_| tape.len(at) > 1),
            Self::Lacks(lack) => near_member(tape, at, lack.name, &lack.declares),
            Self::Untagged(name) => near_member(tape, at, name, &|_| false),
            _ => String::new(),
        }
    }

    /// The reason, with what stands there where that is part of it.
    pub(crate) fn told(&self, tape: &Tape<'_>, at: usize) -> String {
        match self {
            Self::Since(since) => {
                ::alloc::format!("{}, since {}", since.0.told(tape, at), Shown(&since.1))
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

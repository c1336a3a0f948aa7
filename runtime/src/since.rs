//! Why a rule applies, told of what it refuses.
use super::*;

/// Words that tell why a rule applies.
#[derive(Debug, Clone, Copy)]
pub enum Words {
    /// Whatever the value is.
    Said(&'static str),
    /// What is asked of the object there, each with the member that may be absent; then that is why.
    ByMember(usize, &'static [(Option<&'static str>, &'static str)]),
}

impl From<&'static str> for Words {
    #[inline]
    fn from(words: &'static str) -> Self {
        Self::Said(words)
    }
}

impl Words {
    /// The words, of values on this tape.
    #[cold]
    #[inline]
    pub fn said(self, tape: &Tape<'_>) -> ::alloc::borrow::Cow<'static, str> {
        match self {
            Self::Said(words) => words.into(),
            Self::ByMember(at, parts) => by_member(tape, at, parts).into(),
        }
    }
}

#[inline]
fn by_member(tape: &Tape<'_>, at: usize, parts: &[(Option<&'static str>, &'static str)]) -> String {
    let mut out = String::new();
    for (index, (member, words)) in parts.iter().enumerate() {
        out.push_str(match index {
            0 => "",
            _ if index + 1 == parts.len() => " and ",
            _ => ", ",
        });
        match member.filter(|name| tape.member(at, name).is_none()) {
            Some(name) => {
                out.push_str(name);
                out.push_str(" is not there");
            }
            None => out.push_str(words),
        }
    }
    out
}

/// What was found by rules of which some apply since something holds: those that stand `within` these places, or all
/// where there are none.
pub fn told_since<T>(
    tape: &Tape<'_>,
    within: &[&str],
    words: impl Into<Words>,
    found: Result<T, Fault>,
) -> Result<T, Fault> {
    found.map_err(|mut fault| {
        let mut places = within.iter();
        let is_within = within.is_empty() || places.any(|place| fault.schema.starts_with(place));
        if is_within && !tape.is_quiet() && !matches!(fault.reason, Reason::Since(_)) {
            fault.reason = Reason::Since(Box::new((fault.reason, words.into().said(tape))));
        }
        fault
    })
}

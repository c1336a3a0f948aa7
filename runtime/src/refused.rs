//! The refusal of a value that was built in code.
use super::*;

/// Why a value that was built in code was refused.
///
/// Shown, it is one line; `{:#}` has a line more for each alternative that was tried.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Empty where no keyword refuses it.
    pub(crate) schema: &'static str,
    pub(crate) reason: Reason,
    /// What is told where the value is known: the value, what is wrong with it, and what was probably meant.
    told: Option<Box<[String; 3]>>,
}

impl Refused {
    #[cold]
    #[doc(hidden)]
    #[inline]
    pub fn new(schema: &'static str, reason: Reason) -> Self {
        Self {
            schema,
            reason,
            told: None,
        }
    }

    /// The refusal of what no keyword refuses, but the Rust type.
    #[cold]
    #[doc(hidden)]
    #[inline]
    pub fn by_type(reason: Reason) -> Self {
        Self::new("", reason)
    }

    /// The refusal of a value that was checked on a tape.
    #[cold]
    #[doc(hidden)]
    #[inline]
    pub fn from_fault(tape: &Tape<'_>, fault: Fault) -> Self {
        let mut meant = &fault;
        // Only with `Reason::NoArm`.
        let mut others = 0;
        // Only with `Reason::NoArm`.
        let mut asked = None;
        // Only with `Reason::NoArm`.
        while let Reason::NoArm(arms) = meant.reason.plain() {
            asked = common(tape, arms);
            let arm = meant_arm(tape, meant.at, arms).filter(|_| asked.is_none());
            let Some((arm, nearer)) = arm else { break };
            meant = &arms[arm].fault;
            if nearer > 0 {
                others = nearer;
            }
        }
        let at = meant.at as usize;
        let (words, near) = (meant.reason.told(tape, at), meant.reason.near(tape, at));
        // Only with `Reason::NoArm`.
        let (at, words, near) = asked.unwrap_or((at, words, near));
        // Only with `Reason::NoArm`.
        let words = words + &or_other_forms(others);
        let found = if meant.reason.shows_value() {
            tape.excerpt(at) + " "
        } else {
            String::new()
        };
        let schema = meant.schema;
        let (told, reason) = if at == 0 {
            ([found, words, near], fault.reason)
        } else {
            let path = tape.path(at);
            let words = ::alloc::format!("{}: {found}{words}", Shown(&path));
            let reason = Reason::Inside(Box::new((path, fault.reason)));
            ([String::new(), words, near], reason)
        };
        Self {
            told: Some(Box::new(told)),
            ..Self::new(schema, reason)
        }
    }

    /// The refusal, with the value that it is about.
    #[cold]
    #[doc(hidden)]
    #[must_use]
    pub fn of<T: ::serde::Serialize + ?Sized>(self, value: &T) -> Self {
        match Tape::from_serialize(value) {
            Ok(tape) if self.told.is_none() => Self::from_fault(&tape, self.at(0)),
            _ => self,
        }
    }

    /// The refusal as the fault of a value on a tape.
    #[cold]
    #[doc(hidden)]
    #[inline]
    pub fn at(self, at: usize) -> Fault {
        Fault::new(at, self.schema, self.reason)
    }

    /// The keyword that refuses it, such as `currency.json#/pattern`: the
    /// document and a JSON Pointer into it (RFC 6901). `None` where no keyword
    /// does, but the Rust type, such as a bag that takes no declared member.
    #[must_use]
    #[inline]
    pub fn schema(&self) -> Option<&'static str> {
        stated(self.schema)
    }

    /// What is wrong with the value: `does not match the pattern ^[A-Z]{3}$`.
    #[must_use]
    #[inline]
    pub fn reason(&self) -> String {
        match &self.told {
            Some(told) => told[1].clone(),
            None => self.reason.to_string(),
        }
    }
}

impl ::core::fmt::Display for Refused {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match &self.told {
            Some(told) => told.iter().try_for_each(|part| f.write_str(part))?,
            None if self.reason.shows_value() => ::core::write!(f, "the value {}", self.reason)?,
            None => self.reason.fmt(f)?,
        }
        Stated(self.schema).fmt(f)?;
        // Only with `Reason::NoArm`.
        if let (true, Reason::NoArm(arms)) = (f.alternate(), &self.reason) {
            for arm in arms.iter() {
                ::core::write!(
                    f,
                    "\n  {}: {}{}",
                    Shown(arm.name),
                    arm.fault.reason,
                    Stated(arm.fault.schema)
                )?;
            }
        }
        Ok(())
    }
}

impl ::core::error::Error for Refused {}

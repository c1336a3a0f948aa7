//! Errors as users see them: where in the document, what stands there, what
//! the schema wants, and where it says so.
use super::*;

/// Why a document could not be read.
///
/// Shown, it is one line. Of alternatives of which none fits, the likely one is told; `{:#}` has a line more for each
/// that was tried.
///
/// ```text
/// data.currency: "eur" does not match the pattern ^[A-Z]{3}$ [currency.json#/pattern]
/// data.shape: the member "height" is missing, or another form [shape.json#/oneOf/1/required]
/// ```
#[derive(Debug)]
pub struct Error(Box<Cause>);

#[derive(Debug)]
enum Cause {
    Syntax(::serde_json::Error),
    Invalid(Finding),
}

#[derive(Debug)]
struct Finding {
    path: String,
    found: Option<String>,
    reason: String,
    schema: &'static str,
    // Only with `Reason::NoArm`.
    arms: Vec<(&'static str, Finding)>,
    // Only with `Reason::NoArm`.
    /// The alternative that was probably meant, and how many others may have been.
    meant: Option<(usize, usize)>,
}

impl Error {
    #[cold]
    pub(crate) fn syntax_error(error: ::serde_json::Error) -> Self {
        Self(Box::new(Cause::Syntax(error)))
    }

    #[cold]
    #[doc(hidden)]
    pub fn from_fault(tape: &Tape<'_>, fault: &Fault) -> Self {
        let mut budget = MOST_ARMS;
        let finding = Finding::new(tape, fault, &mut budget);
        Self(Box::new(Cause::Invalid(finding)))
    }

    // Only with `Step`.
    /// The error of an object that lacks a member.
    #[cold]
    pub(crate) fn missing(schema: &'static str, name: &'static str) -> Self {
        Self(Box::new(Cause::Invalid(Finding {
            path: ROOT.to_owned(),
            found: None,
            reason: Reason::Missing(name).to_string(),
            schema,
            // Only with `Reason::NoArm`.
            arms: Vec::new(),
            // Only with `Reason::NoArm`.
            meant: None,
        })))
    }

    // Only with `Step`.
    /// The error of a value, as that of the value it is in; the steps to it,
    /// the last one first.
    #[cold]
    pub(crate) fn inside(mut self, steps: &[Step<'_>]) -> Self {
        let mut prefix = String::new();
        for step in steps.iter().rev() {
            match step {
                Step::Member(name) => push_name(&mut prefix, name),
                Step::Item(position) => push_position(&mut prefix, *position),
            }
        }
        match &mut *self.0 {
            Cause::Invalid(finding) if !prefix.is_empty() => finding.move_into(&prefix),
            Cause::Invalid(_) | Cause::Syntax(_) => {}
        }
        self
    }

    /// The error of the text itself, where it is not JSON or repeats a member.
    #[must_use]
    pub fn syntax(&self) -> Option<&::serde_json::Error> {
        match &*self.0 {
            Cause::Syntax(error) => Some(error),
            Cause::Invalid(_) => None,
        }
    }

    fn finding(&self) -> Option<&Finding> {
        match &*self.0 {
            Cause::Syntax(_) => None,
            Cause::Invalid(finding) => Some(finding.told().0),
        }
    }

    /// The path of the value that does not fit, such as `data.items[3].price`,
    /// or `(root)`. `None` where the text is not JSON.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        Some(&self.finding()?.path)
    }

    /// The beginning of that value as JSON. `None` where a member is missing.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        self.finding()?.found.as_deref()
    }

    /// What is wrong with the value: `does not match the pattern ^[A-Z]{3}$`.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        Some(&self.finding()?.reason)
    }

    /// The keyword that asks for it, such as `currency.json#/pattern`: the
    /// document and a JSON Pointer into it (RFC 6901). `None` where no keyword
    /// does, but a type from elsewhere.
    #[must_use]
    pub fn schema(&self) -> Option<&'static str> {
        stated(self.finding()?.schema)
    }
}

impl ::core::fmt::Display for Error {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match &*self.0 {
            Cause::Syntax(error) => ::core::fmt::Display::fmt(error, f),
            // Only with `Reason::NoArm`.
            Cause::Invalid(finding) if f.alternate() => finding.write(f, 0),
            Cause::Invalid(finding) => {
                let (told, others) = finding.told();
                told.line(f, others)
            }
        }
    }
}

impl ::core::error::Error for Error {
    fn source(&self) -> Option<&(dyn ::core::error::Error + 'static)> {
        match &*self.0 {
            Cause::Syntax(error) => Some(error),
            Cause::Invalid(_) => None,
        }
    }
}

/// How many alternatives an error lists, nested ones included. Every level of
/// a recursive union can multiply them.
const MOST_ARMS: usize = 200;

impl Finding {
    fn new(tape: &Tape<'_>, fault: &Fault, budget: &mut usize) -> Self {
        let at = fault.at as usize;
        // Only with `Reason::NoArm`.
        let mut listed = Vec::new();
        // Only with `Reason::NoArm`.
        let mut meant = None;
        // Only with `Reason::NoArm`.
        let mut asked = None;
        // Only with `Reason::NoArm`.
        if let Reason::NoArm(arms) = fault.reason.plain() {
            asked = common(tape, arms);
            meant = meant_arm(fault.at, arms).filter(|(arm, _)| *arm < *budget && asked.is_none());
            let count = arms.len().min(*budget);
            *budget -= count;
            for arm in &arms[..count] {
                listed.push((arm.name, Self::new(tape, &arm.fault, budget)));
            }
        }
        let (shown, reason) = (at, fault.reason.told(tape, at));
        // Only with `Reason::NoArm`.
        let (shown, reason) = asked.unwrap_or((shown, reason));
        Self {
            path: tape.path(shown),
            found: fault.reason.shows_value().then(|| tape.excerpt(shown)),
            reason,
            schema: fault.schema,
            // Only with `Reason::NoArm`.
            arms: listed,
            // Only with `Reason::NoArm`.
            meant,
        }
    }

    /// What is told in one line, and how many other alternatives may have been meant.
    fn told(&self) -> (&Self, usize) {
        // Only with `Reason::NoArm`.
        if let Some((arm, others)) = self.meant_arm() {
            let (told, more) = arm.told();
            return (told, others + more);
        }
        (self, 0)
    }

    // Only with `Reason::NoArm`.
    fn meant_arm(&self) -> Option<(&Self, usize)> {
        let (arm, others) = self.meant?;
        self.arms.get(arm).map(|(_, arm)| (arm, others))
    }

    /// Puts the path of an outer value before the paths.
    fn move_into(&mut self, prefix: &str) {
        self.path = match &*self.path {
            ROOT => prefix.to_owned(),
            path if path.starts_with('[') => ::alloc::format!("{prefix}{path}"),
            path => ::alloc::format!("{prefix}.{path}"),
        };
        // Only with `Reason::NoArm`.
        for (_, arm) in &mut self.arms {
            arm.move_into(prefix);
        }
    }

    fn line(&self, f: &mut ::core::fmt::Formatter<'_>, others: usize) -> ::core::fmt::Result {
        f.write_str(&self.path)?;
        f.write_str(": ")?;
        if let Some(found) = &self.found {
            f.write_str(found)?;
            f.write_str(" ")?;
        }
        f.write_str(&self.reason)?;
        // Only with `Reason::NoArm`.
        match others {
            0 => {}
            1 => f.write_str(", or another form")?,
            count => ::core::write!(f, ", or one of {count} other forms")?,
        }
        ::core::write!(f, "{}", Stated(self.schema))
    }

    fn write(&self, f: &mut ::core::fmt::Formatter<'_>, depth: usize) -> ::core::fmt::Result {
        self.line(f, 0)?;
        // Only with `Reason::NoArm`.
        for (name, arm) in &self.arms {
            ::core::write!(f, "\n{:1$}{2}: ", "", 2 * depth + 2, Shown(name))?;
            arm.write(f, depth + 1)?;
        }
        Ok(())
    }
}

/// The location of a keyword, unless no keyword is meant.
fn stated(schema: &'static str) -> Option<&'static str> {
    (!schema.is_empty()).then_some(schema)
}

/// The same behind a reason.
struct Stated(&'static str);

impl ::core::fmt::Display for Stated {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        stated(self.0).map_or(Ok(()), |schema| ::core::write!(f, " [{}]", Shown(schema)))
    }
}

/// Why a value that was built in code was refused.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Empty where no keyword refuses it.
    pub(crate) schema: &'static str,
    pub(crate) reason: Reason,
    /// What is told where the value is known: the value, and what is wrong with it.
    told: Option<Box<(String, String)>>,
}

impl Refused {
    #[cold]
    #[doc(hidden)]
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
    pub fn by_type(reason: Reason) -> Self {
        Self::new("", reason)
    }

    /// The refusal of a value that was checked on a tape.
    #[cold]
    #[doc(hidden)]
    pub fn from_fault(tape: &Tape<'_>, fault: Fault) -> Self {
        let at = fault.at as usize;
        let shows_value = fault.reason.shows_value();
        let found = if shows_value {
            tape.excerpt(at) + " "
        } else {
            String::new()
        };
        let words = fault.reason.told(tape, at);
        let (told, reason) = if at == 0 {
            ((found, words), fault.reason)
        } else {
            let path = tape.path(at);
            let words = ::alloc::format!("{}: {found}{words}", Shown(&path));
            let reason = Reason::Inside(Box::new((path, fault.reason)));
            ((String::new(), words), reason)
        };
        Self {
            told: Some(Box::new(told)),
            ..Self::new(fault.schema, reason)
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
    pub fn at(self, at: usize) -> Fault {
        Fault::new(at, self.schema, self.reason)
    }

    /// The keyword that refuses it, such as `currency.json#/pattern`: the
    /// document and a JSON Pointer into it (RFC 6901). `None` where no keyword
    /// does, but the Rust type, such as a bag that takes no declared member.
    #[must_use]
    pub fn schema(&self) -> Option<&'static str> {
        stated(self.schema)
    }

    /// What is wrong with the value: `does not match the pattern ^[A-Z]{3}$`.
    #[must_use]
    pub fn reason(&self) -> String {
        match &self.told {
            Some(told) => told.1.clone(),
            None => self.reason.to_string(),
        }
    }
}

impl ::core::fmt::Display for Refused {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match &self.told {
            Some(told) => ::core::write!(f, "{}{}", told.0, told.1)?,
            None if self.reason.shows_value() => ::core::write!(f, "the value {}", self.reason)?,
            None => self.reason.fmt(f)?,
        }
        Stated(self.schema).fmt(f)?;
        // Only with `Reason::NoArm`.
        if let Reason::NoArm(arms) = &self.reason {
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

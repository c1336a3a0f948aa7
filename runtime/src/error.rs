//! Errors as users see them: where in the document, what stands there, what
//! the schema wants, and where it says so.
use super::*;

/// Why a document could not be read.
///
/// What a document is refused for, `from_json` leaves to be found when somebody asks: until the error is dropped, it
/// has a copy of the text, if that is no longer than a mebibyte.
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
    Invalid(Told),
    // Only with `Untold`.
    Untold(Untold),
}

/// What is wrong, and the values that it is about: alternatives mostly speak of the same ones.
#[derive(Debug, Default)]
struct Told {
    spots: Vec<Spot>,
    finding: Finding,
    // Only with `Reason::NoArm`.
    /// How many alternatives are listed.
    arms: usize,
}

/// A value of the document.
#[derive(Debug)]
struct Spot {
    // Only with `Reason::NoArm`.
    at: usize,
    path: String,
    /// Its beginning, where it is shown.
    found: Option<String>,
}

#[derive(Debug, Default)]
struct Finding {
    spot: usize,
    is_shown: bool,
    reason: String,
    /// What was probably meant, as the end of a line.
    near: String,
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
        let mut told = Told::default();
        // Only with `Scanner`.
        if tape.is_brief {
            told.finding = told.brief(tape, fault);
            return Self(Box::new(Cause::Invalid(told)));
        }
        told.finding = told.find(tape, fault);
        Self(Box::new(Cause::Invalid(told)))
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
            Cause::Invalid(told) if !prefix.is_empty() => told.move_into(&prefix),
            _ => {}
        }
        self
    }

    // Only with `Untold`.
    /// The error of a text that was refused, and of which it is not told why.
    #[cold]
    pub(crate) fn untold(untold: Untold) -> Self {
        Self(Box::new(Cause::Untold(untold)))
    }

    fn cause(&self) -> &Cause {
        // Only with `Untold`.
        if let Cause::Untold(untold) = &*self.0 {
            return untold.told().cause();
        }
        &self.0
    }

    /// The error of the text itself, where it is not JSON or repeats a member.
    #[must_use]
    #[inline]
    pub fn syntax(&self) -> Option<&::serde_json::Error> {
        let Cause::Syntax(error) = self.cause() else {
            return None;
        };
        Some(error)
    }

    #[inline]
    fn finding(&self) -> Option<(&Finding, &Spot)> {
        let Cause::Invalid(told) = self.cause() else {
            return None;
        };
        let finding = told.finding.told().0;
        Some((finding, &told.spots[finding.spot]))
    }

    /// The path of the value that does not fit, such as `data.items[3].price`,
    /// or `(root)`. `None` where the text is not JSON.
    #[must_use]
    #[inline]
    pub fn path(&self) -> Option<&str> {
        Some(&self.finding()?.1.path)
    }

    /// The beginning of that value as JSON. `None` where a member is missing.
    #[must_use]
    #[inline]
    pub fn found(&self) -> Option<&str> {
        let (finding, spot) = self.finding()?;
        spot.found.as_deref().filter(|_| finding.is_shown)
    }

    /// What is wrong with the value: `does not match the pattern ^[A-Z]{3}$`.
    #[must_use]
    #[inline]
    pub fn reason(&self) -> Option<&str> {
        Some(&self.finding()?.0.reason)
    }

    /// The keyword that asks for it, such as `currency.json#/pattern`: the
    /// document and a JSON Pointer into it (RFC 6901). `None` where no keyword
    /// does, but a type from elsewhere.
    #[must_use]
    #[inline]
    pub fn schema(&self) -> Option<&'static str> {
        stated(self.finding()?.0.schema)
    }
}

impl ::core::fmt::Display for Error {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        match self.cause() {
            Cause::Syntax(error) => ::core::fmt::Display::fmt(error, f),
            // Only with `Reason::NoArm`.
            Cause::Invalid(told) if f.alternate() => told.write(f, &told.finding, 0),
            Cause::Invalid(told) => {
                let (finding, others) = told.finding.told();
                told.line(f, finding, others)
            }
            // Only with `Untold`.
            Cause::Untold(_) => Ok(()),
        }
    }
}

impl ::core::error::Error for Error {
    #[inline]
    fn source(&self) -> Option<&(dyn ::core::error::Error + 'static)> {
        Some(self.syntax()?)
    }
}

// Only with `Reason::NoArm`.
/// How many alternatives an error lists, nested ones included. Every level of
/// a recursive union can multiply them.
const MOST_ARMS: usize = 200;

impl Told {
    /// The index of a value, which is noted where it is new, or where it is shown now.
    fn spot(&mut self, tape: &Tape<'_>, at: usize, is_shown: bool) -> usize {
        // Only with `Reason::NoArm`.
        let is_known = |spot: &Spot| spot.at == at && (spot.found.is_some() || !is_shown);
        // Only with `Reason::NoArm`.
        if let Some(index) = self.spots.iter().position(is_known) {
            return index;
        }
        self.spots.push(Spot {
            // Only with `Reason::NoArm`.
            at,
            path: tape.path(at),
            found: is_shown.then(|| tape.excerpt(at)),
        });
        self.spots.len() - 1
    }

    fn find(&mut self, tape: &Tape<'_>, fault: &Fault) -> Finding {
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
            let count = arms.len().min(MOST_ARMS - self.arms);
            meant =
                meant_arm(tape, fault.at, arms).filter(|(arm, _)| *arm < count && asked.is_none());
            self.arms += count;
            for arm in &arms[..count] {
                listed.push((arm.name, self.find(tape, &arm.fault)));
            }
        }
        let (shown, reason) = (at, fault.reason.told(tape, at));
        let near = fault.reason.near(tape, at);
        // Only with `Reason::NoArm`.
        let (shown, reason, near) = asked.unwrap_or((shown, reason, near));
        let is_shown = fault.reason.shows_value();
        Finding {
            spot: self.spot(tape, shown, is_shown),
            is_shown,
            reason,
            near,
            schema: fault.schema,
            // Only with `Reason::NoArm`.
            arms: listed,
            // Only with `Reason::NoArm`.
            meant,
        }
    }

    // Only with `Scanner`.
    /// The same with no more alternatives than those that are told in one line.
    fn brief(&mut self, tape: &Tape<'_>, fault: &Fault) -> Finding {
        let Reason::NoArm(arms) = fault.reason.plain() else {
            return self.find(tape, fault);
        };
        let at = fault.at as usize;
        let asked = common(tape, arms);
        let count = arms.len().min(MOST_ARMS - self.arms);
        self.arms += count;
        let meant = meant_arm(tape, fault.at, arms);
        if let Some((meant, others)) = meant.filter(|(arm, _)| *arm < count && asked.is_none()) {
            for arm in &arms[..meant] {
                self.pass(&arm.fault);
            }
            let arm = &arms[meant];
            return Finding {
                arms: ::alloc::vec![(arm.name, self.brief(tape, &arm.fault))],
                meant: Some((0, others)),
                ..Finding::default()
            };
        }
        let told = || (at, fault.reason.told(tape, at), fault.reason.near(tape, at));
        let (shown, reason, near) = asked.unwrap_or_else(told);
        let is_shown = fault.reason.shows_value();
        Finding {
            spot: self.spot(tape, shown, is_shown),
            is_shown,
            reason,
            near,
            schema: fault.schema,
            ..Finding::default()
        }
    }

    // Only with `Scanner`.
    /// Counts the alternatives that would be listed.
    fn pass(&mut self, fault: &Fault) {
        if let Reason::NoArm(arms) = fault.reason.plain() {
            let count = arms.len().min(MOST_ARMS - self.arms);
            self.arms += count;
            for arm in &arms[..count] {
                self.pass(&arm.fault);
            }
        }
    }

    /// Puts the path of an outer value before the paths.
    fn move_into(&mut self, prefix: &str) {
        for spot in &mut self.spots {
            spot.path = match &*spot.path {
                ROOT => prefix.to_owned(),
                path if path.starts_with('[') => ::alloc::format!("{prefix}{path}"),
                path => ::alloc::format!("{prefix}.{path}"),
            };
        }
    }

    fn line(
        &self,
        f: &mut ::core::fmt::Formatter<'_>,
        finding: &Finding,
        others: usize,
    ) -> ::core::fmt::Result {
        let spot = &self.spots[finding.spot];
        f.write_str(&spot.path)?;
        f.write_str(": ")?;
        if let Some(found) = spot.found.as_ref().filter(|_| finding.is_shown) {
            f.write_str(found)?;
            f.write_str(" ")?;
        }
        f.write_str(&finding.reason)?;
        // Only with `Reason::NoArm`.
        f.write_str(&or_other_forms(others))?;
        f.write_str(&finding.near)?;
        ::core::write!(f, "{}", Stated(finding.schema))
    }

    fn write(
        &self,
        f: &mut ::core::fmt::Formatter<'_>,
        finding: &Finding,
        depth: usize,
    ) -> ::core::fmt::Result {
        self.line(f, finding, 0)?;
        // Only with `Reason::NoArm`.
        for (name, arm) in &finding.arms {
            ::core::write!(f, "\n{:1$}{2}: ", "", 2 * depth + 2, Shown(name))?;
            self.write(f, arm, depth + 1)?;
        }
        Ok(())
    }
}

impl Finding {
    /// What is told in one line, and how many other alternatives may have been meant: beside the nearest one that
    /// is not sure.
    fn told(&self) -> (&Self, usize) {
        // Only with `Reason::NoArm`.
        if let Some((arm, others)) = self.meant_arm() {
            return match arm.told() {
                (told, 0) => (told, others),
                told => told,
            };
        }
        (self, 0)
    }

    // Only with `Reason::NoArm`.
    fn meant_arm(&self) -> Option<(&Self, usize)> {
        let (arm, others) = self.meant?;
        self.arms.get(arm).map(|(_, arm)| (arm, others))
    }
}

/// The location of a keyword, unless no keyword is meant.
pub(crate) fn stated(schema: &'static str) -> Option<&'static str> {
    (!schema.is_empty()).then_some(schema)
}

/// The same behind a reason.
pub(crate) struct Stated(pub(crate) &'static str);

impl ::core::fmt::Display for Stated {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        stated(self.0).map_or(Ok(()), |schema| ::core::write!(f, " [{}]", Shown(schema)))
    }
}

//! What rules find about the values of a tape: once each, and in words where somebody asks.
use super::*;

/// Who looks at the faults of what is read.
#[derive(Clone, Copy, PartialEq)]
pub enum Telling {
    /// Whoever reads the document: the last one, which refuses it.
    Last,
    /// Nobody: that a value does not fit is all that is asked.
    Quiet,
    /// Somebody, each: a document that is refused is gone through once more.
    All,
}

/// Tells why a text is no document of a type.
pub type TellWhy = fn(&str) -> Error;

/// How it is told why a document does not fit.
#[derive(Clone, Copy)]
pub enum Tells {
    /// At once, with all alternatives.
    All,
    /// At once, in one line.
    Line,
    /// Where somebody asks.
    Later(TellWhy),
}

/// What rules have found about values: a list for each value.
#[derive(Default)]
pub(crate) struct Verdicts {
    /// Where the list of each value begins, counted from 1.
    first: Vec<u32>,
    found: Vec<Found>,
}

/// What a rule has found about a value, and where what another has found stands.
struct Found {
    rule: u32,
    next: u32,
    verdict: Verdict,
}

/// The place of the alternative that fits, 0 where there are none; or why none does,
/// where somebody asked.
pub(crate) type Verdict = Result<u32, Option<Box<Fault>>>;

impl Verdicts {
    #[inline]
    fn known_of(&self, rule: u32, at: usize) -> Option<&Verdict> {
        let mut next = *self.first.get(at)?;
        while let Some(found) = self.found.get((next as usize).wrapping_sub(1)) {
            if found.rule == rule {
                return Some(&found.verdict);
            }
            next = found.next;
        }
        None
    }

    #[inline]
    fn add(&mut self, rule: u32, at: usize, verdict: Verdict) {
        if self.first.len() <= at {
            self.first.resize(at + 1, 0);
        }
        let next = self.first[at];
        let found = Found {
            rule,
            next,
            verdict,
        };
        self.found.push(found);
        self.first[at] = small(self.found.len());
    }

    #[inline]
    pub(crate) fn clear(&mut self) {
        if !self.first.is_empty() {
            self.first.clear();
            self.found.clear();
        }
    }
}

impl<'de> Tape<'de> {
    /// Marks a rule as being at work on a value; `None` where it already is,
    /// which means that a schema refers to itself without consuming anything.
    #[inline]
    pub fn enter(&self, rule: u32, at: usize) -> Option<AtWork<'_, 'de>> {
        let mut busy = self.busy.borrow_mut();
        if busy.contains(&(rule, at)) {
            return None;
        }
        busy.push((rule, at));
        Some(AtWork { tape: self })
    }
}

impl Tape<'_> {
    /// Runs a rule's predicate on a value once, and gives what it found then
    /// from the second time on; once more where somebody asks why for the
    /// first time.
    #[inline]
    pub fn remember(&self, rule: u32, at: usize, predicate: Check) -> Result<(), Fault> {
        self.remembered(rule, at, || predicate(self, at).map(|()| 0))
    }

    /// The same for a rule that consists of alternatives: the one that fits is
    /// remembered, too.
    #[inline]
    pub fn remember_arm(
        &self,
        rule: u32,
        at: usize,
        alternatives: Alternatives,
    ) -> Result<(), Fault> {
        self.remembered(rule, at, || alternatives(self, at).map(small))
    }

    fn remembered(
        &self,
        rule: u32,
        at: usize,
        find: impl FnOnce() -> Result<u32, Fault>,
    ) -> Result<(), Fault> {
        match self.verdicts.borrow().known_of(rule, at) {
            Some(Ok(_)) => return Ok(()),
            Some(Err(Some(fault))) => return Err(Fault::clone(fault)),
            Some(Err(None)) if self.is_quiet() => return Err(Fault::unsaid(at)),
            _ => {}
        }
        let found = find();
        let kept = match &found {
            Ok(arm) => Ok(*arm),
            Err(_) if self.is_quiet() => Err(None),
            Err(fault) => Err(Some(Box::new(fault.clone()))),
        };
        self.verdicts.borrow_mut().add(rule, at, kept);
        found.map(|_| ())
    }

    /// The alternative of a rule that is known to fit a value: its place among
    /// those `listed`. Where nothing is remembered, none is known.
    // The parameters go unused where this is pasted without what remembers.
    #[allow(unused_variables)]
    #[inline]
    pub fn known(&self, rule: u32, at: usize, listed: &[u32]) -> Option<usize> {
        // Only with `Tape::remembered`.
        if let Some(Ok(arm)) = self.verdicts.borrow().known_of(rule, at) {
            return listed.iter().position(|place| place == arm);
        }
        None
    }

    /// Whether nobody looks at faults.
    #[inline]
    pub fn is_quiet(&self) -> bool {
        self.telling.get() == Telling::Quiet
    }

    /// Does what may fail without anybody asking why.
    pub fn quietly<T>(&self, attempt: impl FnOnce() -> T) -> T {
        let before = self.telling.replace(Telling::Quiet);
        let found = attempt();
        self.telling.set(before);
        found
    }

    /// Whether a value fits a schema.
    #[inline]
    pub fn fits(&self, at: usize, check: Check) -> bool {
        self.quietly(|| check(self, at).is_ok())
    }
}

/// A rule at work; see [`Tape::enter`].
pub struct AtWork<'t, 'de> {
    tape: &'t Tape<'de>,
}

impl Drop for AtWork<'_, '_> {
    #[inline]
    fn drop(&mut self) {
        self.tape.busy.borrow_mut().pop();
    }
}

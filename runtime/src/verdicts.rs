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

/// What each rule has found about each value.
pub(crate) type Verdicts = ::alloc::collections::BTreeMap<(u32, usize), Verdict>;

/// What a rule has found about a value, and why where somebody asked.
pub(crate) type Verdict = Result<(), Option<Box<Fault>>>;

impl<'de> Tape<'de> {
    /// Marks a rule as being at work on a value; `None` where it already is,
    /// which means that a schema refers to itself without consuming anything.
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
    pub fn remember(&self, rule: u32, at: usize, predicate: Check) -> Result<(), Fault> {
        match self.verdicts.borrow().get(&(rule, at)) {
            Some(Ok(())) => return Ok(()),
            Some(Err(Some(fault))) => return Err(Fault::clone(fault)),
            Some(Err(None)) if self.is_quiet() => return Err(Fault::unsaid(at)),
            _ => {}
        }
        let verdict = predicate(self, at);
        let kept = match &verdict {
            Ok(()) => Ok(()),
            Err(_) if self.is_quiet() => Err(None),
            Err(fault) => Err(Some(Box::new(fault.clone()))),
        };
        self.verdicts.borrow_mut().insert((rule, at), kept);
        verdict
    }

    /// Whether nobody looks at faults.
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
    pub fn fits(&self, at: usize, check: Check) -> bool {
        self.quietly(|| check(self, at).is_ok())
    }
}

/// A rule at work; see [`Tape::enter`].
pub struct AtWork<'t, 'de> {
    tape: &'t Tape<'de>,
}

impl Drop for AtWork<'_, '_> {
    fn drop(&mut self) {
        self.tape.busy.borrow_mut().pop();
    }
}

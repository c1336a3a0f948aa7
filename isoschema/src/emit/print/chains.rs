//! Chains of calls: `a.b().c()?`.

use super::token::Kind;
use super::{Printer, STEP, Span};

/// The columns of a chain on one line.
const CHAIN_WIDTH: usize = 60;

/// A last call of so many lines stays behind what it is called on.
const MANY_LINES: usize = 5;

impl Printer<'_> {
    /// Whether an expression of one line is a chain that is too long for one.
    pub(super) fn has_long_chain(&self, span: &Span) -> bool {
        if self.columns(span) <= CHAIN_WIDTH {
            return false;
        }
        let mut start = span.start;
        let mut at = start;
        // The chain is behind `=`, `return` or an operator.
        while at < span.end {
            let kind = self.kind(at);
            let parts = kind == Kind::Infix
                || kind == Kind::Prefix
                || kind == Kind::ClosureEnd
                || kind == Kind::Keyword;
            if parts {
                if self.is_long_chain(&(start..at)) {
                    return true;
                }
                start = at + 1;
            }
            at = self.next(at);
        }
        self.is_long_chain(&(start..span.end))
    }

    fn is_long_chain(&self, span: &Span) -> bool {
        !span.is_empty() && self.columns(span) > CHAIN_WIDTH && self.links(span).len() > 2
    }

    /// The first expression and what is called on it, each with its `?`.
    fn links(&self, span: &Span) -> Vec<Span> {
        let mut links = Vec::new();
        let mut start = span.start;
        let mut at = span.start;
        while at < span.end {
            if self.kind(at) == Kind::Dot && at > start {
                links.push(start..at);
                start = at;
            }
            at = self.next(at);
        }
        links.push(start..span.end);
        links
    }

    pub(super) fn chain(&mut self, span: &Span, indent: usize, tail: usize) {
        let links = self.links(span);
        let count = links.len() - 1;
        let limit = if count == 1 { self.width } else { CHAIN_WIDTH };
        if self.fits(span, tail) && self.columns(span) <= limit {
            self.copy(span);
            return;
        }
        let mark = self.here();
        let last = &links[count];
        let before = span.start..last.start;
        if !self.is_broken(&before) {
            let start = self.column();
            self.copy(&before);
            let at_last = self.here();
            self.link(last, indent, tail, usize::MAX);
            let height = self.out[at_last.length..].matches('\n').count() + 1;
            let first = self.out[mark.length..]
                .split('\n')
                .next()
                .map_or(0, |line| line.chars().count());
            let could_fit =
                first <= limit && start + first + if height == 1 { tail } else { 0 } <= self.width;
            let enough = could_fit
                && (height >= MANY_LINES || {
                    let kept = self.take_since(mark);
                    self.newline(indent + STEP);
                    let own = self.here();
                    self.link(last, indent + STEP, tail, usize::MAX);
                    let own_lines = self.out[own.length..].matches('\n').count() + 1;
                    self.back_to(mark);
                    self.give_back(&kept);
                    own_lines >= height
                });
            if enough {
                return;
            }
            self.back_to(mark);
        }
        // What is short has the first call on its line.
        let offset = self.column().saturating_sub(indent);
        let mut at = 0;
        let mut width = self.columns(&links[0]);
        let root = self.here();
        self.link(&links[0], indent, 0, usize::MAX);
        // What ends with a bracket on a line of its own needs no step.
        let step = if self.is_one_line(root) { STEP } else { 0 };
        while at < count && offset + width <= STEP {
            at += 1;
            width += self.columns(&links[at]);
            self.link(
                &links[at],
                indent,
                if at == count { tail } else { 0 },
                usize::MAX,
            );
        }
        for link in &links[at + 1..] {
            self.newline(indent + step);
            self.link(
                link,
                indent + step,
                if link.end == span.end { tail } else { 0 },
                usize::MAX,
            );
        }
    }
}

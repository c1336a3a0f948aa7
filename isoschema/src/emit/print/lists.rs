//! Arguments, items and fields: on a line, the last over several lines, or
//! below one another.

use super::token::{Group, Kind, LIST_WIDTH, VALUE_WIDTH};
use super::{Printer, STEP, Span, spaces};

/// Items of at most so many columns stand several on a line.
const SHORT_ITEM: usize = 10;

impl Printer<'_> {
    /// What a bracket holds, with the brackets.
    pub(super) fn list(
        &mut self,
        open: usize,
        callee: &Span,
        indent: usize,
        tail: usize,
        most: usize,
    ) {
        let close = self.mate(open);
        let whole = open..close + 1;
        let inner = open + 1..close;
        let Kind::Open(group) = self.kind(open) else {
            return;
        };
        let parts = self.parts(&inner);
        let limit = match group {
            Group::Value => VALUE_WIDTH,
            Group::Brackets => LIST_WIDTH,
            _ if parts.len() == 1 && !self.line.is_call(&parts[0]) => self.width,
            _ => LIST_WIDTH,
        };
        if inner.is_empty()
            || (self.fits(&whole, tail)
                && self.columns(&inner) <= limit
                && self.columns(&(callee.start..close + 1)) <= most)
        {
            self.copy(&whole);
            return;
        }
        match group {
            Group::Block | Group::Arms => self.block(open, indent),
            Group::Slice => self.slice(&whole, indent, tail),
            Group::Parentheses | Group::Brackets
                if self.overflows(&parts, callee) && !self.line.is_tuple_of_one(open, close) =>
            {
                self.overflowing(open, &parts, indent, tail);
            }
            Group::Brackets if self.are_short(&parts) => self.filled(open, &parts, indent),
            _ => self.vertical(open, &parts, indent),
        }
    }

    /// A slice's or an array's type, whose brackets stay beside the type of the items.
    fn slice(&mut self, whole: &Span, indent: usize, tail: usize) {
        let inner = whole.start + 1..whole.end - 1;
        let item = inner.start
            ..self
                .find(&inner, |this, at| this.kind(at) == Kind::Semicolon)
                .unwrap_or(inner.end);
        self.copy(&(whole.start..item.start));
        self.expression(&item, indent, tail + 1);
        self.copy(&(item.end..whole.end));
    }

    /// Each part on a line.
    fn vertical(&mut self, open: usize, parts: &[Span], indent: usize) {
        let close = self.mate(open);
        self.copy(&(open..open + 1));
        let ends_with_comma = self.ends_with_comma(open);
        for (index, part) in parts.iter().enumerate() {
            self.newline(indent + STEP);
            self.part(part, indent + STEP);
            if ends_with_comma || index + 1 < parts.len() {
                self.push(",");
            }
        }
        self.newline(indent);
        self.copy(&(close..close + 1));
    }

    /// Whether a comma may stand behind the last of the parts that have a line each: to a macro it may
    /// mean something else, and `(a)` and `[a; 2]` are no lists.
    fn ends_with_comma(&self, open: usize) -> bool {
        let close = self.mate(open);
        let inner = open + 1..close;
        let before = &self.line.tokens[..open];
        let is_macro = before.last().is_some_and(|last| last.kind == Kind::Bang);
        match self.kind(open) {
            Kind::Open(Group::Macro) => false,
            _ if is_macro => false,
            Kind::Open(Group::Parentheses) if !spaces::is_callee(before) => {
                self.part_end(&inner) < close
            }
            Kind::Open(Group::Brackets) => self
                .find(&inner, |this, at| this.kind(at) == Kind::Semicolon)
                .is_none(),
            _ => true,
        }
    }

    /// One part, which may be a field with its name.
    fn part(&mut self, part: &Span, indent: usize) {
        let named = part.len() > 2 && self.kind(part.start + 1) == Kind::Colon;
        if named {
            self.copy(&(part.start..part.start + 2));
            self.push(" ");
            // rustfmt leaves a column free behind the comma.
            self.expression(&(part.start + 2..part.end), indent, 2);
        } else {
            self.expression(part, indent, 1);
        }
    }

    /// As many parts on a line as fit.
    fn filled(&mut self, open: usize, parts: &[Span], indent: usize) {
        let close = self.mate(open);
        self.copy(&(open..open + 1));
        self.newline(indent + STEP);
        let ends_with_comma = self.ends_with_comma(open);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                if self.column() + self.columns(part) + 2 > self.width {
                    self.newline(indent + STEP);
                } else {
                    self.push(" ");
                }
            }
            self.copy(part);
            if ends_with_comma || index + 1 < parts.len() {
                self.push(",");
            }
        }
        self.newline(indent);
        self.copy(&(close..close + 1));
    }

    fn are_short(&self, parts: &[Span]) -> bool {
        parts.iter().all(|part| {
            self.columns(part) <= SHORT_ITEM
                && part
                    .clone()
                    .all(|at| !matches!(self.kind(at), Kind::Path | Kind::Root | Kind::Open(_)))
        })
    }

    /// Whether the last argument may begin on the line and end on another one.
    fn overflows(&self, parts: &[Span], callee: &Span) -> bool {
        let Some((last, others)) = parts.split_last() else {
            return false;
        };
        if others.iter().any(|other| self.is_broken(other)) {
            return false;
        }
        if self.is_closure(last) {
            return true;
        }
        if !others.is_empty() || self.is_long_literal(last) {
            return false;
        }
        let short = !callee.is_empty() && self.columns(callee) < STEP;
        short || self.is_overflowing(last)
    }

    /// Whether the name of the struct that a literal makes is too long for the
    /// line of a call.
    fn is_long_literal(&self, span: &Span) -> bool {
        let last = span.end - 1;
        self.kind(last) == Kind::Close(Group::Value)
            && self.columns(&(span.start..self.mate(last) + 1)) > LIST_WIDTH
    }

    pub(super) fn is_closure(&self, span: &Span) -> bool {
        self.kind(span.start) == Kind::Closure || self.is(span.start, "move")
    }

    /// Whether an only argument may begin on the line of its callee.
    fn is_overflowing(&self, span: &Span) -> bool {
        if self.kind(span.start) == Kind::Prefix {
            return self.is_overflowing(&(span.start + 1..span.end));
        }
        if self.is_control(span.start) {
            return true;
        }
        let mut end = span.end;
        while end > span.start && self.kind(end - 1) == Kind::Question {
            end -= 1;
        }
        matches!(
            self.kind(end - 1),
            Kind::Close(
                Group::Parentheses | Group::Brackets | Group::Slice | Group::Value | Group::Macro
            )
        ) && self.operator(span).is_none()
    }

    fn overflowing(&mut self, open: usize, parts: &[Span], indent: usize, tail: usize) {
        let close = self.mate(open);
        let mark = self.here();
        let last = &parts[parts.len() - 1];
        self.copy(&(open..last.start));
        if parts.len() > 1 {
            self.push(" ");
        }
        let is_chain = !self.is_closure(last)
            && !self.is_control(last.start)
            && self
                .find(last, |this, at| this.kind(at) == Kind::Dot)
                .is_some();
        if parts.len() == 1
            && !is_chain
            && self.line.is_call(last)
            && self.columns(last) > LIST_WIDTH
        {
            // A call in a call gets less room than one on its own.
            self.link(last, indent, tail + 1, LIST_WIDTH);
        } else {
            self.expression(last, indent, tail + 1);
        }
        let first_fits = self.first_line_fits(mark);
        // A chain that is broken has its own lines.
        let is_broken_chain = is_chain
            && self.out[mark.length..]
                .lines()
                .nth(1)
                .is_some_and(|line| line.trim_start().starts_with('.'));
        let first = self.out[mark.length..].split('\n').next();
        let is_within =
            parts.len() == 1 || first.is_some_and(|line| line.chars().count() - 1 <= LIST_WIDTH);
        if is_within && first_fits && !is_broken_chain && !self.is_one_line(mark) {
            self.copy(&(close..close + 1));
            return;
        }
        let lines = self.out[mark.length..].matches('\n').count();
        self.back_to(mark);
        // To rustfmt this is no list of its own.
        if parts.len() == 1 && lines == 1 && !self.is_broken(last) {
            self.copy(&(open..open + 1));
            self.newline(indent + STEP);
            self.expression(last, indent + STEP, 0);
            self.newline(indent);
            self.copy(&(close..close + 1));
            return;
        }
        self.vertical(open, parts, indent);
    }
}

/// Whether an expression looks better on a line of its own than behind `=` or
/// `=>`.
pub(super) fn prefers_next_line(same_line: &str, next_line: &str) -> bool {
    let lines = |text: &str| text.matches('\n').count();
    let opens = |text: &str, bracket: char| {
        let first = text.split('\n').next().unwrap_or(text);
        first.ends_with(bracket)
    };
    lines(next_line) == 0
        || lines(same_line) > lines(next_line) + 1
        || ['(', '{', '[']
            .into_iter()
            .any(|bracket| opens(same_line, bracket) && !opens(next_line, bracket))
}

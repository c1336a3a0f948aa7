//! Expressions that are no statements of their own.

use super::token::{Group, Kind};
use super::{Mark, Printer, STEP, Span};

impl Printer<'_> {
    /// An expression, with so many columns left behind it.
    pub(super) fn expression(&mut self, span: &Span, indent: usize, tail: usize) {
        if span.is_empty() {
            return;
        }
        if self.fits(span, tail) && !self.has_long_chain(span) {
            self.copy(span);
            return;
        }
        let first = span.start;
        match self.kind(first) {
            Kind::Closure => return self.closure(span, indent, tail),
            Kind::Keyword if self.is(first, "move") => return self.closure(span, indent, tail),
            Kind::Keyword if self.is(first, "return") || self.is(first, "mut") => {
                self.copy(&(first..first + 1));
                if first + 1 < span.end {
                    self.push(" ");
                    self.expression(&(first + 1..span.end), indent, tail);
                }
                return;
            }
            _ if self.is_control(first) && self.is_whole_control(span) => {
                if self.is_short_choice(span, tail) {
                    self.copy(span);
                } else {
                    self.control(span, indent, tail);
                }
                return;
            }
            _ => {}
        }
        if let Some(assigns) = self.assignment(span) {
            self.left_side(&(first..assigns), indent);
            self.push(" ");
            self.copy(&(assigns..assigns + 1));
            self.right_side(&(assigns + 1..span.end), indent, tail);
        } else if let Some(operator) = self.operator(span) {
            self.operands(span, operator, indent, tail);
        } else if self.kind(first) == Kind::Prefix {
            self.copy(&(first..first + 1));
            self.expression(&(first + 1..span.end), indent, tail);
        } else {
            self.postfix(span, indent, tail);
        }
    }

    /// The operator that assigns.
    pub(super) fn assignment(&self, span: &Span) -> Option<usize> {
        self.find(span, |this, at| {
            this.kind(at) == Kind::Infix && matches!(this.said(&(at..at + 1)), "=" | "+=")
        })
    }

    pub(super) fn fits(&self, span: &Span, tail: usize) -> bool {
        !self.is_broken(span) && self.column() + self.columns(span) + tail <= self.width
    }

    /// Whether blocks are all that there is.
    fn is_whole_control(&self, span: &Span) -> bool {
        matches!(
            self.kind(span.end - 1),
            Kind::Close(Group::Block | Group::Arms)
        ) && self
            .find(span, |this, at| {
                this.kind(at) == Kind::Dot
                    && at > span.start
                    && matches!(this.kind(at - 1), Kind::Close(Group::Block | Group::Arms))
            })
            .is_none()
    }

    /// What stands before `=`.
    fn left_side(&mut self, span: &Span, indent: usize) {
        let fits = self.column() + self.columns(span) + " =".len() <= self.width;
        let open = (!fits)
            .then(|| {
                self.find(span, |this, at| {
                    this.kind(at) == Kind::Open(Group::Parentheses)
                })
            })
            .flatten();
        if let Some(open) = open {
            self.copy(&(span.start..open));
            self.push(" ");
            self.list(open, &(open..open), indent, 2, 0);
        } else {
            self.copy(span);
        }
    }

    /// What stands behind `=`: there, or on the next line if that looks better.
    fn right_side(&mut self, span: &Span, indent: usize, tail: usize) {
        let mark = self.here();
        self.push(" ");
        self.expression(span, indent, tail);
        let first = span.start;
        if self.is_one_line(mark) && self.column() + tail <= self.width
            || (self.is_control(first) && self.opens_block(mark))
        {
            return;
        }
        let fits = self.fits_since(mark, tail);
        let same_line = self.take_since(mark);
        self.newline(indent + STEP);
        let start = self.here();
        self.expression(span, indent + STEP, tail);
        let next_line = &self.out[start.length..];
        let is_better = !fits || super::lists::prefers_next_line(&same_line, next_line);
        if !is_better || !self.fits_since(start, tail) {
            self.back_to(mark);
            self.give_back(&same_line);
        }
    }

    /// Whether the first line ends with the brace of a block.
    fn opens_block(&self, mark: Mark) -> bool {
        let first = self.out[mark.length..].split('\n').next();
        self.first_line_fits(mark) && first.is_some_and(|line| line.ends_with('{'))
    }

    /// The weakest operator between operands: it binds what is broken first.
    pub(super) fn operator(&self, span: &Span) -> Option<usize> {
        let mut weakest: Option<(usize, usize)> = None;
        let mut at = span.start;
        while at < span.end {
            if self.kind(at) == Kind::Closure {
                break;
            }
            if self.kind(at) == Kind::Infix {
                let strength = strength(self.said(&(at..at + 1)));
                if strength > 0 && weakest.is_none_or(|(known, _)| strength < known) {
                    weakest = Some((strength, at));
                }
            }
            at = self.next(at);
        }
        weakest.map(|(_, at)| at)
    }

    /// Operands below one another, the operator in front.
    fn operands(&mut self, span: &Span, operator: usize, indent: usize, tail: usize) {
        let mark = self.said(&(operator..operator + 1)).to_owned();
        let mut start = span.start;
        loop {
            let end = self
                .find(&(start..span.end), |this, at| {
                    this.kind(at) == Kind::Infix && this.is(at, &mark)
                })
                .unwrap_or(span.end);
            if start > span.start {
                // Nothing is left alone on a line that is shorter than the step.
                if self.column() <= indent + STEP {
                    self.push(" ");
                } else {
                    self.newline(indent + STEP);
                }
                self.push(&mark);
                self.push(" ");
            }
            let last = end == span.end;
            let step = if start == span.start { 0 } else { STEP };
            self.expression(&(start..end), indent + step, if last { tail } else { 0 });
            if last {
                return;
            }
            start = end + 1;
        }
    }

    fn closure(&mut self, span: &Span, indent: usize, tail: usize) {
        let head = self
            .find(span, |this, at| this.kind(at) == Kind::ClosureEnd)
            .map_or(span.end, |at| at + 1);
        self.copy(&(span.start..head));
        if head == span.end {
            return;
        }
        self.push(" ");
        let body = head..span.end;
        if self.kind(head) == Kind::Open(Group::Block) {
            self.block(head, indent);
            return;
        }
        let body = self.without_braces(&body);
        if self.fits(&body, tail) && !self.has_long_chain(&body) {
            self.copy(&body);
        } else if self.is_block_like(&body) {
            self.expression(&body, indent, tail);
        } else {
            self.push("{");
            self.newline(indent + STEP);
            self.expression(&body, indent + STEP, 0);
            self.newline(indent);
            self.push("}");
        }
    }

    /// Whether a closure's body may have several lines without braces.
    fn is_block_like(&self, body: &Span) -> bool {
        match self.kind(body.start) {
            Kind::Prefix => self.is_block_like(&(body.start + 1..body.end)),
            Kind::Keyword => self.is(body.start, "match") || self.is(body.start, "loop"),
            _ => {
                let last = body.end - 1;
                self.kind(last) == Kind::Close(Group::Value)
                    && self.operator(body).is_none()
                    && self
                        .find(body, |this, at| this.kind(at) == Kind::Dot)
                        .is_none()
            }
        }
    }

    /// Calls, lists, values of structs, and chains of calls.
    fn postfix(&mut self, span: &Span, indent: usize, tail: usize) {
        if self
            .find(span, |this, at| this.kind(at) == Kind::Dot)
            .is_some()
        {
            self.chain(span, indent, tail);
        } else {
            self.link(span, indent, tail, usize::MAX);
        }
    }

    /// A call, a list or a value, with the `?` behind it.
    ///
    /// On one line only within so many columns.
    pub(super) fn link(&mut self, span: &Span, indent: usize, tail: usize, most: usize) {
        let mut end = span.end;
        while end > span.start && self.kind(end - 1) == Kind::Question {
            end -= 1;
        }
        let asks = end..span.end;
        let tail = tail + asks.len();
        let last = end - 1;
        if let Kind::Close(group) = self.kind(last) {
            let open = self.mate(last);
            let callee = span.start..open;
            if !callee.is_empty() {
                self.copy(&callee);
                if matches!(group, Group::Value | Group::Macro) {
                    self.push(" ");
                }
            }
            self.list(open, &callee, indent, tail, most.saturating_sub(asks.len()));
        } else {
            self.copy(&(span.start..end));
        }
        self.copy(&asks);
    }
}

/// How strongly an operator binds; 0 for what is none.
fn strength(mark: &str) -> usize {
    match mark {
        "||" => 1,
        "&&" => 2,
        "==" | "!=" | "<" | ">" | "<=" | ">=" => 3,
        "|" => 4,
        "&" => 5,
        "<<" | ">>" => 6,
        "+" | "-" => 7,
        "*" | "/" | "%" => 8,
        _ => 0,
    }
}

//! Blocks, their statements, and the arms of a `match`.

use super::token::{Group, Kind};
use super::{Mark, Printer, STEP, Span};

/// The columns of `if … { … } else { … }` and of `let … else { … }` on one line.
const SHORT: usize = 50;

impl Printer<'_> {
    /// A block from its brace on, over several lines unless it is empty.
    pub(super) fn block(&mut self, open: usize, indent: usize) {
        let inner = open + 1..self.mate(open);
        self.push("{");
        if !inner.is_empty() {
            self.statements(&inner, indent + STEP);
            self.newline(indent);
        }
        self.push("}");
    }

    fn statements(&mut self, span: &Span, indent: usize) {
        let mut at = span.start;
        let mut after_use = false;
        while at < span.end {
            let end = self.statement_end(at, span.end);
            let is_use = self.is(at, "use");
            if after_use && !is_use {
                self.empty_line();
            }
            after_use = is_use;
            self.newline(indent);
            self.statement(&(at..end), indent);
            at = end;
        }
    }

    /// Where the statement that begins here ends.
    fn statement_end(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while self.kind(at) == Kind::Pound {
            at = self.mate(at + 1) + 1;
        }
        let is_control = self.is_control(at);
        while at < limit {
            let next = self.next(at);
            match self.kind(at) {
                Kind::Semicolon => return next,
                Kind::Open(Group::Block | Group::Arms)
                    if is_control && (next == limit || !self.continues(next)) =>
                {
                    return next;
                }
                _ => {}
            }
            at = next;
        }
        limit
    }

    /// Whether what begins with this token ends with a block.
    pub(super) fn is_control(&self, at: usize) -> bool {
        self.kind(at) == Kind::Open(Group::Block)
            || (self.kind(at) == Kind::Keyword
                && matches!(
                    self.said(&(at..at + 1)),
                    "if" | "match" | "for" | "while" | "loop" | "unsafe"
                ))
    }

    /// Whether the statement goes on behind a block.
    fn continues(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Dot | Kind::Question) || self.is(at, "else")
    }

    /// A statement with its semicolon, if it has one.
    pub(super) fn statement(&mut self, statement: &Span, indent: usize) {
        let start = self.attributes(statement, indent);
        let ended = self.kind(statement.end - 1) == Kind::Semicolon;
        let body = start..statement.end - usize::from(ended);
        let tail = usize::from(ended);
        if self.is(start, "let") {
            self.binding(&body, indent);
        } else if self.is(start, "use") {
            self.copy(&body);
        } else {
            self.expression(&body, indent, tail);
        }
        if ended {
            self.push(";");
        }
    }

    /// `let`, with its `else`.
    fn binding(&mut self, binding: &Span, indent: usize) {
        let last = binding.end - 1;
        let otherwise = (self.kind(last) == Kind::Close(Group::Block))
            .then(|| self.mate(last))
            .filter(|open| *open > binding.start && self.is(open - 1, "else"));
        let Some(open) = otherwise else {
            self.expression(binding, indent, 1);
            return;
        };
        let init = binding.start..open - 1;
        let mark = self.here();
        self.expression(&init, indent, 0);
        let is_one_line = self.is_one_line(mark);
        let is_long_pattern = self.out[mark.length..]
            .lines()
            .next()
            .is_some_and(|line| line.ends_with('('));
        let stays = if is_one_line {
            self.column() + " else {".len() < self.width
        } else {
            self.ends_open() && !is_long_pattern
        };
        if stays {
            self.push(" ");
        } else {
            self.newline(indent);
        }
        let inner = open + 1..last;
        let is_short = is_one_line
            && self.is_single(&inner)
            && !self.is_broken(&inner)
            && self.column() - indent + self.columns(&inner) + " else {  };".len() <= SHORT;
        self.push("else ");
        if is_short {
            self.copy(&(open..binding.end));
        } else {
            self.block(open, indent);
        }
    }

    /// Whether the last line has nothing but brackets that end something.
    fn ends_open(&self) -> bool {
        self.out[self.line_start..]
            .trim()
            .chars()
            .all(|letter| matches!(letter, ')' | ']' | '}' | '?'))
    }

    /// Whether the content of a block is one expression.
    pub(super) fn is_single(&self, inner: &Span) -> bool {
        !inner.is_empty()
            && self.kind(inner.end - 1) != Kind::Semicolon
            && self.statement_end(inner.start, inner.end) == inner.end
            && !self.is(inner.start, "let")
    }

    /// `if`, `match`, `for` and `loop`, from the keyword to the end of the last block.
    pub(super) fn control(&mut self, span: &Span, indent: usize, tail: usize) {
        if self.kind(span.start) == Kind::Open(Group::Block) {
            self.block(span.start, indent);
            return;
        }
        let body =
            |this: &Self, at| matches!(this.kind(at), Kind::Open(Group::Block | Group::Arms));
        let mut at = span.start;
        while at < span.end {
            let Some(open) = self.find(&(at..span.end), body) else {
                self.copy(&(at..span.end));
                return;
            };
            // Behind the head stands ` {`, whatever comes behind the block.
            self.head(&(at..open), indent, tail.max(2));
            if self.kind(open) == Kind::Open(Group::Arms) {
                self.arms(open, indent);
            } else {
                self.block(open, indent);
            }
            at = self.mate(open) + 1;
            if at < span.end {
                self.push(" ");
            }
        }
    }

    /// Whether an `if` with its `else` fits on one line.
    pub(super) fn is_short_choice(&self, span: &Span, tail: usize) -> bool {
        let last = span.end - 1;
        if !self.is(span.start, "if") {
            return false;
        }
        let open = self.mate(last);
        let is_pair = open > 2
            && self.is(open - 1, "else")
            && self.kind(open - 2) == Kind::Close(Group::Block);
        if !is_pair {
            return false;
        }
        let first = self.mate(open - 2);
        let (then, other) = (first + 1..open - 2, open + 1..last);
        first > span.start
            && self.find(&(span.start..span.end), |this, at| {
                this.kind(at) == Kind::Open(Group::Block)
            }) == Some(first)
            && [&then, &other]
                .into_iter()
                .all(|inner| self.is_single(inner) && !self.is_broken(inner))
            && !self.is_broken(&(span.start..first))
            && self.columns(span) <= SHORT
            && self.column() + self.columns(span) + tail <= self.width
    }

    /// What stands before a block, and a space or a new line.
    fn head(&mut self, head: &Span, indent: usize, tail: usize) {
        if self.fits(head, tail) && !self.has_long_chain(head) {
            self.copy(head);
            self.push(" ");
            return;
        }
        let mark = self.here();
        // The expression is behind `if`, `match`, `in` or `=`.
        let start = self
            .find(head, |this, at| {
                this.is(at, "in") || (this.kind(at) == Kind::Infix && this.is(at, "="))
            })
            .or_else(|| self.find(head, |this, at| this.is(at, "match") || this.is(at, "if")))
            .map_or(head.start, |at| at + 1);
        self.copy(&(head.start..start));
        if start > head.start {
            self.push(" ");
        }
        self.expression(&(start..head.end), indent, 0);
        let is_one_line = self.is_one_line(mark);
        if is_one_line && self.column() + tail <= self.width || !is_one_line && self.ends_open() {
            self.push(" ");
        } else {
            self.newline(indent);
        }
    }

    pub(super) fn is_one_line(&self, mark: Mark) -> bool {
        self.line_start == mark.line_start
    }

    /// The arms of a `match`, from the brace on.
    fn arms(&mut self, open: usize, indent: usize) {
        let inner = open + 1..self.mate(open);
        self.push("{");
        let mut at = inner.start;
        while at < inner.end {
            let arrow = self
                .find(&(at..inner.end), |this, at| {
                    this.kind(at) == Kind::Infix && this.is(at, "=>")
                })
                .unwrap_or(inner.end - 1);
            let (end, next) = self.arm_end(arrow + 1, inner.end);
            self.newline(indent + STEP);
            let start = self.attributes(&(at..arrow), indent + STEP);
            self.pattern(&(start..arrow), indent + STEP);
            self.push(" => ");
            self.arm_body(&(arrow + 1..end), indent + STEP);
            at = next;
        }
        if !inner.is_empty() {
            self.newline(indent);
        }
        self.push("}");
    }

    /// Where the body of an arm ends, and where the next arm begins.
    fn arm_end(&self, start: usize, limit: usize) -> (usize, usize) {
        let comma = |end: usize| {
            let has_comma = end < limit && self.kind(end) == Kind::Comma;
            (end, end + usize::from(has_comma))
        };
        if matches!(self.kind(start), Kind::Open(Group::Block | Group::Optional)) {
            let end = self.mate(start) + 1;
            if end == limit || self.kind(end) == Kind::Comma || !self.continues(end) {
                return comma(end);
            }
        }
        comma(self.part_end(&(start..limit)))
    }

    /// A pattern; alternatives that do not fit stand below one another.
    fn pattern(&mut self, pattern: &Span, indent: usize) {
        if self.column() + self.columns(pattern) + " => {".len() <= self.width {
            self.copy(pattern);
            return;
        }
        let mut at = pattern.start;
        while at < pattern.end {
            let bar = self
                .find(&(at..pattern.end), |this, at| {
                    this.kind(at) == Kind::Infix && this.is(at, "|")
                })
                .unwrap_or(pattern.end);
            if at > pattern.start {
                self.newline(indent);
                self.push("| ");
            }
            self.copy(&(at..bar));
            at = bar + 1;
        }
    }

    /// The body of an arm, with the comma behind it.
    fn arm_body(&mut self, body: &Span, indent: usize) {
        if self.kind(body.start) == Kind::Open(Group::Block)
            && self.mate(body.start) + 1 == body.end
        {
            self.block(body.start, indent);
            return;
        }
        let body = self.without_braces(body);
        let mark = self.here();
        self.arm_expression(&body, indent, 1);
        if self.is_one_line(mark) && self.column() < self.width {
            self.push(",");
            return;
        }
        let fits = self.first_line_fits(mark);
        let same_line = self.take_since(mark);
        let is_statement = self.is(body.start, "return") || self.assignment(&body).is_some();
        self.push("{");
        self.newline(indent + STEP);
        let inner = self.here();
        self.arm_expression(&body, indent + STEP, usize::from(is_statement));
        let next_line = self.out[inner.length..].to_owned();
        let prefers_next = !next_line.contains('\n') && self.fits_since(inner, 0)
            || super::lists::prefers_next_line(&same_line, &next_line);
        if fits && self.is_extendable(&body) && !prefers_next {
            self.back_to(mark);
            self.give_back(&same_line);
            // Behind a block there is no comma.
            if !self.ends_with_block(&body) {
                self.push(",");
            }
            return;
        }
        if is_statement {
            self.push(";");
        }
        self.newline(indent);
        self.push("}");
    }

    /// An `if` has its own lines here, however short it is.
    fn arm_expression(&mut self, body: &Span, indent: usize, tail: usize) {
        if self.is(body.start, "if") {
            self.control(body, indent, tail);
        } else {
            self.expression(body, indent, tail);
        }
    }

    /// Whether a body may begin behind the arrow and end on another line.
    fn is_extendable(&self, body: &Span) -> bool {
        if matches!(self.kind(body.start), Kind::Prefix) {
            return self.is_extendable(&(body.start + 1..body.end));
        }
        if self.kind(body.start) == Kind::Keyword {
            return self.is(body.start, "match") || self.is(body.start, "loop");
        }
        self.operator(body).is_none() && self.assignment(body).is_none()
    }

    /// Whether a body is a `match` or a block.
    fn ends_with_block(&self, body: &Span) -> bool {
        matches!(
            self.kind(body.end - 1),
            Kind::Close(Group::Arms | Group::Block)
        )
    }

    pub(super) fn first_line_fits(&self, mark: Mark) -> bool {
        let text = &self.out[mark.line_start..];
        let first = text.split('\n').next().unwrap_or(text);
        first.chars().count() <= self.width
    }

    /// The content of braces that are not needed.
    pub(super) fn without_braces(&self, span: &Span) -> Span {
        if self.kind(span.start) == Kind::Open(Group::Optional) {
            span.start + 1..span.end - 1
        } else {
            span.clone()
        }
    }
}

//! Items: types, implementations, functions, constants.

use super::token::{Group, Kind};
use super::{Printer, STEP, Span, WIDTH};

/// The columns of an attribute's arguments on one line.
const ATTRIBUTE_WIDTH: usize = 70;

impl Printer<'_> {
    /// All items, an empty line before each.
    pub(super) fn top_level(&mut self) {
        let all = 0..self.line.tokens.len() - 1;
        let mut at = all.start;
        while at < all.end {
            let end = self.item_end(at, all.end);
            self.newline(0);
            let start = self.attributes(&(at..end), 0);
            if self.line.narrows && self.is_for_others(&(start..end)) {
                // What a crate does not use of its own types is no mistake.
                self.push("#[allow(dead_code)]");
                self.newline(0);
            }
            self.item(&(start..end), 0);
            self.newline(0);
            at = end;
        }
    }

    /// Whether an item is a type, or what can be called on one.
    fn is_for_others(&self, item: &Span) -> bool {
        match self.kind(item.end - 1) {
            Kind::Close(Group::Fields | Group::Variants) => true,
            Kind::Close(Group::Items) => {
                self.is(item.start, "impl")
                    && self.find(item, |this, at| this.is(at, "for")).is_none()
            }
            _ => self.find(item, |this, at| this.is(at, "struct")).is_some(),
        }
    }

    /// The items between braces, an empty line between two of which one is long.
    fn inner_items(&mut self, span: &Span, indent: usize) {
        let mut at = span.start;
        let mut before: Option<Span> = None;
        while at < span.end {
            let end = self.item_end(at, span.end);
            let item = at..end;
            if let Some(before) = before.replace(item.clone())
                && !(self.is_short(&before) && self.is_short(&item))
            {
                self.empty_line();
            }
            self.newline(indent);
            self.item(&item, indent);
            at = end;
        }
    }

    /// Whether an item is a line among others like it.
    fn is_short(&self, item: &Span) -> bool {
        self.kind(item.end - 1) == Kind::Semicolon && self.kind(item.start) != Kind::Doc
    }

    /// Where the item that begins here ends.
    fn item_end(&self, start: usize, limit: usize) -> usize {
        let mut is_value = false;
        let mut at = start;
        while at < limit {
            match self.kind(at) {
                Kind::Semicolon => return at + 1,
                Kind::Open(Group::Items | Group::Fields | Group::Variants | Group::Block)
                    if !is_value =>
                {
                    return self.mate(at) + 1;
                }
                Kind::Infix if self.is(at, "=") => is_value = true,
                _ => {}
            }
            at = self.next(at);
        }
        limit
    }

    pub(super) fn item(&mut self, item: &Span, indent: usize) {
        let start = self.attributes(item, indent);
        let item = start..item.end;
        let last = item.end - 1;
        match self.kind(last) {
            Kind::Close(Group::Block) => self.function(&item, indent),
            Kind::Close(group @ (Group::Items | Group::Fields | Group::Variants)) => {
                let open = self.mate(last);
                self.header(&(item.start..open), indent);
                self.push("{");
                let inner = open + 1..last;
                if inner.is_empty() {
                    self.push("}");
                    return;
                }
                match group {
                    Group::Items => self.inner_items(&inner, indent + STEP),
                    _ => self.members(&inner, indent + STEP),
                }
                self.newline(indent);
                self.push("}");
            }
            _ => self.statement_item(&item, indent),
        }
    }

    /// What stands before the braces of a type or an `impl`, and a space.
    fn header(&mut self, header: &Span, indent: usize) {
        let fits = self.column() + self.columns(header) + 2 <= self.width;
        let middle = (!fits)
            .then(|| self.find(header, |this, at| this.is(at, "for")))
            .flatten();
        let Some(middle) = middle else {
            self.copy(header);
            self.push(" ");
            return;
        };
        self.copy(&(header.start..middle));
        self.newline(indent + STEP);
        self.copy(&(middle..header.end));
        self.newline(indent);
    }

    /// Constants, statics, uses, tuple structs: what a semicolon ends.
    fn statement_item(&mut self, item: &Span, indent: usize) {
        if self.find(item, |this, at| this.is(at, "=")).is_some() {
            self.statement(item, indent);
            return;
        }
        let open = self.find(item, |this, at| {
            this.kind(at) == Kind::Open(Group::Parentheses)
                && at > item.start + 1
                && this.mate(at) + 2 == item.end
        });
        if self.column() + self.columns(item) > self.width
            && let Some(open) = open
        {
            self.copy(&(item.start..open));
            self.push("(");
            self.members(&(open + 1..self.mate(open)), indent + STEP);
            self.newline(indent);
            self.push(");");
            return;
        }
        self.copy(item);
    }

    /// Fields and variants, a line each.
    fn members(&mut self, span: &Span, indent: usize) {
        for part in self.parts(span) {
            self.newline(indent);
            let start = self.attributes(&part, indent);
            self.member(&(start..part.end), indent);
            self.push(",");
        }
    }

    fn member(&mut self, member: &Span, indent: usize) {
        if self.column() + self.columns(member) < self.width {
            self.copy(member);
            return;
        }
        let colon = self.find(member, |this, at| this.kind(at) == Kind::Colon);
        let ty = match colon {
            Some(colon) => {
                self.copy(&(member.start..colon + 1));
                let ty = colon + 1..member.end;
                if indent + STEP + self.columns(&ty) < self.width {
                    self.newline(indent + STEP);
                    self.copy(&ty);
                    return;
                }
                self.push(" ");
                ty
            }
            None => member.clone(),
        };
        self.ty(&ty, indent);
    }

    /// A type that does not fit: its arguments a line each.
    fn ty(&mut self, ty: &Span, indent: usize) {
        let list = self.find(ty, |this, at| {
            matches!(
                this.kind(at),
                Kind::Open(Group::Angles | Group::Parentheses)
            )
        });
        let is_last = |open: &usize| {
            let behind = self.mate(*open) + 1;
            behind == ty.end || self.is(behind, "->")
        };
        let Some(open) = list.filter(is_last) else {
            self.copy(ty);
            return;
        };
        let close = self.mate(open);
        self.copy(&(ty.start..open + 1));
        for part in self.parts(&(open + 1..close)) {
            self.newline(indent + STEP);
            if self.column() + self.columns(&part) < self.width {
                self.copy(&part);
            } else {
                self.ty(&part, indent + STEP);
            }
            self.push(",");
        }
        self.newline(indent);
        self.copy(&(close..ty.end));
    }

    fn function(&mut self, item: &Span, indent: usize) {
        let close = item.end - 1;
        let open = self.mate(close);
        // What follows on the line is ` {`, or ` {}`.
        let tail = if open + 1 == close { 3 } else { 2 };
        if self.signature(&(item.start..open), indent, tail) {
            self.push(" ");
        } else {
            self.newline(indent);
        }
        self.block(open, indent);
    }

    /// What stands before a function's body; whether the brace may follow on the line.
    fn signature(&mut self, signature: &Span, indent: usize, tail: usize) -> bool {
        let list = self.find(signature, |this, at| {
            this.kind(at) == Kind::Open(Group::Parentheses)
        });
        let fits = self.column() + self.columns(signature) + tail <= self.width;
        let Some(open) = list.filter(|open| !fits && self.mate(*open) > open + 1) else {
            self.copy(signature);
            return self.column() + tail <= self.width;
        };
        let close = self.mate(open);
        self.copy(&(signature.start..open + 1));
        for part in self.parts(&(open + 1..close)) {
            self.newline(indent + STEP);
            // rustfmt does not count the word `impl` and its space.
            let extra = if self.is(part.start + 2, "impl") {
                5
            } else {
                0
            };
            if self.column() + self.columns(&part) < self.width + extra {
                self.copy(&part);
            } else {
                self.ty(&part, indent + STEP);
            }
            self.push(",");
        }
        self.newline(indent);
        let behind = close..signature.end;
        let arrow = self.find(&(close + 1..signature.end), |this, at| this.is(at, "->"));
        // rustfmt counts the arrow, but not the bracket before it.
        let ty = arrow.map(|arrow| arrow + 1..signature.end);
        if let Some(ty) = ty.filter(|ty| indent + 3 + self.columns(ty) > self.width) {
            self.copy(&(close..ty.start));
            self.push(" ");
            self.ty(&ty, indent);
            return true;
        }
        self.copy(&behind);
        // The indentation counts twice.
        let level = WIDTH - self.width;
        2 * indent + self.columns(&behind) + tail + level <= self.width
    }

    /// Documentation and attributes, a line each; gives what comes behind.
    pub(super) fn attributes(&mut self, span: &Span, indent: usize) -> usize {
        let mut at = span.start;
        while at < span.end {
            match self.kind(at) {
                Kind::Doc => {
                    self.push("///");
                    self.copy(&(at..at + 1));
                    at += 1;
                }
                Kind::Pound => {
                    let close = self.mate(at + 1);
                    self.attribute(&(at..close + 1), indent);
                    at = close + 1;
                }
                _ => break,
            }
            self.newline(indent);
        }
        at
    }

    fn attribute(&mut self, attribute: &Span, indent: usize) {
        let open = self.find(&(attribute.start + 2..attribute.end - 1), |this, at| {
            this.kind(at) == Kind::Open(Group::Parentheses)
        });
        let Some(open) = open else {
            self.copy(attribute);
            return;
        };
        self.copy(&(attribute.start..open));
        self.meta(open, indent, 1);
        self.push("]");
    }

    /// The arguments of an attribute.
    fn meta(&mut self, open: usize, indent: usize, tail: usize) {
        let close = self.mate(open);
        let list = open..close + 1;
        let width = self.columns(&list);
        let is_derive = self.is(open - 1, "derive");
        let limit = if is_derive {
            self.width
        } else {
            ATTRIBUTE_WIDTH + 2
        };
        if width <= limit && self.column() + width + tail <= self.width {
            self.copy(&list);
            return;
        }
        self.push("(");
        let parts = self.parts(&(open + 1..close));
        for (index, part) in parts.iter().enumerate() {
            self.newline(indent + STEP);
            let inner = part.end - 1;
            if self.kind(inner) == Kind::Close(Group::Parentheses) {
                let open = self.mate(inner);
                self.copy(&(part.start..open));
                self.meta(open, indent + STEP, 1);
            } else {
                self.copy(part);
            }
            if index + 1 < parts.len() {
                self.push(",");
            }
        }
        self.newline(indent);
        self.push(")");
    }
}

//! Tokens → text as rustfmt leaves it.
//!
//! The generator writes a small part of Rust, and this knows just that part:
//! no syntax tree is built, which would take most of the generator's time.
//! Tokens become one long line first (`line`); what fits is copied from it,
//! what does not is broken where rustfmt breaks it. Emitted code is written
//! with absolute paths, so that no schema can shadow what it uses; where no
//! generated type has the name, the prelude's short one takes their place,
//! since people read `Option<String>` more easily.

mod chains;
mod expressions;
mod feed;
mod items;
mod line;
mod lists;
pub(super) mod prelude;
mod spaces;
mod statements;
#[cfg(test)]
mod tests;
mod token;

use std::collections::BTreeSet;
use std::ops::Range;

use proc_macro2::TokenStream;

use crate::config::Visibility;

use line::Line;
use prelude::Prelude;
use token::Kind;

/// The columns of a line.
const WIDTH: usize = 100;
/// The columns by which a level is indented.
const STEP: usize = 4;

/// Some tokens that follow one another, by their indices.
type Span = Range<usize>;

/// Writes items.
pub(super) struct Printer<'p> {
    line: Line<'p>,
    /// The columns that there are.
    width: usize,
    out: String,
    /// Where the last line begins.
    line_start: usize,
}

/// A place in the output to come back to.
#[derive(Clone, Copy)]
struct Mark {
    length: usize,
    line_start: usize,
}

impl<'p> Printer<'p> {
    /// For items that are going to be indented by so many levels.
    pub(super) fn new(prelude: &'p Prelude, level: usize) -> Self {
        Self {
            line: Line::new(prelude),
            width: WIDTH - level * STEP,
            out: String::new(),
            line_start: 0,
        }
    }

    /// The text of items, an empty line before each. What is `pub` is for whom
    /// the visibility says.
    pub(super) fn items(&mut self, tokens: TokenStream, visibility: Visibility) -> &str {
        self.line.set(tokens, visibility == Visibility::Crate);
        self.out.clear();
        self.line_start = 0;
        self.top_level();
        &self.out
    }

    /// The paths that have to be imported for what was written since the last
    /// time.
    pub(super) fn imported(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.line.imported)
    }
}

impl Printer<'_> {
    fn kind(&self, at: usize) -> Kind {
        self.line.tokens[at].kind
    }

    fn mate(&self, at: usize) -> usize {
        self.line.tokens[at].mate
    }

    fn said(&self, span: &Span) -> &str {
        if span.is_empty() {
            return "";
        }
        let tokens = &self.line.tokens;
        &self.line.text[tokens[span.start].start..tokens[span.end - 1].end]
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.said(&(at..at + 1)) == word
    }

    /// The columns of some tokens on one line.
    fn columns(&self, span: &Span) -> usize {
        let text = self.said(span);
        if self.line.is_ascii {
            text.len()
        } else {
            text.chars().count()
        }
    }

    /// Whether something among the tokens needs lines of its own.
    fn is_broken(&self, span: &Span) -> bool {
        self.line.tokens[span.end].broken > self.line.tokens[span.start].broken
    }

    fn column(&self) -> usize {
        self.out[self.line_start..].chars().count()
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Copies tokens from the line.
    fn copy(&mut self, span: &Span) {
        if span.is_empty() {
            return;
        }
        let tokens = &self.line.tokens;
        let (start, end) = (tokens[span.start].start, tokens[span.end - 1].end);
        self.out.push_str(&self.line.text[start..end]);
    }

    fn newline(&mut self, indent: usize) {
        self.empty_line();
        self.blanks(indent);
    }

    fn blanks(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    /// A line without anything on it.
    fn empty_line(&mut self) {
        self.out.push('\n');
        self.line_start = self.out.len();
    }

    fn here(&self) -> Mark {
        Mark {
            length: self.out.len(),
            line_start: self.line_start,
        }
    }

    fn back_to(&mut self, mark: Mark) {
        self.out.truncate(mark.length);
        self.line_start = mark.line_start;
    }

    /// Takes back what was written since a mark.
    fn take_since(&mut self, mark: Mark) -> String {
        let text = self.out.split_off(mark.length);
        self.line_start = mark.line_start;
        text
    }

    /// Writes text that may have several lines.
    fn give_back(&mut self, text: &str) {
        if let Some(last) = text.rfind('\n') {
            self.line_start = self.out.len() + last + 1;
        }
        self.out.push_str(text);
    }

    /// Whether all lines since a mark are within the width, with so many
    /// columns left on the first and the last one.
    fn fits_since(&self, mark: Mark, tail: usize) -> bool {
        let text = &self.out[mark.line_start..];
        let last = text.matches('\n').count();
        text.split('\n').enumerate().all(|(index, line)| {
            let tail = if index == 0 || index == last { tail } else { 0 };
            line.chars().count() + tail <= self.width
        })
    }

    /// The first token of a kind that stands between no brackets.
    fn find(&self, span: &Span, mut wanted: impl FnMut(&Self, usize) -> bool) -> Option<usize> {
        let mut at = span.start;
        while at < span.end {
            if wanted(self, at) {
                return Some(at);
            }
            at = self.next(at);
        }
        None
    }

    /// The token behind this one, or behind the bracket that it opens.
    fn next(&self, at: usize) -> usize {
        match self.kind(at) {
            Kind::Open(_) => self.mate(at) + 1,
            _ => at + 1,
        }
    }

    /// The parts between commas.
    fn parts(&self, span: &Span) -> Vec<Span> {
        let mut parts = Vec::new();
        let mut start = span.start;
        while start < span.end {
            let end = self.part_end(&(start..span.end));
            parts.push(start..end);
            start = end + 1;
        }
        parts
    }

    /// Where the first part ends: its comma, or the end of all.
    fn part_end(&self, span: &Span) -> usize {
        let mut in_closure = false;
        self.find(span, |this, at| {
            match this.kind(at) {
                Kind::Closure => in_closure = true,
                Kind::ClosureEnd => in_closure = false,
                _ => {}
            }
            this.kind(at) == Kind::Comma && !in_closure
        })
        .unwrap_or(span.end)
    }
}

//! Tokens → one line of text, and what each token in it is.
//!
//! The text is that of the tokens with rustfmt's spaces on a single line, however long. What fits
//! is copied out of it as it stands; where it has to be broken, the tokens
//! say so.

use std::collections::BTreeSet;
use std::ops::Range;

use proc_macro2::TokenStream;

use super::prelude::Prelude;
use super::spaces;
use super::token::{Group, Kind, Token};

/// The tokens of some items on one line.
pub(super) struct Line<'p> {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    pub(super) is_ascii: bool,
    /// The paths that have to be imported, without the first `::`.
    pub(super) imported: BTreeSet<String>,
    /// How many brackets so far cannot stand on one line.
    pub(super) broken: usize,
    pub(super) prelude: &'p Prelude,
    /// Whether `pub` means the crate alone.
    pub(super) narrows: bool,
    /// The `::` with which the path before the next token begins, and how many
    /// names it has.
    pub(super) path: Option<(usize, usize)>,
}

impl<'p> Line<'p> {
    pub(super) fn new(prelude: &'p Prelude) -> Self {
        Self {
            text: String::new(),
            tokens: Vec::new(),
            is_ascii: true,
            imported: BTreeSet::new(),
            broken: 0,
            prelude,
            narrows: false,
            path: None,
        }
    }

    /// Puts tokens in place of those that are there.
    pub(super) fn set(&mut self, tokens: TokenStream, narrows: bool) {
        self.narrows = narrows;
        self.text.clear();
        self.tokens.clear();
        self.broken = 0;
        self.path = None;
        self.feed(tokens, Group::Items);
        self.is_ascii = self.text.is_ascii();
        let end = self.text.len();
        self.tokens.push(Token {
            kind: Kind::Semicolon,
            start: end,
            end,
            mate: 0,
            broken: self.broken,
        });
    }

    /// Adds a token of this text.
    pub(super) fn push(&mut self, kind: Kind, text: &str) -> usize {
        let start = self.begin(kind);
        self.text.push_str(text);
        self.end(kind, start)
    }

    /// Adds a token that is written like this.
    pub(super) fn written(&mut self, kind: Kind, text: std::fmt::Arguments<'_>) -> usize {
        use std::fmt::Write as _;

        let start = self.begin(kind);
        // Writing to a text does not fail.
        let _ = self.text.write_fmt(text);
        self.end(kind, start)
    }

    pub(super) fn begin(&mut self, kind: Kind) -> usize {
        if !matches!(kind, Kind::Word | Kind::Path) {
            self.path = None;
        }
        if spaces::between(&self.text, &self.tokens, kind) {
            self.text.push(' ');
        }
        self.text.len()
    }

    pub(super) fn end(&mut self, kind: Kind, start: usize) -> usize {
        self.tokens.push(Token {
            kind,
            start,
            end: self.text.len(),
            mate: 0,
            broken: self.broken,
        });
        self.tokens.len() - 1
    }

    pub(super) fn pair(&mut self, open: usize, close: usize) {
        self.tokens[open].mate = close;
        self.tokens[close].mate = open;
    }

    /// Whether the tokens from here on are one expression, which needs no
    /// braces in a closure or a match arm.
    pub(super) fn is_expression(&self, start: usize) -> bool {
        let Some(first) = self.tokens.get(start) else {
            return false;
        };
        let word = match first.kind {
            Kind::Keyword => &self.text[first.start..first.end],
            Kind::Pound | Kind::Doc | Kind::Open(Group::Block) => return false,
            _ => "",
        };
        let is_control = match word {
            "let" | "use" | "const" | "unsafe" => return false,
            "if" | "match" | "for" | "while" | "loop" => true,
            _ => false,
        };
        let mut at = start;
        while let Some(token) = self.tokens.get(at) {
            match token.kind {
                Kind::Semicolon => return false,
                Kind::Open(group) => {
                    at = token.mate;
                    let is_end = self
                        .tokens
                        .get(at + 1)
                        .is_none_or(|next| &self.text[next.start..next.end] == "else");
                    if is_control && matches!(group, Group::Block | Group::Arms) && !is_end {
                        return false;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        true
    }

    /// Whether a bracket holds several things.
    pub(super) fn has_commas(&self, open: usize, close: usize) -> bool {
        let mut at = open + 1;
        let mut in_closure = false;
        while at < close {
            match self.tokens[at].kind {
                Kind::Open(_) => at = self.tokens[at].mate,
                Kind::Closure => in_closure = true,
                Kind::ClosureEnd => in_closure = false,
                Kind::Comma if !in_closure => return true,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Whether some tokens are the call of a function or a macro, and no more.
    pub(super) fn is_call(&self, span: &Range<usize>) -> bool {
        let inner = &self.tokens[span.clone()];
        let asks = inner
            .iter()
            .rev()
            .take_while(|token| token.kind == Kind::Question)
            .count();
        let Some(last) = span
            .end
            .checked_sub(1 + asks)
            .filter(|last| *last > span.start)
        else {
            return false;
        };
        let mut at = span.start;
        while self.tokens[at].kind == Kind::Prefix {
            at += 1;
        }
        let first = at;
        while at < last {
            match self.tokens[at].kind {
                Kind::Open(Group::Parentheses) if self.tokens[at].mate == last => {
                    return at > first;
                }
                Kind::Open(_) => at = self.tokens[at].mate + 1,
                Kind::Word | Kind::Root | Kind::Path | Kind::Bang => at += 1,
                _ => return false,
            }
        }
        false
    }

    /// Whether a bracket is the pattern of a `let`.
    pub(super) fn is_pattern(&self, open: usize) -> bool {
        open > 0 && {
            let before = self.tokens[open - 1];
            &self.text[before.start..before.end] == "let"
        }
    }

    /// Whether a bracket, with its tokens up to `close`, is a tuple that its only comma makes one.
    pub(super) fn is_tuple_of_one(&self, open: usize, close: usize) -> bool {
        self.tokens[open].kind == Kind::Open(Group::Parentheses)
            && !spaces::is_callee(&self.tokens[..open])
            && self.tokens[close - 1].kind == Kind::Comma
            && !self.has_commas(open, close - 1)
    }

    /// Whether the parentheses that were just opened are a macro's.
    pub(super) fn is_in_macro(&self) -> bool {
        self.tokens
            .len()
            .checked_sub(2)
            .is_some_and(|at| self.tokens[at].kind == Kind::Bang)
    }
}

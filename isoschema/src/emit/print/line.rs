//! Tokens → one line with the spaces that people write, and what each token
//! in it is to those around it.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use syn::Lit;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, a literal; `?` and `>` behind one.
    Operand,
    /// Another word, a lifetime.
    Keyword,
    /// A line of documentation.
    Doc,
    /// An opening bracket; whether it is a brace.
    Open(bool),
    Close(bool),
    /// The bracket that ends an attribute.
    Attribute,
    /// A comma that parts what a bracket holds.
    Comma,
    /// What stands close to what is before it alone: other commas, the end of
    /// a closure's parameters.
    Near,
    Semicolon,
    /// `::`, `.`, `#`, `<` before types, an operator with one operand: what
    /// follows stands close to it.
    Tight,
    /// `!` behind a macro's name.
    Bang,
    Range,
    Infix,
}

/// A token of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether what stands in this bracket has lines of its own.
    pub(super) broken: bool,
    /// Whether semicolons part what stands in this bracket, and commas only what is between two.
    pub(super) parted: bool,
    /// The columns of what is between this comma or bracket and the next.
    pub(super) width: usize,
}

/// What stands in brackets and is wider has lines of its own.
pub(super) const WIDE: usize = 120;
/// As [`WIDE`], in braces.
const SHORT: usize = 70;

/// The tokens of some items on one line.
#[derive(Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
}

/// What is known of a bracket while it is read.
#[derive(Default)]
struct Level {
    /// The open `<`, and whether each has its `>` before a path or a type.
    angles: Vec<bool>,
    in_closure: bool,
    /// Whether statements, arms or documentation are in it.
    has_lines: bool,
    semicolons: usize,
    /// Whether a bracket in it is broken, however deep.
    has_broken: bool,
    /// The columns so far.
    width: usize,
    /// The last comma or the bracket, and the columns up to it.
    part: usize,
    before: usize,
}

impl Line {
    pub(super) fn of(items: TokenStream) -> Self {
        let mut line = Self::default();
        line.feed(items, &mut Level::default());
        line
    }

    /// The text of a token.
    pub(super) fn said(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token.map_or("", |token| &self.text[token.start..token.end])
    }

    /// The text of the last token, or of one so many before it.
    fn last(&self, back: usize) -> &str {
        let at = self.tokens.len().checked_sub(1 + back);
        at.map_or("", |at| self.said(at))
    }

    fn last_kind(&self) -> Option<Kind> {
        self.tokens.last().map(|token| token.kind)
    }

    fn feed(&mut self, tokens: TokenStream, level: &mut Level) {
        let mut trees = tokens.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    let kind = if KEYWORDS.contains(&word.as_str()) {
                        Kind::Keyword
                    } else {
                        Kind::Operand
                    };
                    self.push(kind, &word, level);
                }
                TokenTree::Literal(literal) => {
                    self.push(Kind::Operand, &literal.to_string(), level);
                }
                TokenTree::Group(group) => self.group(group.delimiter(), group.stream(), level),
                TokenTree::Punct(mark) if mark.as_char() == '\'' => {
                    if let Some(name) = trees.next() {
                        self.push(Kind::Keyword, &format!("'{name}"), level);
                    }
                }
                TokenTree::Punct(mark) => {
                    let doc = (mark.as_char() == '#').then(|| trees.peek().and_then(documentation));
                    if let Some(text) = doc.flatten() {
                        trees.next();
                        self.push(Kind::Doc, &format!("///{text}"), level);
                        level.has_lines = true;
                        continue;
                    }
                    let closes = mark.as_char() == '>' && !level.angles.is_empty();
                    let mut text = String::from(mark.as_char());
                    join(&mark, closes, &mut trees, &mut text);
                    self.mark(&text, level);
                }
            }
        }
    }

    fn push(&mut self, kind: Kind, text: &str, level: &mut Level) -> usize {
        level.has_lines |= self.last_kind() == Some(Kind::Close(true)) && begins(kind, text);
        let is_spaced = self.is_spaced(kind, text);
        if is_spaced {
            self.text.push(' ');
        }
        level.width += text.len() + usize::from(is_spaced);
        let start = self.text.len();
        self.text.push_str(text);
        self.tokens.push(Token {
            kind,
            start,
            end: self.text.len(),
            broken: false,
            parted: false,
            width: 0,
        });
        self.tokens.len() - 1
    }

    /// Whether a space stands before a token.
    fn is_spaced(&self, kind: Kind, text: &str) -> bool {
        let Some(last) = self.last_kind() else {
            return false;
        };
        match (last, kind) {
            (Kind::Open(false) | Kind::Tight, _)
            | (
                _,
                Kind::Comma
                | Kind::Near
                | Kind::Semicolon
                | Kind::Close(false)
                | Kind::Attribute
                | Kind::Bang,
            )
            | (Kind::Operand | Kind::Bang | Kind::Close(false), Kind::Open(false))
            | (Kind::Open(true), Kind::Close(true))
            | (Kind::Operand | Kind::Close(false), Kind::Range)
            | (Kind::Range, Kind::Operand | Kind::Open(false)) => false,
            (Kind::Keyword, Kind::Open(false)) => !matches!(self.last(0), "fn" | "pub"),
            (Kind::Keyword, Kind::Tight) if text == "<" => !matches!(self.last(0), "impl" | "for"),
            (Kind::Operand | Kind::Close(_), Kind::Tight) => !matches!(text, "::" | "." | "<"),
            (_, Kind::Operand) => !matches!(text, "?" | ">"),
            (_, Kind::Infix) => text != ":",
            _ => true,
        }
    }

    fn mark(&mut self, text: &str, level: &mut Level) {
        let is_prefix = match self.last_kind() {
            Some(Kind::Operand | Kind::Close(false) | Kind::Bang) => false,
            Some(Kind::Tight) => !matches!(self.last(0), "::" | "."),
            _ => true,
        };
        let kind = match text {
            "," if level.angles.is_empty() && !level.in_closure => {
                let comma = self.push(Kind::Comma, text, level);
                self.end_part(level, comma);
                return;
            }
            "," => Kind::Near,
            ";" => {
                level.angles.clear();
                level.has_lines = true;
                level.semicolons += 1;
                let end = self.push(Kind::Semicolon, text, level);
                self.end_part(level, end);
                return;
            }
            "<" if self.opens_angle(is_prefix) => {
                level.angles.push(matches!(self.last(0), "impl" | "for"));
                Kind::Tight
            }
            ">" => match level.angles.pop() {
                Some(true) => Kind::Near,
                Some(false) => Kind::Operand,
                None => Kind::Infix,
            },
            "|" if level.in_closure => {
                level.in_closure = false;
                Kind::Near
            }
            "|" if is_prefix => {
                level.in_closure = true;
                Kind::Tight
            }
            "=>" => {
                level.has_lines = true;
                Kind::Infix
            }
            "?" if !is_prefix => Kind::Operand,
            "!" if !is_prefix => Kind::Bang,
            ".." | "..=" => Kind::Range,
            "::" | "." | "#" | "$" => Kind::Tight,
            "!" | "?" | "&" | "&&" | "*" | "-" if is_prefix => Kind::Tight,
            _ => Kind::Infix,
        };
        self.push(kind, text, level);
    }

    /// Whether a `<` stands before types.
    fn opens_angle(&self, is_prefix: bool) -> bool {
        let last = self.last(0);
        let is_constant = last.len() > 1 && !last.contains(|letter: char| letter.is_lowercase());
        is_prefix
            || last == "::"
            || self.last(1) == "fn"
            || (last.starts_with(|letter: char| letter.is_ascii_uppercase()) && !is_constant)
    }

    fn group(&mut self, delimiter: Delimiter, stream: TokenStream, level: &mut Level) {
        let (opening, closing) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => return self.feed(stream, level),
        };
        let is_brace = delimiter == Delimiter::Brace;
        let before = self.last_kind();
        let is_call = matches!(before, Some(Kind::Operand | Kind::Close(_)));
        let kind = match self.last(0) {
            "#" => Kind::Attribute,
            _ => Kind::Close(is_brace),
        };
        let open = self.push(Kind::Open(is_brace), opening, level);
        let mut inner = Level {
            part: open,
            ..Level::default()
        };
        self.feed(stream, &mut inner);
        self.end_part(&mut inner, open);
        let broken = self.tokens.len() > open + 1
            && if is_brace {
                inner.has_lines || inner.has_broken || inner.width > SHORT
            } else {
                inner.width > WIDE
            };
        if is_call && !is_brace && !broken {
            self.drop_comma();
        }
        let close = self.push(kind, closing, level);
        self.tokens[open].broken = broken;
        self.tokens[open].parted = inner.semicolons > 0;
        self.tokens[close].broken = broken;
        level.has_broken |= broken || inner.has_broken;
        level.width += if broken { 0 } else { inner.width };
    }

    /// A comma before the closing bracket of a call is for lines of their own.
    fn drop_comma(&mut self) {
        if let Some(comma) = self.tokens.pop_if(|last| last.kind == Kind::Comma) {
            self.text.truncate(comma.start);
        }
    }

    /// Notes the columns of what stands before the comma or at the end.
    fn end_part(&mut self, level: &mut Level, next: usize) {
        self.tokens[level.part].width = level.width - level.before;
        level.part = next;
        level.before = level.width;
    }
}

/// Whether a token behind a closing brace begins the next statement or item.
pub(super) fn begins(kind: Kind, text: &str) -> bool {
    let is_close = matches!(
        kind,
        Kind::Close(_) | Kind::Comma | Kind::Near | Kind::Semicolon | Kind::Infix | Kind::Range
    );
    !is_close && !matches!(text, "else" | "as" | "." | "?" | "::")
}

/// What an attribute says, if it is a line of documentation.
fn documentation(attribute: &TokenTree) -> Option<String> {
    let TokenTree::Group(group) = attribute else {
        return None;
    };
    let mut inner = group.stream().into_iter();
    match (inner.next()?, inner.next()?, inner.next()?) {
        (TokenTree::Ident(doc), TokenTree::Punct(_), TokenTree::Literal(text)) if doc == "doc" => {
            let Lit::Str(text) = Lit::new(text) else {
                return None;
            };
            let text = text.value();
            (!text.contains(['\n', '\r']) && !text.starts_with('/')).then_some(text)
        }
        _ => None,
    }
}

/// Adds the marks that make one operator with the first.
fn join(
    first: &Punct,
    closes: bool,
    trees: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>,
    text: &mut String,
) {
    let mut spacing = first.spacing();
    while let (Spacing::Joint, false, Some(TokenTree::Punct(next))) =
        (spacing, closes, trees.peek())
    {
        text.push(next.as_char());
        if !OPERATORS.contains(&text.as_str()) {
            text.pop();
            return;
        }
        spacing = next.spacing();
        trees.next();
    }
}

/// The operators of several marks.
const OPERATORS: &[&str] = &[
    "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..", "..=", "+=", "-=", "*=", "/=",
    "%=", "|=", "&=", "^=", "<<", ">>",
];

/// The words of Rust's that are no value and no path.
const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "dyn", "else", "enum", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct",
    "trait", "type", "unsafe", "use", "where", "while",
];

//! Tokens → the line: what each token is, and what its brackets hold.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, TokenStream, TokenTree};

use super::line::Line;
use super::spaces;
use super::token::{Group, Kind, LIST_WIDTH, Token, VALUE_WIDTH};

type Trees = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// What is known at one level of nesting.
struct Level {
    /// What the next braces hold.
    braces: Option<Group>,
    /// The open `<`.
    angles: Vec<usize>,
    in_closure: bool,
    /// Whether the item is `type … = …;`.
    in_type: bool,
    group: Group,
}

impl Line<'_> {
    /// Adds tokens that are in such a bracket.
    pub(super) fn feed(&mut self, tokens: TokenStream, group: Group) {
        let mut level = Level {
            braces: None,
            angles: Vec::new(),
            in_closure: false,
            in_type: false,
            group,
        };
        let mut trees = tokens.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(word) => self.word(&word, &mut level),
                TokenTree::Literal(literal) => {
                    self.written(Kind::Literal, format_args!("{literal}"));
                }
                TokenTree::Punct(punct) => self.punct(&punct, &mut trees, &mut level),
                TokenTree::Group(inner) => {
                    let delimiter = inner.delimiter();
                    let stream = inner.stream();
                    // What is not shared need not be copied.
                    drop(inner);
                    self.group(delimiter, stream, &mut level);
                }
            }
        }
    }

    fn word(&mut self, word: &Ident, level: &mut Level) {
        if self.narrows && word == "pub" {
            self.push(Kind::Keyword, "pub(crate)");
            return;
        }
        let at = self.written(Kind::Word, format_args!("{word}"));
        let Token { start, end, .. } = self.tokens[at];
        let text = &self.text[start..end];
        if spaces::is_keyword(text) {
            if level.braces.is_none() {
                level.braces = match text {
                    "struct" => Some(Group::Fields),
                    "enum" => Some(Group::Variants),
                    "use" => Some(Group::Uses),
                    "match" => Some(Group::Arms),
                    "impl" | "mod" | "trait" if level.group == Group::Items => Some(Group::Items),
                    "fn" | "if" | "else" | "for" | "while" | "loop" | "unsafe" => {
                        Some(Group::Block)
                    }
                    _ => None,
                };
            }
            level.in_type |= text == "type";
            self.tokens[at].kind = Kind::Keyword;
            self.path = None;
        } else if let Some((first, count)) = &mut self.path {
            *count += 1;
            let (first, count) = (*first, *count);
            self.shorten(first, count);
        }
    }

    /// Leaves out the beginning of a path where the rest says as much.
    fn shorten(&mut self, first: usize, count: usize) {
        let path = &self.text[self.tokens[first].start..];
        let short = match count {
            3 => self.prelude.has(path),
            4 => self.prelude.has_variant(path),
            _ => false,
        };
        if short {
            if self.prelude.imports(path) {
                self.imported
                    .insert(path.trim_start_matches(':').to_owned());
            }
            let name = path.rsplit("::").next().unwrap_or(path).to_owned();
            self.text.truncate(match first {
                0 => 0,
                _ => self.tokens[first - 1].end,
            });
            self.tokens.truncate(first);
            self.push(Kind::Word, &name);
            // Behind an enum's name there may be that of a variant.
            self.path = (count == 3).then_some((first, 3));
        }
    }

    fn punct(&mut self, first: &Punct, trees: &mut Trees, level: &mut Level) {
        let mut marks = [first.as_char() as u8, 0, 0];
        let mut count = 1;
        if first.as_char() == '\'' {
            if let Some(TokenTree::Ident(name)) = trees.next() {
                self.written(Kind::Lifetime, format_args!("'{name}"));
            }
            return;
        }
        let mut spacing = first.spacing();
        while spacing == Spacing::Joint && count < 3 {
            let Some(TokenTree::Punct(next)) = trees.peek() else {
                break;
            };
            marks[count] = u8::try_from(next.as_char()).unwrap_or(b'?');
            if !spaces::is_operator(&marks[..=count])
                || (marks[0] == b'>' && !level.angles.is_empty())
            {
                break;
            }
            spacing = next.spacing();
            count += 1;
            trees.next();
        }
        // Marks are ASCII.
        self.mark(std::str::from_utf8(&marks[..count]).unwrap_or("?"), level);
    }

    fn mark(&mut self, text: &str, level: &mut Level) {
        let is_prefix = spaces::expects_operand(&self.tokens);
        let kind = match text {
            "<" if self.opens_angle(is_prefix) => {
                let at = self.push(Kind::Open(Group::Angles), text);
                level.angles.push(at);
                return;
            }
            ">" if !level.angles.is_empty() => {
                self.drop_comma();
                if let Some(open) = level.angles.pop() {
                    let close = self.push(Kind::Close(Group::Angles), text);
                    self.pair(open, close);
                }
                return;
            }
            "," => Kind::Comma,
            ";" => {
                level.braces = None;
                level.in_type = false;
                Kind::Semicolon
            }
            ":" => Kind::Colon,
            "::" => {
                if is_prefix || !spaces::continues_path(&self.tokens) {
                    let at = self.push(Kind::Root, text);
                    self.path = Some((at, 0));
                    return;
                }
                Kind::Path
            }
            "." => Kind::Dot,
            ".." | "..=" => Kind::Range,
            "?" => Kind::Question,
            "#" => Kind::Pound,
            "|" if level.in_closure => {
                level.in_closure = false;
                Kind::ClosureEnd
            }
            "|" if is_prefix => {
                level.in_closure = true;
                Kind::Closure
            }
            "||" if is_prefix => {
                self.push(Kind::Closure, "|");
                self.push(Kind::ClosureEnd, "|");
                return;
            }
            "!" if !is_prefix => Kind::Bang,
            "!" | "&" | "&&" | "*" | "-" if is_prefix => Kind::Prefix,
            _ => Kind::Infix,
        };
        self.push(kind, text);
    }

    /// Whether a `<` opens a list of types.
    fn opens_angle(&self, is_prefix: bool) -> bool {
        let Some(last) = self.tokens.last() else {
            return true;
        };
        let before = self.tokens.len().checked_sub(2).map(|at| self.tokens[at]);
        let text = &self.text[last.start..last.end];
        is_prefix
            || last.kind == Kind::Path
            || last.kind == Kind::Keyword
            || (last.kind == Kind::Word
                && (text.starts_with(|letter: char| letter.is_ascii_uppercase())
                    || before.is_some_and(|before| {
                        before.kind == Kind::Keyword && &self.text[before.start..before.end] == "fn"
                    })))
    }

    /// A comma before a closing bracket is there where the bracket has a
    /// line of its own.
    fn drop_comma(&mut self) {
        if let Some(last) = self.tokens.pop_if(|last| last.kind == Kind::Comma) {
            self.text.truncate(last.start);
        }
    }

    fn group(&mut self, delimiter: Delimiter, stream: TokenStream, level: &mut Level) {
        let last = self.tokens.last().map(|token| token.kind);
        let group = match delimiter {
            // `pub(crate)`; but `pub ()` is a field.
            Delimiter::Parenthesis if self.text.ends_with("pub") && !stream.is_empty() => {
                Group::Visibility
            }
            Delimiter::Parenthesis => Group::Parentheses,
            Delimiter::Bracket if last == Some(Kind::Pound) => {
                return self.attribute(stream);
            }
            Delimiter::Bracket if level.in_type => Group::Slice,
            Delimiter::Bracket => Group::Brackets,
            Delimiter::Brace => self.braces(level),
            Delimiter::None => {
                return self.feed(stream, level.group);
            }
        };
        self.bracketed(group, stream);
    }

    fn bracketed(&mut self, group: Group, stream: TokenStream) {
        let (opening, closing) = match group {
            Group::Parentheses | Group::Visibility => ("(", ")"),
            Group::Brackets | Group::Slice => ("[", "]"),
            _ => ("{", "}"),
        };
        let open = self.push(Kind::Open(group), opening);
        self.feed(stream, group);
        if !self.is_tuple_of_one(open, self.tokens.len()) {
            self.drop_comma();
        }
        let (group, closing) = if group == Group::Body {
            self.body(open)
        } else {
            (group, closing)
        };
        let close = self.push(Kind::Close(group), closing);
        self.pair(open, close);
        let width = self.tokens[close].start - self.tokens[open].end;
        let commas = width > LIST_WIDTH
            && (self.has_commas(open, close) || self.is_call(&(open + 1..close)));
        let wide = match group {
            Group::Parentheses => commas && !self.is_pattern(open),
            Group::Brackets => commas,
            Group::Value => width > VALUE_WIDTH + 2,
            _ => group.is_broken() && close > open + 1,
        };
        if wide {
            self.broken += 1;
        }
    }

    /// What the braces of a body are to be, once its tokens are there.
    fn body(&mut self, open: usize) -> (Group, &'static str) {
        let group = if self.is_expression(open + 1) {
            let (start, end) = (self.tokens[open].start, self.tokens[open + 1].start);
            self.text.drain(start..end);
            for token in &mut self.tokens[open + 1..] {
                token.start -= end - start;
                token.end -= end - start;
            }
            self.tokens[open].end = start;
            Group::Optional
        } else {
            Group::Block
        };
        self.tokens[open].kind = Kind::Open(group);
        let closing = if group == Group::Block { "}" } else { "" };
        (group, closing)
    }

    /// What braces hold.
    fn braces(&self, level: &mut Level) -> Group {
        if let Some(group) = level.braces.take() {
            return group;
        }
        match self.tokens.last().map(|token| token.kind) {
            Some(Kind::Bang) => Group::Macro,
            Some(Kind::Path) => Group::Uses,
            Some(Kind::Word | Kind::Close(Group::Angles)) => Group::Value,
            Some(Kind::Open(Group::Parentheses)) if self.is_in_macro() => Group::Macro,
            Some(Kind::ClosureEnd) => Group::Body,
            Some(Kind::Infix) if self.text.ends_with("=>") => Group::Body,
            _ => Group::Block,
        }
    }

    fn attribute(&mut self, stream: TokenStream) {
        let open = self.push(Kind::Open(Group::Attribute), "[");
        self.feed(stream, Group::Attribute);
        if let Some(text) = self.documentation(open) {
            // With the `#`.
            let start = self.tokens[open - 1].start;
            self.text.truncate(start);
            self.tokens.truncate(open - 1);
            self.push(Kind::Doc, &text);
            return;
        }
        let close = self.push(Kind::Close(Group::Attribute), "]");
        self.pair(open, close);
    }

    /// What an attribute says, if it is `doc`.
    fn documentation(&self, open: usize) -> Option<String> {
        let said = |at: usize| &self.text[self.tokens[at].start..self.tokens[at].end];
        let is_doc = self.tokens.len() == open + 4 && said(open + 1) == "doc";
        is_doc.then(|| spaces::unquoted(said(open + 3)))?
    }
}

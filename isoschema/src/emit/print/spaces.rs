//! Where rustfmt puts spaces on a line, and what tells apart the marks that
//! mean several things.

use super::token::{Group, Kind, Token};

/// Whether a space stands before a token of this kind.
#[expect(
    clippy::unnested_or_patterns,
    reason = "what stands beside one another reads better in pairs"
)]
pub(super) fn between(text: &str, tokens: &[Token], kind: Kind) -> bool {
    let Some(last) = tokens.last().map(|token| token.kind) else {
        return false;
    };
    match (last, kind) {
        (
            _,
            Kind::Comma
            | Kind::Semicolon
            | Kind::Colon
            | Kind::Question
            | Kind::Dot
            | Kind::Bang
            | Kind::ClosureEnd
            | Kind::Close(
                Group::Parentheses
                | Group::Visibility
                | Group::Brackets
                | Group::Slice
                | Group::Angles
                | Group::Attribute
                | Group::Uses
                | Group::Optional,
            ),
        )
        | (
            Kind::Open(
                Group::Parentheses
                | Group::Visibility
                | Group::Brackets
                | Group::Slice
                | Group::Angles
                | Group::Attribute
                | Group::Uses
                | Group::Optional,
            ),
            _,
        )
        | (Kind::Root | Kind::Path | Kind::Dot | Kind::Pound | Kind::Prefix | Kind::Closure, _)
        | (Kind::Word | Kind::Literal | Kind::Range, Kind::Range)
        | (Kind::Close(Group::Parentheses | Group::Brackets), Kind::Range)
        | (Kind::Range, Kind::Word | Kind::Literal | Kind::Open(Group::Parentheses))
        | (Kind::Word | Kind::Close(Group::Angles), Kind::Path)
        | (Kind::Open(_), Kind::Close(_))
        | (
            Kind::Word
            | Kind::Bang
            | Kind::Question
            | Kind::Close(Group::Parentheses | Group::Brackets | Group::Slice | Group::Angles),
            Kind::Open(Group::Parentheses | Group::Brackets),
        )
        | (Kind::Word, Kind::Open(Group::Angles))
        | (_, Kind::Open(Group::Visibility)) => false,
        (Kind::Keyword, Kind::Open(Group::Angles)) => !text.ends_with("impl"),
        (Kind::Keyword, Kind::Open(Group::Parentheses)) => !text.ends_with("fn"),
        _ => true,
    }
}

pub(super) fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "as" | "break"
            | "const"
            | "continue"
            | "dyn"
            | "else"
            | "enum"
            | "fn"
            | "for"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "type"
            | "unsafe"
            | "use"
            | "where"
            | "while"
    )
}

pub(super) fn is_operator(marks: &[u8]) -> bool {
    matches!(
        marks,
        b"::"
            | b"->"
            | b"=>"
            | b"=="
            | b"!="
            | b"<="
            | b">="
            | b"&&"
            | b"||"
            | b".."
            | b"..="
            | b"+="
            | b"-="
            | b"*="
            | b"|="
            | b"&="
            | b"<<"
            | b">>"
    )
}

/// Whether what comes next is the beginning of an expression, a type or a pattern.
pub(super) fn expects_operand(tokens: &[Token]) -> bool {
    match tokens.last().map(|token| token.kind) {
        None => true,
        Some(kind) => !matches!(
            kind,
            Kind::Word
                | Kind::Literal
                | Kind::Lifetime
                | Kind::Question
                | Kind::Bang
                | Kind::Root
                | Kind::Path
                | Kind::Dot
                | Kind::Close(
                    Group::Parentheses
                        | Group::Brackets
                        | Group::Slice
                        | Group::Angles
                        | Group::Value
                )
        ),
    }
}

/// Whether `::` belongs to what stands before it.
pub(super) fn continues_path(tokens: &[Token]) -> bool {
    let Some(last) = tokens.last() else {
        return false;
    };
    match last.kind {
        Kind::Word => true,
        // Behind the parameters of an `impl` a path begins.
        Kind::Close(Group::Angles) => last.mate == 0 || tokens[last.mate - 1].kind != Kind::Keyword,
        _ => false,
    }
}

/// Whether parentheses behind these tokens hold arguments.
pub(super) fn is_callee(tokens: &[Token]) -> bool {
    matches!(
        tokens.last().map(|token| token.kind),
        Some(
            Kind::Word
                | Kind::Bang
                | Kind::Question
                | Kind::Close(Group::Parentheses | Group::Brackets | Group::Slice | Group::Angles)
        )
    )
}

/// The text of a plain string literal of one line.
pub(super) fn unquoted(literal: &str) -> Option<String> {
    // Documentation in the generator's own templates is raw.
    if let Some(raw) = literal.strip_prefix('r') {
        let raw = raw.trim_matches('#');
        let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
        return Some(inner.to_owned());
    }
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.to_owned());
    }
    let mut text = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next()? {
            mark @ ('"' | '\'' | '\\') => text.push(mark),
            't' => text.push('\t'),
            'u' => {
                let code: String = letters
                    .by_ref()
                    .skip(1)
                    .take_while(|letter| *letter != '}')
                    .collect();
                text.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
            }
            _ => return None,
        }
    }
    (!text.contains(['\n', '\r'])).then_some(text)
}

//! Tokens → text that rustc reads and people find their way in.
//!
//! Statements, members of braces and items have lines of their own; a list is
//! broken at its commas where it is long, since rustc is slow on endless lines.

use proc_macro2::TokenStream;

use super::line::{Kind, Line, WIDE, begins};

/// The columns that a list is filled up to.
const WIDTH: usize = 100;

/// What stands around tokens.
#[derive(Clone, Copy)]
struct Around {
    is_brace: bool,
    broken: bool,
    parted: bool,
}

/// The text of machinery.
pub(in crate::emit) fn machinery(items: TokenStream) -> String {
    let line = Line::of(items);
    let mut out = String::with_capacity(line.text.len() + line.text.len() / 4);
    let mut around = vec![Around {
        is_brace: true,
        broken: true,
        parted: true,
    }];
    let (mut indent, mut line_start) = (0, 0);
    for (at, token) in line.tokens.iter().enumerate() {
        if let Kind::Close(_) | Kind::Attribute = token.kind {
            around.pop();
            indent -= usize::from(token.broken);
        }
        let column = out.len() - line_start;
        let inside = around.last().copied();
        if inside.is_some_and(|inside| is_broken(&line, at, inside, column)) {
            let further = usize::from(token.kind == Kind::Infix);
            out.push('\n');
            line_start = out.len();
            out.extend(std::iter::repeat_n("    ", indent + further));
        } else if at > 0 {
            out.push_str(&line.text[line.tokens[at - 1].end..token.start]);
        }
        out.push_str(line.said(at));
        if let Kind::Open(is_brace) = token.kind {
            let (broken, parted) = (token.broken, token.parted);
            around.push(Around {
                is_brace,
                broken,
                parted,
            });
            indent += usize::from(broken);
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Whether a token begins a line.
fn is_broken(line: &Line, at: usize, around: Around, column: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| line.tokens[before]) else {
        return false;
    };
    let token = line.tokens[at];
    let has_lines = around.is_brace && around.broken;
    match (before.kind, token.kind) {
        (Kind::Doc, _) => true,
        (Kind::Open(_), _) => before.broken,
        (_, Kind::Close(_) | Kind::Attribute) => token.broken,
        (Kind::Comma, _) => {
            let is_list = around.is_brace && !around.parted;
            around.broken && (is_list || column + 1 + before.width > WIDTH)
        }
        (Kind::Semicolon | Kind::Attribute, _) => has_lines,
        (Kind::Close(true), kind) => has_lines && begins(kind, line.said(at)),
        (_, Kind::Infix) => column > WIDE && matches!(line.said(at), "|" | "||" | "&&"),
        _ => false,
    }
}

//! What of an item is left out.

use super::known::Known;
use super::mentioned::Mentioned;
use super::parts::{commented, without};
use super::pieces::pieces;
use super::select::needed;

/// What a module needs of a text of the runtime.
fn pasted(runtime: &str, module: &str) -> String {
    let pieces = pieces(runtime);
    let pieces: Vec<_> = pieces.iter().collect();
    let known = Known::of(&pieces);
    let mut mentioned = Mentioned::default();
    mentioned.module(module, &known);
    let needed = needed(&pieces, &mut mentioned, &known);
    let mut out = String::new();
    for (piece, needed) in pieces.iter().zip(&needed).filter(|it| it.1.whole) {
        let parts = piece.parts.iter().zip(&needed.parts);
        let cuts: Vec<_> = parts
            .filter(|(_, is_needed)| !**is_needed)
            .map(|(part, _)| part.range.clone())
            .collect();
        out.push_str(&without(piece.text, &cuts));
        out.push('\n');
    }
    out
}

#[test]
fn members_are_left_out_one_by_one() {
    let runtime = "\
pub struct Tape;
impl Tape {
    /// Called.
    pub fn first(&self) {
        self.second();
    }

    fn second(&self) {}

    /// Not called: what another one has of this name is.
    pub fn third(&self) {}
}
pub trait Read {
    const PLACE: u8 = 0;

    fn read();

    fn scan() {
        unused();
    }
}
impl Read for Tape {
    fn read() {}

    fn scan() {}
}
pub fn unused() {}
";
    let module =
        "fn a(tape: &support::Tape) { tape.first(); other.third(); <T as support::Read>::read(); }";
    let wanted = "\
pub struct Tape;
impl Tape {
    /// Called.
    pub fn first(&self) {
        self.second();
    }

    fn second(&self) {}
}
pub trait Read {
    fn read();
}
impl Read for Tape {
    fn read() {}
}
";
    assert_eq!(pasted(runtime, module), wanted);
}

#[test]
fn variants_go_with_their_arms() {
    let runtime = "\
pub enum Why {
    /// Made.
    Kind(u8),
    Length { least: u64 },
    Never,
}
impl Display for Why {
    fn fmt(&self) {
        match self {
            Self::Kind(kind) => told(kind),
            Self::Length { least } => {
                only_length(least);
            }
            Self::Never => nothing(),
        }
    }
}
pub fn told() {}
pub fn only_length() {}
";
    let wanted = "\
pub enum Why {
    /// Made.
    Kind(u8),
}
impl Display for Why {
    fn fmt(&self) {
        match self {
            Self::Kind(kind) => told(kind),
        }
    }
}
pub fn told() {}
";
    assert_eq!(pasted(runtime, "support::Why::Kind(1)"), wanted);
}

#[test]
fn macros_have_what_their_calls_say() {
    let runtime = "\
#[macro_export]
macro_rules! text {
    ($name:ident $(<$de:lifetime>)? any $(numbers $numbers:expr)?) => {
        impl $(<$de>)? $name $(<$de>)? {
            $(const NUMBERS: u8 = $numbers;)?
            fn any() {}
        }
    };
    ($name:ident limited) => {
        support::refused();
    };
}
pub fn refused() {}
";
    let wanted = "\
#[macro_export]
macro_rules! text {
    ($name:ident any) => {
        impl $name {
            fn any() {}
        }
    };
}
";
    assert_eq!(pasted(runtime, "support::text! { Name any }"), wanted);
    let whole = pasted(
        runtime,
        "support::text! { Name<'de> any numbers 1 } support::text! { Other limited }",
    );
    assert_eq!(whole, runtime);
}

#[test]
fn macros_inside_of_others_have_what_those_are_given() {
    let runtime = "\
#[macro_export]
macro_rules! record {
    ($name:ident $([$fixed:expr])?) => {
        support::members! { $name $([$fixed])? }
    };
}
#[macro_export]
macro_rules! list {
    ([$item:ident]) => {};
}
#[macro_export]
macro_rules! members {
    ($name:ident $([$fixed:expr])?) => {
        $(support::fixed($fixed);)?
    };
}
pub fn fixed() {}
";
    let wanted = "\
#[macro_export]
macro_rules! record {
    ($name:ident) => {
        support::members! { $name }
    };
}
#[macro_export]
macro_rules! list {
    ([$item:ident]) => {};
}
#[macro_export]
macro_rules! members {
    ($name:ident) => {
    };
}
";
    let list = "support::list! { [Name] }";
    assert_eq!(
        pasted(runtime, &format!("{list} support::record! {{ Name }}")),
        wanted
    );
    let fixed = format!("{list} support::record! {{ Name [1] }}");
    assert_eq!(pasted(runtime, &fixed), runtime);
}

#[test]
fn comments_say_what_something_is_there_with() {
    let runtime = "\
pub fn read() {
    // Only with `Scanner`.
    if let Some(read) = quickly() {
        return read;
    }
    slowly()
}
pub fn quickly() {}
pub struct Scanner;
";
    let wanted = "pub fn read() {\n    slowly()\n}\n";
    assert_eq!(pasted(runtime, "support::read()"), wanted);
    let with = "support::read(); support::Scanner";
    assert_eq!(pasted(runtime, with), runtime);
}

/// What a comment is about ends where it began: in none of the runtime's files does it take a
/// bracket that it does not close.
#[test]
fn no_comment_is_about_half_of_something() {
    let mut count = 0;
    for (name, text) in isoschema_runtime::source::FILES {
        let parts = commented(text);
        let cuts: Vec<_> = parts.into_iter().map(|part| part.range).collect();
        count += cuts.len();
        let left = syn::parse_file(&without(text, &cuts));
        assert!(left.is_ok(), "{name}: {:?}", left.err());
    }
    assert!(count > 20, "{count} comments");
}

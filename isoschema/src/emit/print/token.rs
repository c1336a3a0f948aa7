//! What a token is.

/// What a token is to those that stand around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, `self` or `true`.
    Word,
    /// Another word of Rust.
    Keyword,
    Literal,
    Lifetime,
    /// A line of documentation, its text without the quotes.
    Doc,
    Open(Group),
    Close(Group),
    Comma,
    Semicolon,
    Colon,
    /// `::` before the first name of a path.
    Root,
    /// `::` between two names.
    Path,
    Dot,
    /// `..` and `..=`
    Range,
    Question,
    /// `!` behind a macro's name.
    Bang,
    /// An operator before its only operand.
    Prefix,
    /// An operator between two operands, `=`, `=>`, `->`.
    Infix,
    /// `|` before the parameters of a closure, or `||`.
    Closure,
    /// `|` behind them.
    ClosureEnd,
    Pound,
}

/// What stands between two brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Parentheses,
    /// Behind `pub`.
    Visibility,
    Brackets,
    /// The brackets around the type of items.
    Slice,
    Angles,
    /// The brackets of an attribute.
    Attribute,
    /// What a `use` brings in.
    Uses,
    /// The fields of a struct's value.
    Value,
    /// The tokens of a macro.
    Macro,
    Items,
    Fields,
    Variants,
    Block,
    /// The braces around one expression that needs none: a closure's or a
    /// match arm's body. They have no text.
    Optional,
    /// A closure's or a match arm's body: a block, or one expression.
    Body,
    Arms,
}

impl Group {
    /// Whether its content stands on lines of its own.
    pub(super) fn is_broken(self) -> bool {
        matches!(
            self,
            Self::Items | Self::Fields | Self::Variants | Self::Block | Self::Arms
        )
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The bracket that belongs to a bracket.
    pub(super) mate: usize,
    /// How many brackets before this one are closed whose content cannot
    /// stand on one line.
    pub(super) broken: usize,
}

/// Arguments and items of more columns stand on lines of their own.
pub(super) const LIST_WIDTH: usize = 60;
/// As [`LIST_WIDTH`], for the value of a struct.
pub(super) const VALUE_WIDTH: usize = 18;

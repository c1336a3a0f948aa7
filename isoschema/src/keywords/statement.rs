//! What is done with one value inside of an array or an object.

use std::hash::{Hash, Hasher};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

/// What stands inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inside {
    /// An `item`.
    Item,
    /// A member's `value`.
    Member,
    /// A member's name.
    Name,
}

impl Inside {
    /// The node of the tape.
    fn node(self) -> TokenStream {
        match self {
            Self::Item => quote!(item),
            Self::Member => quote!(value),
            // The node before its value.
            Self::Name => quote!(value - 1),
        }
    }

    /// The variant of `support::Reason` by which one that may not be there is refused.
    fn forbidden(self) -> &'static str {
        match self {
            Self::Item => "TooMany",
            Self::Member | Self::Name => "NotAllowed",
        }
    }
}

/// A call that checks the node `at`, and leaves where it does not fit: `check_7(tape, at)?`.
#[derive(Debug, Clone)]
pub struct Call {
    tokens: TokenStream,
    /// The same as text, by which calls compare.
    text: String,
}

impl Call {
    /// The call.
    #[must_use]
    pub fn new(tokens: TokenStream) -> Self {
        let text = tokens.to_string();
        Self { tokens, text }
    }

    /// The call for another node.
    fn of(&self, node: &TokenStream) -> TokenStream {
        replaced(&self.tokens, node)
    }
}

impl PartialEq for Call {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Call {}

impl Hash for Call {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// Tokens with a node in place of `at`.
fn replaced(tokens: &TokenStream, node: &TokenStream) -> TokenStream {
    let each = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "at" => node.clone(),
        TokenTree::Group(group) => {
            let inner = replaced(&group.stream(), node);
            TokenTree::from(Group::new(group.delimiter(), inner)).into()
        }
        other => other.into(),
    });
    each.collect()
}

/// What is done with such a value, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Statement {
    /// Every value fits.
    #[default]
    Nothing,
    /// A call checks it.
    Check(Call, Inside),
    /// None may be there, as this schema location says.
    Refuse(String, Inside),
    /// None of another name than these may be there.
    Undeclared(String, Vec<String>),
    /// The next one is looked at.
    Continue,
}

impl Statement {
    /// Whether nothing is done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::Nothing
    }

    /// Whether the value is looked at.
    #[must_use]
    pub fn looks(&self) -> bool {
        matches!(
            self,
            Self::Check(..) | Self::Refuse(..) | Self::Undeclared(..)
        )
    }

    /// Whether it ends a loop's round or the function.
    #[must_use]
    pub fn leaves(&self) -> bool {
        matches!(
            self,
            Self::Refuse(..) | Self::Undeclared(..) | Self::Continue
        )
    }

    /// An arm of a `match` that does it.
    pub(super) fn arm(&self) -> TokenStream {
        self.expression()
            .map_or_else(|| quote!({}), |it| quote!(#it,))
    }

    fn expression(&self) -> Option<TokenStream> {
        Some(match self {
            Self::Nothing => return None,
            Self::Check(call, inside) => call.of(&inside.node()),
            Self::Refuse(location, inside) => {
                let (node, reason) = (inside.node(), format_ident!("{}", inside.forbidden()));
                quote!(return Err(support::Fault::new(#node, #location, support::Reason::#reason)))
            }
            Self::Undeclared(location, names) => {
                let node = Inside::Member.node();
                let reason = quote!(support::Reason::Undeclared(&[#(#names),*]));
                quote!(return Err(support::Fault::new(#node, #location, #reason)))
            }
            Self::Continue => quote!(continue),
        })
    }
}

impl ToTokens for Statement {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(expression) = self.expression() {
            tokens.extend(quote!(#expression;));
        }
    }
}

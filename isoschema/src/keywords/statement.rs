//! What is done with one value inside of an array or an object.

use proc_macro2::{Ident, TokenStream};
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

/// What is done with such a value, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Statement {
    /// Every value fits.
    #[default]
    Nothing,
    /// A function checks it.
    Check(Ident, Inside),
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
            Self::Check(function, inside) => {
                let node = inside.node();
                quote!(#function(tape, #node)?)
            }
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

//! What a rule asks for in words, and how generated code finds them: a member that need not be
//! there fits whatever is asked of it where it is not.

use proc_macro2::TokenStream;
use quote::quote;

use crate::words::listed;

/// A thing that a rule asks for, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The member that it is asked of, where that need not be there.
    pub member: Option<String>,
    /// The words.
    pub words: String,
}

impl Said {
    /// What is asked of no member that may be absent.
    #[must_use]
    pub fn of(words: String) -> Self {
        Self {
            member: None,
            words,
        }
    }

    /// All that is asked for.
    #[must_use]
    pub fn text(said: &[Self]) -> String {
        let words: Vec<String> = said.iter().map(|said| said.words.clone()).collect();
        listed(&words, "and")
    }

    /// That this is not so.
    #[must_use]
    pub fn denied(said: &[Self]) -> Self {
        Self::of(format!("it is not so that {}", Self::text(said)))
    }

    /// Whether the words depend on which members are there.
    fn depend(said: &[Self]) -> bool {
        said.iter().any(|said| said.member.is_some())
    }

    /// The words as generated code finds them: a text, or what depends on which members the value has.
    #[must_use]
    pub fn code(said: &[Self]) -> TokenStream {
        if !Self::depend(said) {
            let text = Self::text(said);
            return quote!(#text);
        }
        let parts = said.iter().map(|said| {
            let words = &said.words;
            let member = said.member.as_ref();
            let member = member.map_or_else(|| quote!(None), |name| quote!(Some(#name)));
            quote!((#member, #words))
        });
        quote!(support::Words::ByMember(at, &[#(#parts),*]))
    }

    /// The reason of what is forbidden.
    #[must_use]
    pub fn forbidden(said: &[Self]) -> TokenStream {
        let words = Self::code(said);
        if Self::depend(said) {
            quote!(Fits(support::Words::said(#words, tape)))
        } else {
            quote!(Forbidden(#words))
        }
    }
}

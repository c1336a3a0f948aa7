//! The type of the codes that an opened `enum` does not list.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Enforcer, doc};

impl Enforcer<'_> {
    /// The text of a code that is not listed.
    pub(super) fn other_code(&self, index: usize, name: &Ident, other: &Ident) -> TokenStream {
        let text = self.text();
        let more = self.more(index);
        let about = doc::lines(&format!(
            "A code that {} does not list.",
            doc::to_type(&name.to_string())
        ));
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash #more)]
            pub struct #other(#text);
        }
    }

    /// How such a code is made, and its text.
    pub(super) fn other_ways(&self, name: &Ident, other: &Ident, location: &str) -> TokenStream {
        let (given, kept) = (self.given(), self.kept(&quote! { code }));
        quote! {
            support::text_lent! { pub #other }

            impl ::core::fmt::Display for #other {
                fn fmt(
                    &self,
                    formatter: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    formatter.write_str(&self.0)
                }
            }

            impl ::core::convert::TryFrom<#given> for #other {
                type Error = support::Refused;

                fn try_from(code: #given) -> ::core::result::Result<Self, support::Refused> {
                    if #name::find(code).is_some() {
                        return ::core::result::Result::Err(
                            support::Refused::new(#location, support::Reason::Declared)
                        );
                    }
                    ::core::result::Result::Ok(Self(#kept))
                }
            }
        }
    }
}

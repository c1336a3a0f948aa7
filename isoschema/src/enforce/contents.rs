//! What a newtype can do because of what is inside: it reads like a text, a
//! list, a map or a number.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::config::kinds::Numbers;
use crate::plan::model::TypeRef;

use super::Enforcer;
use super::traits::is_native;

impl Enforcer<'_> {
    /// What is implemented for a newtype around `inner`, which takes `any`
    /// value of its type or not, or is `counted`: it takes every list of some lengths, or
    /// map of some names.
    pub(super) fn contents(
        &self,
        name: &Ident,
        inner: &TypeRef,
        is_any: bool,
        is_counted: bool,
    ) -> TokenStream {
        let from = if is_any {
            quote! { any }
        } else {
            quote! { limited }
        };
        let rust = self.rust(inner);
        match inner {
            TypeRef::Text => quote! { support::text! { pub #name(#rust) #from } },
            TypeRef::List(item) if item.fixed.is_some() => {
                let item = self.rust(item);
                quote! { support::array! { #name(#rust) of #item } }
            }
            TypeRef::List(item) => {
                let item = self.rust(item);
                if is_counted {
                    return quote! { support::list_counted! { pub #name[#item] } };
                }
                quote! { support::list! { pub #name[#item] #from } }
            }
            TypeRef::Map(value) => {
                let (key, value) = (self.key(value), self.rust(value));
                if is_counted {
                    return quote! { support::map_counted! { pub #name(#rust) of #key => #value } };
                }
                quote! { support::map! { pub #name(#rust) of #key => #value, #from } }
            }
            TypeRef::Number | TypeRef::Float(_) => {
                let kind = match self.numbers(inner) {
                    Numbers::Number => quote! { kept },
                    Numbers::F64 => quote! { double },
                    Numbers::Exact => quote! { digits },
                };
                quote! { support::newtype_number! { pub #name(#rust) #kind #from } }
            }
            integer if is_native(integer) => {
                quote! { support::newtype_integer! { pub #name(#rust) #from } }
            }
            _ => TokenStream::new(),
        }
    }
}

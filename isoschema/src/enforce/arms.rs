//! What the variants of a union are made from, lend and give, how they are
//! written, and what a derived schema says of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::emission::mentions;
use crate::keywords::literal::constant;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::plan::model::{TypeRef, Union};

use super::ty::Lent;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// `From` for each type that only one arm holds.
    pub(super) fn arm_conversions(&self, union: &Union, name: &Ident) -> TokenStream {
        let mut conversions = TokenStream::new();
        for arm in &union.arms {
            let simple = matches!(
                arm.ty,
                TypeRef::Named(_)
                    | TypeRef::Text
                    | TypeRef::Temporal(_)
                    | TypeRef::Boolean
                    | TypeRef::Integer(_)
                    | TypeRef::Number
            );
            let unique = union
                .arms
                .iter()
                .filter(|other| other.ty == arm.ty)
                .take(2)
                .count()
                == 1;
            if !simple || !unique {
                continue;
            }
            let rust = self.rust(&arm.ty);
            let variant = arm.ident.ident();
            conversions.extend(quote! {
                impl ::core::convert::From<#rust> for #name {
                    fn from(value: #rust) -> Self {
                        Self::#variant(value)
                    }
                }
            });
        }
        conversions
    }

    /// What each variant lends and gives.
    pub(super) fn arms_lent(&self, union: &Union, name: &Ident) -> TokenStream {
        let mut scope = Scope::default();
        let lines: Vec<TokenStream> = union
            .arms
            .iter()
            .filter(|arm| arm.ty != TypeRef::Null)
            .map(|arm| {
                let label = arm.ident.plain();
                let mut method = |beginning: &str| {
                    let name = Name::of_member(&format!("{beginning}_{label}"));
                    scope.claim(&name.method()).ident()
                };
                let (lend, give) = (method("as"), method("into"));
                let (variant, held) = (arm.ident.ident(), self.rust(&arm.ty));
                let (target, how) = match self.lent(&arm.ty) {
                    Lent::Copy => (held.clone(), ident("copied")),
                    Lent::Deref(target) => (quote! { &#target }, ident("by_ref")),
                    Lent::Reference => (quote! { &#held }, ident("by_ref")),
                };
                quote! { pub #variant(#held) #lend -> #target: #how => #give; }
            })
            .collect();
        if lines.is_empty() {
            return TokenStream::new();
        }
        quote! { support::arms! { #name; #(#lines)* } }
    }

    /// The derived schema of a union, where no derive tells it.
    pub(super) fn union_schema_told(&self, union: &Union, name: &Ident) -> TokenStream {
        let Some(feature) = &self.features.schemars else {
            return TokenStream::new();
        };
        let mut arms = Vec::with_capacity(union.arms.len());
        for arm in &union.arms {
            let mut schema = if let Some(value) = &arm.constant {
                let value = constant(value);
                quote! { { "enum": [#value] } }
            } else {
                let rust = self.described(&arm.ty);
                quote! { generator.subschema_for::<#rust>() }
            };
            if let Some(member) = &arm.member {
                let member = &member.name;
                schema = quote! {
                    {
                        "type": "object",
                        "properties": { #member: #schema },
                        "required": [#member],
                        "additionalProperties": false,
                    }
                };
            }
            arms.push(schema);
        }
        let body = quote! { ::schemars::json_schema!({ "anyOf": [#(#arms),*] }) };
        let generator = if mentions(&body, "generator") {
            ident("generator")
        } else {
            ident("_")
        };
        quote! {
            support::json_schema! { #feature #name(#generator) => #body; }
        }
    }
}

/// How a union is written: as the value that it holds.
pub(super) fn union_writer(name: &Ident, union: &Union) -> TokenStream {
    let alike = union.arms.iter().enumerate().any(|(index, arm)| {
        union.arms[index + 1..]
            .iter()
            .any(|other| other.ty == arm.ty)
    });
    let alike = alike.then(|| quote! { #[allow(clippy::match_same_arms)] });
    // A union may have lost every arm to what stands beside it.
    let (subject, serializer) = if union.arms.is_empty() {
        (quote! { *self }, quote! { _ })
    } else {
        (quote! { self }, quote! { serializer })
    };
    let writers = union.arms.iter().map(|arm| {
        let variant = arm.ident.ident();
        let pattern = if arm.ty == TypeRef::Null {
            quote! { Self::#variant }
        } else {
            quote! { Self::#variant(value) }
        };
        let value = match &arm.constant {
            Some(value) => {
                let value = constant(value);
                quote! { &#value }
            }
            None if arm.ty == TypeRef::Null => quote! { &() },
            None => quote! { value },
        };
        let value = match &arm.member {
            Some(member) => {
                let name = &member.name;
                quote! { &support::Sole(#name, #value) }
            }
            None => value,
        };
        quote! { #pattern => ::serde::Serialize::serialize(#value, serializer), }
    });
    quote! {
        impl ::serde::Serialize for #name {
            #alike
            fn serialize<S: ::serde::Serializer>(
                &self,
                #serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match #subject {
                    #(#writers)*
                }
            }
        }
    }
}

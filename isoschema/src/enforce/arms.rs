//! What the variants of a union are made from, lend and give, how they are
//! written, and what a derived schema says of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::emission::mentions;
use crate::keywords::literal::constant;
use crate::keywords::table::Word;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::plan::model::{Arm, TypeRef, Union};

use super::form::Form;
use super::ty::Lent;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// The arms that hold a type which no other one holds, or no other one as the whole value, and which is not the
    /// union's own: every type is made of itself already.
    pub(super) fn told_by_type<'u>(
        &'u self,
        union: &'u Union,
        name: &'u Ident,
    ) -> impl Iterator<Item = &'u Arm> {
        union.arms.iter().filter(move |arm| {
            let ty = arm.ty.unboxed();
            let is_own =
                matches!(ty, TypeRef::Named(id) if self.model.get(*id).name.ident() == *name);
            let simple = matches!(
                ty,
                TypeRef::Named(_)
                    | TypeRef::List(_)
                    | TypeRef::Map(_)
                    | TypeRef::Text
                    | TypeRef::Temporal(_)
                    | TypeRef::Boolean
                    | TypeRef::Integer(_)
                    | TypeRef::Number
                    | TypeRef::Float(_)
            );
            let same = || union.arms.iter().filter(|it| it.ty.unboxed() == ty);
            let whole = same().filter(|it| it.member.is_none()).take(2).count();
            let unique = same().take(2).count() == 1 || (whole == 1 && arm.member.is_none());
            simple && unique && !is_own
        })
    }

    /// `From` for each type that only one arm holds.
    pub(super) fn arm_conversions(&self, union: &Union, name: &Ident) -> TokenStream {
        let mut conversions = TokenStream::new();
        for arm in self.told_by_type(union, name) {
            let rust = self.rust(arm.ty.unboxed());
            let variant = arm.ident.ident();
            conversions.extend(quote! { support::from_arm! { #name::#variant(#rust) } });
            conversions.extend(self.likewise(union, arm, name, &variant));
            conversions.extend(self.arm_tried(union, arm, name));
        }
        conversions
    }

    /// What makes a union that only one form may fit of what its forms hold, where that is clear.
    pub(super) fn form_conversions(
        &self,
        union: &Union,
        name: &Ident,
        form: &Ident,
    ) -> TokenStream {
        let conversions = self.told_by_type(union, name).map(|arm| {
            let rust = self.rust(arm.ty.unboxed());
            quote! { support::form_arm! { #name(#form): #rust } }
        });
        if self.form == Form::Borrowed {
            return TokenStream::new();
        }
        conversions.collect()
    }

    /// What each variant lends and gives.
    pub(super) fn arms_lent(&self, union: &Union, name: &Ident) -> TokenStream {
        let arms = union.arms.iter().filter(|arm| arm.ty != TypeRef::Null);
        let lines: Vec<TokenStream> = arms
            .zip(Self::arm_methods(union))
            .map(|(arm, (lend, give))| {
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

    /// The names of the methods that lend and give what a variant holds, of each that holds anything.
    pub(super) fn arm_methods(union: &Union) -> Vec<(Ident, Ident)> {
        let mut scope = Scope::default();
        let arms = union.arms.iter().filter(|arm| arm.ty != TypeRef::Null);
        let names = arms.map(|arm| {
            let label = arm.ident.plain();
            let mut method = |beginning: &str| {
                let name = Name::of_member(&format!("{beginning}_{label}"));
                scope.claim(&name.method()).ident()
            };
            (method("as"), method("into"))
        });
        names.collect()
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
        let any = Word::AnyOf.name();
        let body = quote! { ::schemars::json_schema!({ #any: [#(#arms),*] }) };
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
    let (null, holding): (Vec<&Arm>, Vec<&Arm>) =
        union.arms.iter().partition(|arm| arm.ty == TypeRef::Null);
    if union.is_of_values() && null.len() < 2 && !holding.is_empty() {
        let variants = holding.iter().map(|arm| arm.ident.ident());
        let null = null.first().map(|arm| {
            let null = arm.ident.ident();
            quote! { , null #null }
        });
        return quote! { support::written! { #name: #(#variants)* #null } };
    }
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

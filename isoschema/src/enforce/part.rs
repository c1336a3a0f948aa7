//! The members of structs and the positions of tuples, as accessors and
//! builders see them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::load::json::Json;
use crate::names::name::Name;
use crate::plan::model::{Struct, Tuple, Type, TypeRef};
use crate::shape::Member;

use super::Enforcer;

/// One field of a generated struct.
pub(super) struct Part<'m> {
    /// Its name in JSON, or its position.
    pub(super) name: String,
    /// Its name in Rust.
    pub(super) rust_name: Name,
    /// That name as a token: the field.
    pub(super) ident: Ident,
    /// The name of its accessor.
    pub(super) method: Ident,
    /// The name of its setter.
    pub(super) setter: Ident,
    /// Its type where it is present.
    pub(super) ty: &'m TypeRef,
    /// That type in Rust.
    pub(super) rust: TokenStream,
    /// Whether it must be there.
    pub(super) required: bool,
    /// Its documentation.
    pub(super) doc: String,
    /// Whether the schema says that it is deprecated.
    pub(super) deprecated: bool,
    /// What the schema takes for it where it is absent.
    pub(super) default: Option<&'m Json>,
}

impl Part<'_> {
    /// The type of the struct's field.
    pub(super) fn field(&self) -> TokenStream {
        let rust = &self.rust;
        if self.required {
            quote! { #rust }
        } else {
            quote! { ::core::option::Option<#rust> }
        }
    }

    /// The struct's field, as typify is asked for it.
    pub(super) fn asked(&self) -> Member {
        Member {
            name: self.ident.clone(),
            doc: self.doc.clone(),
            ty: syn::Type::Verbatim(self.field()),
        }
    }

    /// The field's attributes.
    pub(super) fn attributes(&self) -> TokenStream {
        let deprecated = self.deprecated.then(|| quote! { #[deprecated] });
        quote! { #deprecated }
    }

    /// Its type where it is present and not null.
    pub(super) fn inner(&self) -> &TypeRef {
        match self.ty {
            TypeRef::Nullable(inner) => inner,
            inner => inner,
        }
    }

    /// Whether the member may be null.
    pub(super) fn is_nullable(&self) -> bool {
        matches!(self.ty, TypeRef::Nullable(_))
    }

    /// Whether the field is `Option<Option<T>>`.
    pub(super) fn is_doubly_optional(&self) -> bool {
        !self.required && self.is_nullable()
    }
}

/// What a link says of a name, for a macro that is told another word of it:
/// the name, without `r#`.
pub(super) fn plain(name: &Ident, word: &Ident) -> Option<TokenStream> {
    let plain = name.unraw().to_string();
    (word != &plain).then(|| quote! { as #plain })
}

/// The schema that declares a member, where it is not within its owner's.
fn elsewhere<'l>(owner: &str, member: &'l str) -> Option<&'l str> {
    let (keyword, _) = member.rsplit_once('/')?;
    let declares = keyword.strip_suffix("/properties")?;
    let within = declares.strip_prefix(owner);
    let is_within = within.is_some_and(|inner| {
        let defines = ["/$defs/", "/definitions/"];
        inner.is_empty()
            || inner.starts_with('/') && !defines.iter().any(|it| inner.starts_with(it))
    });
    (!is_within).then_some(declares)
}

impl Enforcer<'_> {
    /// The declared members of an object that have fields.
    pub(super) fn members<'m>(&self, ty: &Type, object: &'m Struct) -> Vec<Part<'m>> {
        let own = ty.location.to_string();
        object
            .variable()
            .map(|field| Part {
                name: field.name.clone(),
                rust_name: field.ident.clone(),
                ident: field.ident.ident(),
                method: field.ident.method().ident(),
                setter: field.ident.setter().ident(),
                ty: &field.ty,
                rust: self.rust(&field.ty),
                required: field.required.is_some(),
                doc: self.documented_member(
                    &field.notes,
                    &field.name,
                    &field.ty,
                    elsewhere(&own, &field.location),
                ),
                deprecated: field.notes.deprecated,
                default: field.notes.default.as_ref(),
            })
            .collect()
    }

    /// The positions of a tuple that have fields.
    pub(super) fn positions<'m>(&self, tuple: &'m Tuple) -> Vec<Part<'m>> {
        tuple
            .variable()
            .map(|(index, position)| Part {
                name: index.to_string(),
                rust_name: position.ident.clone(),
                ident: position.ident.ident(),
                method: position.ident.method().ident(),
                setter: position.ident.setter().ident(),
                ty: &position.ty,
                rust: self.rust(&position.ty),
                required: index < tuple.required,
                doc: self.documented_member(
                    &position.notes,
                    &index.to_string(),
                    &position.ty,
                    None,
                ),
                deprecated: position.notes.deprecated,
                default: position.notes.default.as_ref(),
            })
            .collect()
    }
}

//! Uses of types as Rust.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::quote;

use crate::config::kinds::{Maps, Numbers};
use crate::plan::model::{Foreign, Inside, Integer, Model, Shape, TypeId, TypeRef};

use super::form::Form;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// The Rust type of a use, in the form that is being emitted.
    pub(super) fn rust(&self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Any if self.form == Form::Borrowed => quote! { support::Value<'de> },
            TypeRef::Any => quote! { ::serde_json::Value },
            TypeRef::Never => quote! { support::Never },
            TypeRef::Null => quote! { () },
            TypeRef::Boolean => quote! { bool },
            TypeRef::Integer(Integer::Any) => quote! { support::Integer },
            TypeRef::Integer(integer) => {
                let name = ident(integer_name(*integer));
                quote! { #name }
            }
            TypeRef::Number => match self.model.numbers {
                Numbers::Number => quote! { support::Number },
                Numbers::F64 => quote! { f64 },
                Numbers::Exact => quote! { support::BigNumber },
            },
            TypeRef::Float(float) => {
                let name = ident(float.name());
                quote! { #name }
            }
            TypeRef::Text => self.text(),
            TypeRef::Temporal(temporal) => {
                let name = ident(temporal.name());
                quote! { support::#name }
            }
            TypeRef::Nullable(inner) => {
                let inner = self.rust(inner);
                quote! { ::core::option::Option<#inner> }
            }
            TypeRef::List(inner) => {
                let length = inner.length().map(Literal::usize_unsuffixed);
                let inner = self.rust(inner);
                if let Some(length) = length {
                    quote! { [#inner; #length] }
                } else {
                    quote! { ::std::vec::Vec<#inner> }
                }
            }
            TypeRef::Map(inner) => {
                let (name, inner) = (self.key(inner), self.rust(inner));
                let map = match self.model.maps {
                    Maps::BTreeMap => quote! { ::std::collections::BTreeMap },
                    Maps::HashMap => quote! { ::std::collections::HashMap },
                    Maps::IndexMap => quote! { ::indexmap::IndexMap },
                };
                quote! { #map<#name, #inner> }
            }
            TypeRef::Named(id) => {
                if let Shape::Foreign(foreign) = &self.model.get(*id).shape {
                    return foreign_path(foreign);
                }
                let name = self.model.get(*id).name.ident();
                match self.form {
                    Form::Owned => quote! { #name },
                    Form::Borrowed if self.borrows.holds(ty) => quote! { #name<'de> },
                    Form::Borrowed => quote! { super::#name },
                }
            }
            TypeRef::Boxed(inner) => {
                let inner = self.rust(inner);
                quote! { ::std::boxed::Box<#inner> }
            }
        }
    }

    /// What numbers of a use are.
    pub(super) fn numbers(&self, ty: &TypeRef) -> Numbers {
        match ty {
            TypeRef::Float(_) => Numbers::F64,
            _ => self.model.numbers,
        }
    }

    /// The Rust type whose derived schema a use has: what texts of a format are read as is a
    /// text, and need not describe itself.
    pub(super) fn described(&self, ty: &TypeRef) -> TokenStream {
        let rust = self.rust(&self.as_text(ty));
        match ty.innermost() {
            TypeRef::Integer(integer) => told(rust, *integer),
            _ => rust,
        }
    }

    /// Whether a use is described as another type: what texts of a format are read as, and integers
    /// whose bounds schemars leaves out.
    pub(super) fn is_described(&self, ty: &TypeRef) -> bool {
        match ty.innermost() {
            TypeRef::Named(id) => self.is_of_format(*id),
            TypeRef::Integer(integer) => bounded(*integer).is_some(),
            _ => false,
        }
    }

    fn is_of_format(&self, id: TypeId) -> bool {
        self.model.get(id).shape.is_of_format()
    }

    /// A use with texts in place of what texts of a format are read as.
    fn as_text(&self, ty: &TypeRef) -> TypeRef {
        let boxed = |inner: &TypeRef| Box::new(self.as_text(inner));
        let inside = |inner: &Inside| Inside {
            ty: boxed(inner),
            ..inner.clone()
        };
        match ty {
            TypeRef::Named(id) if self.is_of_format(*id) => TypeRef::Text,
            TypeRef::Nullable(inner) => TypeRef::Nullable(boxed(inner)),
            TypeRef::Boxed(inner) => TypeRef::Boxed(boxed(inner)),
            TypeRef::List(inner) => TypeRef::List(inside(inner)),
            TypeRef::Map(inner) => TypeRef::Map(inside(inner)),
            other => other.clone(),
        }
    }

    /// The Rust type of a map's keys.
    pub(super) fn key(&self, inside: &Inside) -> TokenStream {
        self.rust(&inside.key.map_or(TypeRef::Text, TypeRef::Named))
    }

    /// The Rust type of a text.
    pub(super) fn text(&self) -> TokenStream {
        match self.form {
            Form::Owned => quote! { ::std::string::String },
            Form::Borrowed => quote! { ::std::borrow::Cow<'de, str> },
        }
    }

    /// How an accessor lends a value of a type.
    pub(super) fn lent(&self, ty: &TypeRef) -> Lent {
        match ty {
            TypeRef::Text => Lent::Deref(quote! { str }),
            TypeRef::List(inner) if inner.fixed.is_none() => {
                let inner = self.rust(inner);
                Lent::Deref(quote! { [#inner] })
            }
            TypeRef::Boxed(inner) => Lent::Deref(self.rust(inner)),
            _ if self.traits.is_copy(ty) => Lent::Copy,
            _ => Lent::Reference,
        }
    }
}

/// The Rust type of a use as people write it, for reports.
pub(crate) fn display(model: &Model, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Any => "serde_json::Value".to_owned(),
        TypeRef::Never => "Never".to_owned(),
        TypeRef::Null => "()".to_owned(),
        TypeRef::Boolean => "bool".to_owned(),
        TypeRef::Integer(integer) => integer_name(*integer).to_owned(),
        TypeRef::Number => match model.numbers {
            Numbers::Number => "Number".to_owned(),
            Numbers::F64 => "f64".to_owned(),
            Numbers::Exact => "BigNumber".to_owned(),
        },
        TypeRef::Float(float) => float.name().to_owned(),
        TypeRef::Text => "String".to_owned(),
        TypeRef::Temporal(temporal) => format!("support::{}", temporal.name()),
        TypeRef::Nullable(inner) => format!("Option<{}>", display(model, inner)),
        TypeRef::List(inner) => match inner.length() {
            Some(length) => format!("[{}; {length}]", display(model, inner)),
            None => format!("Vec<{}>", display(model, inner)),
        },
        TypeRef::Map(inner) => {
            let map = match model.maps {
                Maps::BTreeMap => "BTreeMap",
                Maps::HashMap => "HashMap",
                Maps::IndexMap => "IndexMap",
            };
            let key = inner.key.map_or(TypeRef::Text, TypeRef::Named);
            format!("{map}<{}, {}>", display(model, &key), display(model, inner))
        }
        TypeRef::Named(id) => match &model.get(*id).shape {
            Shape::Foreign(foreign) => foreign.path.clone(),
            _ => model.get(*id).name.to_string(),
        },
        TypeRef::Boxed(inner) => format!("Box<{}>", display(model, inner)),
    }
}

/// What stands for an integer whose bounds schemars tells by a format alone.
fn bounded(integer: Integer) -> Option<&'static str> {
    match integer {
        Integer::I32 => Some("Int32"),
        Integer::U32 => Some("Uint32"),
        _ => None,
    }
}

/// A use of an integer as it is described.
fn told(rust: TokenStream, integer: Integer) -> TokenStream {
    let Some(described) = bounded(integer) else {
        return rust;
    };
    let own = integer_name(integer);
    let tokens = rust.into_iter().map(|token| match token {
        TokenTree::Ident(name) if name == own => {
            let described = ident(described);
            quote! { support::derived::#described }
        }
        TokenTree::Group(group) => {
            let inner = told(group.stream(), integer);
            TokenTree::Group(Group::new(group.delimiter(), inner)).into()
        }
        other => other.into(),
    });
    tokens.collect()
}

/// The path of a type from elsewhere, from a crate's root.
pub(super) fn foreign_path(foreign: &Foreign) -> TokenStream {
    // The configuration was read: it parses.
    crate::config::paths::foreign_path(&foreign.path)
        .map_or_else(|_| quote! { support::Never }, |path| quote! { #path })
}

/// What an integer is called in Rust.
pub(super) fn integer_name(integer: Integer) -> &'static str {
    match integer {
        Integer::I8 => "i8",
        Integer::U8 => "u8",
        Integer::I16 => "i16",
        Integer::U16 => "u16",
        Integer::I32 => "i32",
        Integer::U32 => "u32",
        Integer::I64 => "i64",
        Integer::U64 => "u64",
        Integer::I128 => "i128",
        Integer::Any => "support::Integer",
    }
}

/// How an accessor lends a value.
pub(super) enum Lent {
    /// As a copy.
    Copy,
    /// As a reference to the value itself.
    Reference,
    /// As what it dereferences to: `&str` for a `String`.
    Deref(TokenStream),
}

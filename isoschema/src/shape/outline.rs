//! What typify is asked to make: one definition, in the words of the model.

use proc_macro2::Ident;

/// One definition for typify to shape.
#[derive(Clone)]
pub struct Outline {
    /// Its name.
    pub name: Ident,
    /// Its documentation, Markdown.
    pub doc: String,
    /// What it is made of.
    pub body: Body,
}

/// What a definition is made of.
#[derive(Clone)]
pub enum Body {
    /// A struct with named fields; no field gives a struct without any.
    Struct(Vec<Member>),
    /// An enum of unit variants.
    Enum(Vec<Unit>),
    /// An enum whose variants hold one value each.
    Union(Vec<Member>),
    /// A tuple struct of one field, of this type.
    Newtype(Box<syn::Type>),
}

/// A field, or a variant that holds a value.
#[derive(Clone)]
pub struct Member {
    /// Its name.
    pub name: Ident,
    /// Its documentation, Markdown.
    pub doc: String,
    /// The type of what it holds.
    pub ty: syn::Type,
}

/// A variant without a value.
#[derive(Clone)]
pub struct Unit {
    /// Its name.
    pub name: Ident,
    /// Its documentation, Markdown.
    pub doc: String,
}

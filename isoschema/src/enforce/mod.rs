//! Skeletons + `Model` → items: readers, predicates, writers, constructors,
//! `JsonSchema`, documentation.
//!
//! One module a shape. Each gives the whole of what belongs to one type of
//! the model, as tokens for one or more items; nothing is kept between types
//! but the predicates that several of them may call.

mod accessors;
pub(crate) mod added;
mod allow;
mod arms;
mod arms_made;
mod bags;
mod borrow;
mod builder;
pub mod check;
mod common;
mod contents;
mod convert;
mod defaults;
mod derived;
mod dispatch;
mod doc;
mod document;
mod facts;
mod foreign;
pub(crate) mod form;
mod given;
mod hover;
mod integer_codes;
mod item;
mod kinds;
mod likely;
mod limit;
mod markdown;
mod newtype;
mod object;
mod other_code;
mod part;
mod place;
mod positions;
mod schema;
mod short;
mod shown;
mod since;
mod size;
mod temporal;
mod traits;
mod tuple;
pub(crate) mod ty;
mod union;
mod values;

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::config::kinds::{Dates, Support, Visibility};
use crate::evaluate::ground::Ground;
use crate::names::name::Name;
use crate::plan::model::{Model, Shape, Type};
use crate::plan::render::Repeats;
use crate::rules::id::RuleId;
use crate::shape::ShapeError;

pub(crate) use markdown::markdown as prose;

use added::Added;
use check::Checks;
use form::{Borrows, Form};
use size::Sizes;
use traits::Traits;

/// What the emitted code is to have beside types, readers and writers.
#[derive(Debug, Clone)]
pub struct Features {
    /// The cargo feature under which `JsonSchema` is implemented; `None` for
    /// no implementation.
    pub schemars: Option<String>,
    /// Whether every struct gets a builder.
    pub builders: bool,
    /// What the configuration adds to each type; nothing where there is none.
    pub added: Vec<Added>,
    /// Who sees the items.
    pub visibility: Visibility,
    /// Whether the types have a second form that borrows its texts.
    pub borrowed: bool,
    /// What the texts that mean a date convert to.
    pub dates: Dates,
    /// Where the types have what all of them share.
    pub support: Support,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            schemars: None,
            builders: true,
            added: Vec::new(),
            visibility: Visibility::Public,
            borrowed: false,
            dates: Dates::String,
            support: Support::Module("crate::support".to_owned()),
        }
    }
}

/// Why a type cannot be emitted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EnforceError {
    /// typify refused a definition.
    #[error("{location}: {error}")]
    Shape {
        /// The schema location of the type.
        location: String,
        /// What typify says.
        error: ShapeError,
    },
}

/// The predicates that the types of a module call.
#[derive(Debug, Default)]
pub struct Predicates {
    /// Functions and statics, for a module `checks`.
    pub items: Vec<TokenStream>,
    /// Whether the runtime's regular expressions are needed.
    pub has_patterns: bool,
    /// Whether the runtime's formats are needed.
    pub has_formats: bool,
}

/// A name that typify would have changed.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The schema location of the type.
    pub location: String,
    /// The item that it is in, or itself.
    pub item: String,
    /// The name.
    pub name: String,
}

/// The items of one type.
#[derive(Debug, Clone, Default)]
pub struct Items {
    /// What people read: the type and its documentation.
    pub definition: TokenStream,
    /// What is implemented for it, and the types that this takes.
    pub machinery: TokenStream,
}

/// Emits the items of a model, one type at a time.
pub struct Enforcer<'a> {
    model: &'a Model,
    features: Features,
    checks: Checks<'a>,
    /// Whether a value fits a rule.
    ground: Ground<'a>,
    /// What derived schemas say of predicates.
    repeats: Repeats<'a>,
    traits: Traits,
    sizes: Sizes,
    restored: Vec<Restored>,
    names: HashSet<Name>,
    form: Form,
    borrows: Borrows,
    /// How readers take numbers, where it is not as by default: `1.0` for no integer
    /// (where drafts meet in one document, they do, and predicates refuse it where draft
    /// 4 asks), and every digit.
    numbers: Option<TokenStream>,
    /// The condition by which a `then` or an `else` applies, and whether it holds there.
    branches: HashMap<RuleId, (RuleId, bool)>,
}

impl<'a> Enforcer<'a> {
    /// Prepares the emission of a model.
    #[must_use]
    pub fn new(model: &'a Model, features: Features) -> Self {
        let rules = &model.rules;
        Self {
            model,
            checks: Checks::new(rules),
            ground: Ground::new(rules),
            repeats: Repeats::of(rules),
            traits: Traits::of(model),
            sizes: Sizes::of(model),
            features,
            restored: Vec::new(),
            names: names(model),
            form: Form::Owned,
            borrows: Borrows::of(model),
            numbers: numbers(rules.written_integers().1, model.every_digit),
            branches: since::conditions(rules),
        }
    }

    /// The items of one type.
    ///
    /// # Errors
    ///
    /// [`EnforceError::Shape`] where typify cannot shape it.
    pub fn items(&mut self, index: usize) -> Result<Items, EnforceError> {
        let model = self.model;
        let ty = &model.types[index];
        match &ty.shape {
            Shape::Newtype(newtype) => self.newtype(index, ty, newtype),
            Shape::Values(values) => self.values(index, ty, values),
            Shape::Struct(object) => self.object(index, ty, object),
            Shape::Tuple(tuple) => self.tuple(index, ty, tuple),
            Shape::Union(union) => self.union(index, ty, union),
            Shape::Foreign(foreign) => Ok(self.foreign(ty, foreign)),
        }
    }

    /// The names of the emitted types that typify would have changed.
    pub fn restored(&mut self) -> Vec<Restored> {
        std::mem::take(&mut self.restored)
    }

    /// The predicates that the emitted types call.
    #[must_use]
    pub fn finish(mut self) -> Predicates {
        let mut items = self.checks.generate();
        let has_patterns = self.checks.has_patterns();
        let has_formats = self.checks.has_formats();
        items.extend(self.checks.finish());
        Predicates {
            items,
            has_patterns,
            has_formats,
        }
    }

    /// Calls of the type's predicates on the node `at` of `tape`.
    fn predicates(&mut self, ty: &Type) -> TokenStream {
        let calls = ty.checks.iter().map(|check| {
            let function = self.checks.part(check.rule, check.part);
            quote! { checks::#function(tape, at)?; }
        });
        quote! { #(#calls)* }
    }

    /// Checks the value `candidate` that was built in code against the
    /// type's predicates; nothing where it has none.
    fn checked(&mut self, ty: &Type) -> TokenStream {
        if ty.checks.is_empty() {
            return TokenStream::new();
        }
        let schema = ty.location.to_string();
        if let [only] = &ty.checks[..] {
            let function = self.checks.part(only.rule, only.part);
            return quote! { support::check(&candidate, #schema, checks::#function)?; };
        }
        let calls = self.predicates(ty);
        quote! {
            support::check(&candidate, #schema, |tape, at| {
                #calls
                ::core::result::Result::Ok(())
            })?;
        }
    }

    /// A name for a helper type that no other type has.
    fn helper(&mut self, wanted: Name) -> Ident {
        let mut name = wanted;
        while !self.names.insert(name.clone()) {
            name = name.escaped();
        }
        name.ident()
    }
}

/// How readers take numbers, as the runtime says it.
fn numbers(as_written: bool, every_digit: bool) -> Option<TokenStream> {
    Some(match (as_written, every_digit) {
        (false, false) => return None,
        (true, false) => quote! { support::Numbers::AS_WRITTEN },
        (false, true) => quote! { support::Numbers::EVERY_DIGIT },
        (true, true) => quote! { support::Numbers::EVERY_DIGIT_AS_WRITTEN },
    })
}

/// The names that the types of a model take.
fn names(model: &Model) -> HashSet<Name> {
    model.types.iter().map(|ty| ty.name.clone()).collect()
}

/// As many texts are told apart one by one; of more, the length goes first,
/// which leaves few to compare with.
const FEW_TEXTS: usize = 4;

/// What a `match` over texts looks at.
fn text_matched(text: &TokenStream, by_length: bool) -> TokenStream {
    if by_length {
        quote! { (#text.len(), #text) }
    } else {
        text.clone()
    }
}

/// Any of some texts, as a pattern of that `match`: a length is said once.
fn text_case<'t>(texts: impl IntoIterator<Item = &'t str>, by_length: bool) -> TokenStream {
    let mut alike: IndexMap<usize, Vec<&str>> = IndexMap::new();
    for text in texts {
        let length = if by_length { text.len() } else { 0 };
        alike.entry(length).or_default().push(text);
    }
    let cases = alike.into_iter().map(|(length, texts)| {
        let texts = quote! { #(#texts)|* };
        if by_length {
            let length = Literal::usize_unsuffixed(length);
            quote! { (#length, #texts) }
        } else {
            texts
        }
    });
    quote! { #(#cases)|* }
}

/// An identifier of the generator's own.
fn ident(name: &'static str) -> Ident {
    Ident::new(name, Span::call_site())
}

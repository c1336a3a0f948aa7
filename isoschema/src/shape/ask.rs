//! Outline → typify's item.
//!
//! The only file that names `schemars08`, typify's input model.

use heck::{ToPascalCase as _, ToSnakeCase as _};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use schemars08::schema::{
    InstanceType, Metadata, ObjectValidation, Schema, SchemaObject, SubschemaValidation,
};
use syn::ext::IdentExt as _;
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use super::outline::{Body, Member, Outline};

/// What the types of members are called while typify is asked, with a number behind.
pub(super) const SLOT: &str = "Slot";

/// The item that typify makes of an outline, with the types `crate::Slot0`… where the outline's belong.
///
/// # Errors
///
/// typify's own error, or what was missing in its output.
pub(super) fn item(outline: &Outline) -> Result<syn::Item, String> {
    let slots = match &outline.body {
        Body::Struct(members) | Body::Union(members) => members.len(),
        Body::Enum(_) => 0,
        Body::Newtype(_) => 1,
    };
    let mut settings = TypeSpaceSettings::default();
    for index in 0..slots {
        settings.with_replacement(
            slot(index),
            format!("crate::{}", slot(index)),
            std::iter::empty::<TypeSpaceImpl>(),
        );
    }
    let name = word(&outline.name, str::to_pascal_case).unwrap_or_else(|| "Definition".to_owned());
    let mut space = TypeSpace::new(&settings);
    space
        .add_ref_types(
            (0..slots)
                .map(|index| (slot(index), Schema::Bool(true)))
                .chain([(name.clone(), Schema::Object(definition(outline)))]),
        )
        .map_err(|error| error.to_string())?;
    let tokens = item_tokens(space.to_stream(), &name)
        .ok_or_else(|| "its output holds no struct or enum of the name asked for".to_owned())?;
    syn::parse2(tokens).map_err(|error| error.to_string())
}

fn definition(outline: &Outline) -> SchemaObject {
    let schema = match &outline.body {
        Body::Struct(members) => {
            let members = members.iter().enumerate();
            object(members.map(|(index, member)| (field(index, &member.name), index, &*member.doc)))
        }
        Body::Enum(units) => one_of(units.iter().enumerate().map(|(index, unit)| {
            let code = SchemaObject {
                instance_type: Some(InstanceType::String.into()),
                enum_values: Some(vec![variant(index, &unit.name).into()]),
                ..SchemaObject::default()
            };
            described(code, &unit.doc)
        })),
        Body::Union(members) => one_of(members.iter().enumerate().map(|(index, member)| {
            let Member { name, doc, .. } = member;
            described(object([(variant(index, name), index, "")]), doc)
        })),
        Body::Newtype(_) => reference(0),
    };
    described(schema, &outline.doc)
}

fn described(mut schema: SchemaObject, doc: &str) -> SchemaObject {
    if !doc.is_empty() {
        schema.metadata = Some(Box::new(Metadata {
            description: Some(doc.to_owned()),
            ..Metadata::default()
        }));
    }
    schema
}

fn one_of(arms: impl Iterator<Item = SchemaObject>) -> SchemaObject {
    SchemaObject {
        subschemas: Some(Box::new(SubschemaValidation {
            one_of: Some(arms.map(Schema::Object).collect()),
            ..SubschemaValidation::default()
        })),
        ..SchemaObject::default()
    }
}

/// A closed object, since typify makes a map of an open one without members.
fn object<'d>(members: impl IntoIterator<Item = (String, usize, &'d str)>) -> SchemaObject {
    let mut validation = ObjectValidation {
        additional_properties: Some(Box::new(Schema::Bool(false))),
        ..ObjectValidation::default()
    };
    for (name, index, doc) in members {
        validation.required.insert(name.clone());
        let schema = described(reference(index), doc);
        validation.properties.insert(name, Schema::Object(schema));
    }
    SchemaObject {
        instance_type: Some(InstanceType::Object.into()),
        object: Some(Box::new(validation)),
        ..SchemaObject::default()
    }
}

/// The name under which a field is asked for.
fn field(index: usize, name: &Ident) -> String {
    word(name, str::to_snake_case).unwrap_or_else(|| slot(index).to_lowercase())
}

/// The name under which a variant is asked for.
fn variant(index: usize, name: &Ident) -> String {
    word(name, str::to_pascal_case).unwrap_or_else(|| slot(index))
}

/// A name as typify is to see it; `None` where it would make another one of it, that might be
/// one of its neighbours', and where it is a slot's.
fn word(name: &Ident, case: fn(&str) -> String) -> Option<String> {
    let plain = name.unraw().to_string();
    let begin = plain.get(..SLOT.len());
    let is_slot = begin.is_some_and(|begin| begin.eq_ignore_ascii_case(SLOT));
    (!is_slot && case(&plain) == plain).then_some(plain)
}

fn slot(index: usize) -> String {
    format!("{SLOT}{index}")
}

fn reference(index: usize) -> SchemaObject {
    SchemaObject::new_ref(format!("#/definitions/{}", slot(index)))
}

/// The tokens of the item `pub struct NAME …` or `pub enum NAME …`, with its attributes. The
/// impls around it are most of the output and never parsed.
fn item_tokens(stream: TokenStream, name: &str) -> Option<TokenStream> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let is_word = |at: usize, words: &[&str]| matches!(&tokens[at], TokenTree::Ident(word) if words.iter().any(|it| word == it));
    let keyword = (0..tokens.len().checked_sub(1)?)
        .find(|at| is_word(*at, &["struct", "enum"]) && is_word(at + 1, &[name]))?;
    let mut start = keyword;
    if start > 0 && is_word(start - 1, &["pub"]) {
        start -= 1;
    }
    let is_sign =
        |at: usize| matches!(&tokens[at], TokenTree::Punct(sign) if sign.as_char() == '#');
    while start > 1 && is_sign(start - 2) {
        start -= 2;
    }
    let is_last = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    let length = tokens[keyword..].iter().position(is_last)? + 1;
    Some(
        tokens
            .into_iter()
            .take(keyword + length)
            .skip(start)
            .collect(),
    )
}

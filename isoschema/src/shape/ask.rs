//! Form → typify's item, under surrogate names.
//!
//! The only file that names `schemars08`, typify's input model.

use proc_macro2::{TokenStream, TokenTree};
use schemars08::schema::{
    InstanceType, ObjectValidation, Schema, SchemaObject, SubschemaValidation,
};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

/// The name of the definition that is asked about.
const SUBJECT: &str = "T";

/// What typify gets to know about a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// A struct of so many fields.
    Struct(usize),
    /// So many unit variants.
    Enum(usize),
    /// So many variants of one value each.
    Union(usize),
    /// A tuple struct of one field.
    Newtype,
}

/// The item that typify makes of a form: `T`, with the fields `f0`…, the
/// variants `V0`… and the types `crate::S0`….
///
/// # Errors
///
/// typify's own error, or what was missing in its output.
pub(super) fn skeleton(form: Form) -> Result<syn::Item, String> {
    let slots = match form {
        Form::Struct(count) | Form::Union(count) => count,
        Form::Enum(_) => 0,
        Form::Newtype => 1,
    };
    let mut settings = TypeSpaceSettings::default();
    for index in 0..slots {
        settings.with_replacement(
            slot(index),
            format!("crate::{}", slot(index)),
            std::iter::empty::<TypeSpaceImpl>(),
        );
    }
    let mut space = TypeSpace::new(&settings);
    space
        .add_ref_types(
            (0..slots)
                .map(|index| (slot(index), Schema::Bool(true)))
                .chain([(SUBJECT.to_owned(), Schema::Object(definition(form)))]),
        )
        .map_err(|error| error.to_string())?;
    let tokens = item_tokens(space.to_stream())
        .ok_or_else(|| "its output holds no struct or enum of the name asked for".to_owned())?;
    syn::parse2(tokens).map_err(|error| error.to_string())
}

fn definition(form: Form) -> SchemaObject {
    match form {
        Form::Struct(count) => object((0..count).map(|index| (format!("f{index}"), index))),
        Form::Enum(count) => SchemaObject {
            instance_type: Some(InstanceType::String.into()),
            enum_values: Some((0..count).map(|index| variant(index).into()).collect()),
            ..SchemaObject::default()
        },
        Form::Union(count) => SchemaObject {
            subschemas: Some(Box::new(SubschemaValidation {
                one_of: Some(
                    (0..count)
                        .map(|index| Schema::Object(object([(variant(index), index)])))
                        .collect(),
                ),
                ..SubschemaValidation::default()
            })),
            ..SchemaObject::default()
        },
        Form::Newtype => SchemaObject::new_ref(reference(0)),
    }
}

/// A closed object, since typify makes a map of an open one without members.
fn object(members: impl IntoIterator<Item = (String, usize)>) -> SchemaObject {
    let mut validation = ObjectValidation {
        additional_properties: Some(Box::new(Schema::Bool(false))),
        ..ObjectValidation::default()
    };
    for (name, index) in members {
        validation.required.insert(name.clone());
        let schema = Schema::Object(SchemaObject::new_ref(reference(index)));
        validation.properties.insert(name, schema);
    }
    SchemaObject {
        instance_type: Some(InstanceType::Object.into()),
        object: Some(Box::new(validation)),
        ..SchemaObject::default()
    }
}

fn slot(index: usize) -> String {
    format!("S{index}")
}

fn variant(index: usize) -> String {
    format!("v{index}")
}

fn reference(index: usize) -> String {
    format!("#/definitions/S{index}")
}

/// The tokens of the item `pub struct T …` or `pub enum T …`. What stands
/// around it, attributes and impls, is most of the output and never parsed.
fn item_tokens(stream: TokenStream) -> Option<TokenStream> {
    let mut tokens = stream.into_iter();
    let mut before = None;
    let mut current = tokens.next()?;
    let name = loop {
        let next = tokens.next()?;
        let is_item = matches!(&current, TokenTree::Ident(word) if word == "struct" || word == "enum")
            && matches!(&next, TokenTree::Ident(word) if word == SUBJECT);
        if is_item {
            break next;
        }
        before = Some(current);
        current = next;
    };
    let visibility = before.filter(|token| matches!(token, TokenTree::Ident(_)));
    let mut item: TokenStream = visibility.into_iter().chain([current, name]).collect();
    for token in tokens {
        let last = match &token {
            TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        item.extend([token]);
        if last {
            return Some(item);
        }
    }
    None
}

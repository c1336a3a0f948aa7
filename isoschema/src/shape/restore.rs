//! typify's item → the model's: its types in the slots' places, in its order, by its names where typify has others.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, Meta, Token, Type};

use super::ask::SLOT;
use super::docs;
use super::outline::{Body, Member, Outline};
use crate::words::counted;

/// Makes typify's item the one that the outline asks for; with the names that had to be put back.
///
/// # Errors
///
/// What in the item is not as the outline asks.
pub(super) fn restore(item: Item, outline: &Outline) -> Result<(Item, Vec<Ident>), String> {
    let mut restored = Vec::new();
    let mut own = |attributes: &mut Vec<Attribute>, ident: &mut Ident| {
        documented(attributes, &outline.doc);
        name(ident, &outline.name, &mut restored);
    };
    let item = match (item, &outline.body) {
        (Item::Struct(mut item), Body::Struct(members)) => {
            own(&mut item.attrs, &mut item.ident);
            if let Fields::Named(fields) = &mut item.fields {
                let slots = |field: &syn::Field| slot(&field.ty);
                let fields = in_order(&mut fields.named, members, slots)?;
                for (
                    field,
                    Member {
                        name: wanted,
                        doc,
                        ty,
                    },
                ) in fields
                {
                    documented(&mut field.attrs, doc);
                    if let Some(ident) = &mut field.ident {
                        name(ident, wanted, &mut restored);
                    }
                    field.ty = ty.clone();
                }
            } else if !members.is_empty() {
                return Err("the fields have no names".to_owned());
            }
            Item::Struct(item)
        }
        (Item::Struct(mut item), Body::Newtype(inner)) => {
            own(&mut item.attrs, &mut item.ident);
            content(&mut item.fields)
                .ok_or(CONTENT)?
                .clone_from(&**inner);
            Item::Struct(item)
        }
        (Item::Enum(mut item), Body::Enum(units)) => {
            own(&mut item.attrs, &mut item.ident);
            // The variants have no slots that would tell them apart, and typify leaves them where they are.
            let mut places = 0..;
            let variants = in_order(&mut item.variants, units, |_| places.next())?;
            for (variant, unit) in variants {
                if !variant.fields.is_empty() {
                    return Err(format!("the variant `{}` has content", variant.ident));
                }
                documented(&mut variant.attrs, &unit.doc);
                name(&mut variant.ident, &unit.name, &mut restored);
            }
            Item::Enum(item)
        }
        (Item::Enum(mut item), Body::Union(members)) => {
            own(&mut item.attrs, &mut item.ident);
            let slots = |variant: &syn::Variant| slot(&variant.fields.iter().next()?.ty);
            for (variant, member) in in_order(&mut item.variants, members, slots)? {
                documented(&mut variant.attrs, &member.doc);
                name(&mut variant.ident, &member.name, &mut restored);
                content(&mut variant.fields)
                    .ok_or(CONTENT)?
                    .clone_from(&member.ty);
            }
            Item::Enum(item)
        }
        (Item::Struct(_), _) => return Err("a struct where an enum was asked for".to_owned()),
        (Item::Enum(_), _) => return Err("an enum where a struct was asked for".to_owned()),
        _ => return Err("neither a struct nor an enum".to_owned()),
    };
    Ok((item, restored))
}

const CONTENT: &str = "the content is not the one value that was asked for";

/// Leaves of the attributes the documentation, if any was asked for, an attribute a line.
fn documented(attributes: &mut Vec<Attribute>, asked: &str) {
    let found = std::mem::take(attributes);
    for attribute in found.iter().filter(|_| !asked.is_empty()) {
        if let Some(text) = documentation(attribute) {
            attributes.extend(docs::attributes(&text));
        }
    }
}

fn documentation(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn name(ident: &mut Ident, wanted: &Ident, restored: &mut Vec<Ident>) {
    if ident != wanted {
        ident.clone_from(wanted);
        restored.push(wanted.clone());
    }
}

/// The type of the one value that an item or a variant holds.
fn content(fields: &mut Fields) -> Option<&mut Type> {
    match fields {
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            let field = unnamed.unnamed.first_mut()?;
            field.attrs.clear();
            Some(&mut field.ty)
        }
        _ => None,
    }
}

/// Brings members into the order of what they are made for, each place taken once.
fn in_order<'f, 'w, T, W>(
    found: &'f mut Punctuated<T, Token![,]>,
    wanted: &'w [W],
    mut place: impl FnMut(&T) -> Option<usize>,
) -> Result<impl Iterator<Item = (&'f mut T, &'w W)>, String> {
    if found.len() != wanted.len() {
        let (found, wanted) = (counted(found.len(), "member"), wanted.len());
        return Err(format!("{found} instead of {wanted}"));
    }
    let mut placed: Vec<Option<T>> = wanted.iter().map(|_| None).collect();
    for (position, member) in std::mem::take(found).into_iter().enumerate() {
        let at = place(&member).and_then(|index| placed.get_mut(index));
        match at.filter(|at| at.is_none()) {
            Some(at) => *at = Some(member),
            None => return Err(format!("member {position} is not one that was asked for")),
        }
    }
    // Every place is filled: as many members as places, none placed twice.
    found.extend(placed.into_iter().flatten());
    Ok(found.iter_mut().zip(wanted))
}

/// The index in a placeholder type, `crate::Slot12`.
fn slot(ty: &Type) -> Option<usize> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?.ident.to_string();
    last.strip_prefix(SLOT)?.parse().ok()
}

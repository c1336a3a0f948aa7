//! typify's item → the model's item: names, types and order, by index.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Field, Fields, Item, Token, Type, Variant};

use super::Outline;
use crate::words::counted;

/// Puts the outline's names and types in place of the surrogates.
///
/// # Errors
///
/// What in the item is not as the outline asks.
pub(super) fn restore(item: Item, outline: &Outline) -> Result<Item, String> {
    match (item, outline) {
        (Item::Struct(mut item), Outline::Struct { name, fields }) => {
            item.attrs.clear();
            item.ident = name.clone();
            if fields.is_empty() && item.fields.is_empty() {
                return Ok(Item::Struct(item));
            }
            let Fields::Named(named) = &mut item.fields else {
                return Err("the fields have no names".to_owned());
            };
            named.named = restore_fields(std::mem::take(&mut named.named), fields)?;
            Ok(Item::Struct(item))
        }
        (Item::Struct(mut item), Outline::Newtype { name, inner }) => {
            item.attrs.clear();
            item.ident = name.clone();
            item.fields = restore_content(item.fields, |slot| (slot == 0).then(|| inner.clone()))?;
            Ok(Item::Struct(item))
        }
        (Item::Enum(mut item), Outline::Enum { name, variants }) => {
            item.attrs.clear();
            item.ident = name.clone();
            item.variants = restore_variants(item.variants, variants.len(), |variant, index| {
                variant.ident = variants[index].clone();
                if variant.fields.is_empty() {
                    Ok(())
                } else {
                    Err(format!("variant {index} has content"))
                }
            })?;
            Ok(Item::Enum(item))
        }
        (Item::Enum(mut item), Outline::Union { name, variants }) => {
            item.attrs.clear();
            item.ident = name.clone();
            item.variants = restore_variants(item.variants, variants.len(), |variant, index| {
                let (name, ty) = &variants[index];
                variant.ident = name.clone();
                let fields = std::mem::replace(&mut variant.fields, Fields::Unit);
                variant.fields =
                    restore_content(fields, |slot| (slot == index).then(|| ty.clone()))?;
                Ok(())
            })?;
            Ok(Item::Enum(item))
        }
        (Item::Struct(_), _) => Err("a struct where an enum was asked for".to_owned()),
        (Item::Enum(_), _) => Err("an enum where a struct was asked for".to_owned()),
        _ => Err("neither a struct nor an enum".to_owned()),
    }
}

fn restore_fields(
    found: Punctuated<Field, Token![,]>,
    wanted: &[(Ident, Type)],
) -> Result<Punctuated<Field, Token![,]>, String> {
    in_order(found, wanted.len(), |field| {
        let index = field
            .ident
            .as_ref()
            .and_then(|name| number_behind(name, 'f'));
        let index = index.filter(|index| *index < wanted.len())?;
        let (name, ty) = &wanted[index];
        if slot(&field.ty)? != index {
            return None;
        }
        field.attrs.clear();
        field.ident = Some(name.clone());
        field.ty = ty.clone();
        Some(index)
    })
}

fn restore_variants(
    found: Punctuated<Variant, Token![,]>,
    count: usize,
    mut fill: impl FnMut(&mut Variant, usize) -> Result<(), String>,
) -> Result<Punctuated<Variant, Token![,]>, String> {
    let mut fault = None;
    let variants = in_order(found, count, |variant| {
        let index = number_behind(&variant.ident, 'V').filter(|index| *index < count)?;
        variant.attrs.clear();
        match fill(variant, index) {
            Ok(()) => Some(index),
            Err(message) => {
                fault = Some(message);
                None
            }
        }
    });
    fault.map_or(variants, Err)
}

/// One unnamed field whose slot is the one that `ty` has a type for.
fn restore_content(
    mut fields: Fields,
    ty: impl FnOnce(usize) -> Option<Type>,
) -> Result<Fields, String> {
    let fault = || "the content is not the one value that was asked for".to_owned();
    let Fields::Unnamed(unnamed) = &mut fields else {
        return Err(fault());
    };
    let only = unnamed.unnamed.len() == 1;
    let field = unnamed.unnamed.first_mut().filter(|_| only);
    let field = field.ok_or_else(fault)?;
    field.attrs.clear();
    field.ty = slot(&field.ty).and_then(ty).ok_or_else(fault)?;
    Ok(fields)
}

/// The members at the places that `place` gives them, each place taken once.
fn in_order<T>(
    found: Punctuated<T, Token![,]>,
    count: usize,
    mut place: impl FnMut(&mut T) -> Option<usize>,
) -> Result<Punctuated<T, Token![,]>, String> {
    if found.len() != count {
        return Err(format!(
            "{} instead of {count}",
            counted(found.len(), "member")
        ));
    }
    let mut placed: Vec<Option<T>> = (0..count).map(|_| None).collect();
    for (position, mut member) in found.into_iter().enumerate() {
        match place(&mut member) {
            Some(index) if placed[index].is_none() => placed[index] = Some(member),
            _ => return Err(format!("member {position} is not one that was asked for")),
        }
    }
    // Every place is filled: as many members as places, none placed twice.
    Ok(placed.into_iter().flatten().collect())
}

/// The index in a placeholder type, `crate::S12`.
fn slot(ty: &Type) -> Option<usize> {
    let Type::Path(path) = ty else { return None };
    number_behind(&path.path.segments.last()?.ident, 'S')
}

fn number_behind(ident: &Ident, prefix: char) -> Option<usize> {
    ident.to_string().strip_prefix(prefix)?.parse().ok()
}

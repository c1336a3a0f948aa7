//! Types that clippy finds complex, maps in maps, lists in lists, maps in
//! which there can be nothing, and structs of many booleans.
//!
//! The schema says what is in what, and each type is written where it is needed;
//! the items that show a complex one say that this is meant.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::visit_mut::{self, VisitMut};

use crate::plan::model::{Field, Shape, TypeRef};

/// More than this is complex (`type_complexity`).
const THRESHOLD: u64 = 250;
/// More booleans than that are many.
const MOST_BOOLS: usize = 3;
/// What a type weighs for each level that it is in.
const WEIGHT: u64 = 10;

/// Adds the attribute to the items of a type that need it.
///
/// # Errors
///
/// Tokens that are no items.
pub(super) fn allowed(items: TokenStream, shape: &Shape) -> syn::Result<TokenStream> {
    let has_empty_maps = shape.uses().into_iter().any(is_empty_map);
    let has_many_bools = has_many_bools(shape);
    if !may_be_complex(shape) && !has_empty_maps && !has_many_bools {
        return Ok(items);
    }
    let mut file = syn::parse2::<syn::File>(items)?;
    for item in &mut file.items {
        let mut most = Most::default();
        most.visit_item_mut(item);
        let is_struct = matches!(item, syn::Item::Struct(_));
        let attributes = match item {
            syn::Item::Struct(item) => &mut item.attrs,
            syn::Item::Enum(item) => &mut item.attrs,
            syn::Item::Impl(item) => &mut item.attrs,
            // What a macro makes says so itself.
            _ => continue,
        };
        if most.weight > THRESHOLD {
            attributes.push(syn::parse_quote! { #[allow(clippy::type_complexity)] });
        }
        if has_many_bools && is_struct {
            attributes.push(syn::parse_quote! { #[allow(clippy::struct_excessive_bools)] });
        }
        if has_empty_maps {
            attributes.push(syn::parse_quote! { #[allow(clippy::zero_sized_map_values)] });
        }
    }
    Ok(file.into_token_stream())
}

/// Whether a use is of maps that have no members, or null alone in them.
fn is_empty_map(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Map(inside) if matches!(*inside.ty, TypeRef::Never | TypeRef::Null) => true,
        other => other.content().is_some_and(is_empty_map),
    }
}

/// Whether more members are booleans than clippy thinks right (`struct_excessive_bools`).
fn has_many_bools(shape: &Shape) -> bool {
    let Shape::Struct(object) = shape else {
        return false;
    };
    let is_bool = |field: &&Field| field.ty == TypeRef::Boolean && field.required.is_some();
    object.fields.iter().filter(is_bool).count() > MOST_BOOLS
}

/// Whether a use may be complex in some form: then its items are looked at.
fn may_be_complex(shape: &Shape) -> bool {
    // An optional field; a bag has an owner too.
    let (around, level) = match shape {
        Shape::Struct(_) => (3 * WEIGHT, 2),
        _ => (WEIGHT, 2),
    };
    let uses = shape.uses().into_iter();
    uses.map(|used| around + weight(used, level))
        .any(|weight| weight > THRESHOLD)
}

/// The weight of a use on a level, with texts that are borrowed.
fn weight(ty: &TypeRef, level: u64) -> u64 {
    let text = |level| WEIGHT * level + WEIGHT * (level + 1);
    match ty {
        TypeRef::Text => text(level),
        TypeRef::Map(inner) => WEIGHT * level + text(level + 1) + weight(inner, level + 1),
        other => WEIGHT * level + other.content().map_or(0, |inner| weight(inner, level + 1)),
    }
}

/// The weight of the heaviest type in an item, as clippy counts.
#[derive(Default)]
struct Most {
    weight: u64,
}

impl VisitMut for Most {
    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        let mut scale = Scale {
            weight: 0,
            level: 1,
        };
        scale.visit_type_mut(ty);
        self.weight = self.weight.max(scale.weight);
    }
}

/// The weight of one type.
struct Scale {
    weight: u64,
    level: u64,
}

impl VisitMut for Scale {
    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        let deeper = if let syn::Type::Reference(_) = ty {
            self.weight += self.level;
            0
        } else {
            self.weight += WEIGHT * self.level;
            1
        };
        self.level += deeper;
        visit_mut::visit_type_mut(self, ty);
        self.level -= deeper;
    }
}

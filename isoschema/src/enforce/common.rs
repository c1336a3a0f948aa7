//! What every variant of an enum has a member for, the enum lends itself: `animal.name()` needs no `match`.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::model::{Shape, Type, TypeId, TypeRef, Union};

use super::Enforcer;
use super::part::Part;

/// Enums in enums are looked into so deep.
const DEPTH: usize = 3;

/// A member that a type lends by a method.
struct Common {
    /// Its name in JSON.
    member: String,
    method: Ident,
    field: Ident,
    doc: String,
    attributes: TokenStream,
    /// What is lent, and how the field lends it.
    given: TokenStream,
    how: Ident,
}

impl Common {
    /// Whether another type lends the same in the same way.
    fn is_like(&self, other: &Self) -> bool {
        let is_named = self.member == other.member && self.method == other.method;
        is_named
            && self.field == other.field
            && self.how == other.how
            && self.given.to_string() == other.given.to_string()
    }
}

impl Enforcer<'_> {
    /// The methods of an enum for the members that all its variants have, where no variant's method is called so.
    pub(super) fn common_members(&self, union: &Union, name: &Ident) -> TokenStream {
        let taken = Self::arm_methods(union);
        let taken: HashSet<Ident> = taken
            .into_iter()
            .flat_map(|(lend, give)| [lend, give])
            .collect();
        let mut common = self.common_of(union, DEPTH);
        common.retain(|it| !taken.contains(&it.method));
        if common.is_empty() {
            return TokenStream::new();
        }
        let has_fields = |ty: &TypeRef| {
            let held = self.held(ty).map(|(_, ty)| ty);
            held.is_some_and(|ty| matches!(ty.shape, Shape::Struct(_)) && ty.checks.is_empty())
        };
        let arms = union.arms.iter();
        let (open, closed): (Vec<_>, Vec<_>) = arms.partition(|arm| has_fields(&arm.ty));
        let open = open.iter().map(|arm| arm.ident.ident());
        let closed = closed.iter().map(|arm| arm.ident.ident());
        let lines = common.iter().map(|it| {
            let Common {
                method,
                field,
                attributes,
                given,
                how,
                ..
            } = it;
            let doc = super::doc::lines(&it.doc);
            quote! { #doc #attributes pub #method #field -> #given: #how; }
        });
        quote! { support::common_members! { #name; #(#open)*; #(#closed)*; #(#lines)* } }
    }

    /// The members that all variants of an enum lend, in the order of the first.
    fn common_of(&self, union: &Union, depth: usize) -> Vec<Common> {
        if union.arms.len() < 2 || depth == 0 {
            return Vec::new();
        }
        let mut all: Option<Vec<Common>> = None;
        for arm in &union.arms {
            let lent = match self.held(&arm.ty) {
                Some((id, ty)) if arm.member.is_none() => self.lent_by(id, ty, depth),
                _ => Vec::new(),
            };
            let kept = match all {
                None => lent,
                Some(mut all) => {
                    all.retain(|one| lent.iter().any(|other| one.is_like(other)));
                    all
                }
            };
            if kept.is_empty() {
                return kept;
            }
            all = Some(kept);
        }
        all.unwrap_or_default()
    }

    /// The members that a type lends.
    fn lent_by(&self, id: TypeId, ty: &Type, depth: usize) -> Vec<Common> {
        match &ty.shape {
            Shape::Struct(object) => {
                let parts = self.members(ty, object);
                parts.iter().map(|part| self.common_member(part)).collect()
            }
            Shape::Union(union) if !self.traits.is_recursive(id.0 as usize) => {
                self.common_of(union, depth - 1)
            }
            _ => Vec::new(),
        }
    }

    fn common_member(&self, part: &Part<'_>) -> Common {
        let (given, how) = self.lending(part);
        Common {
            member: part.name.clone(),
            method: part.method.clone(),
            field: part.ident.clone(),
            doc: part.doc.clone(),
            attributes: part.attributes(),
            given,
            how,
        }
    }

    /// The named type that a variant holds.
    fn held(&self, ty: &TypeRef) -> Option<(TypeId, &Type)> {
        match ty.unboxed() {
            TypeRef::Named(id) => Some((*id, self.model.get(*id))),
            _ => None,
        }
    }
}

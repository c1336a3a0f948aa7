//! Which traits each type can have.
//!
//! `Debug`, `Clone` and `PartialEq` are everyone's, `Eq` is where no `f64` is. `Ord` is not
//! for what holds a `serde_json` value, and neither `Ord` nor `Hash` for what holds a
//! map other than `BTreeMap`; `Copy` is for codes, booleans and numbers, for enums that hold nothing else, and for
//! objects and lists of a few of them, all of which are there.

use proc_macro2::TokenStream;
use quote::quote;

use crate::components::{recursive, spread};
use crate::config::kinds::{Maps, Numbers};
use crate::plan::model::{Field, Integer, Model, Shape, TypeRef};

/// What has more members than these is told apart from plain values: it is cloned.
const FEW: usize = 4;

/// The traits of every type of a model.
pub(super) struct Traits {
    ordered: Vec<bool>,
    hashed: Vec<bool>,
    equal: Vec<bool>,
    copied: Vec<bool>,
    written: Vec<bool>,
    recursive: Vec<bool>,
    /// Whether numbers are `Copy`.
    small_numbers: bool,
}

impl Traits {
    /// Finds them: everything is granted until something inside forbids it.
    pub(super) fn of(model: &Model) -> Self {
        let count = model.types.len();
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut traits = Self {
            ordered: vec![true; count],
            hashed: vec![true; count],
            equal: vec![true; count],
            copied: vec![false; count],
            written: vec![true; count],
            recursive: recursive(count, |index| {
                let held = model.types[index].shape.named();
                held.map(|id| id.0 as usize).collect()
            }),
            small_numbers: model.numbers != Numbers::Exact,
        };
        let plain_maps = model.maps == Maps::BTreeMap;
        let is_float = model.numbers == Numbers::F64;
        for (index, ty) in model.types.iter().enumerate() {
            let is_own = !matches!(ty.shape, Shape::Foreign(_));
            traits.written[index] = match &ty.shape {
                Shape::Foreign(foreign) => foreign.is_known() || foreign.is_of_runtime(),
                _ => true,
            };
            let (mut ordered, mut hashed) = (is_own, true);
            let mut equal = true;
            for mut used in ty.shape.uses() {
                while let Some(inner) = used.content() {
                    if matches!(used, TypeRef::Map(_)) && !plain_maps {
                        (ordered, hashed) = (false, false);
                    }
                    used = inner;
                }
                match used {
                    TypeRef::Any => ordered = false,
                    TypeRef::Number => {
                        ordered &= !is_float;
                        hashed &= !is_float;
                        equal &= !is_float;
                    }
                    TypeRef::Float(_) => (ordered, hashed, equal) = (false, false, false),
                    TypeRef::Named(id) => users[id.0 as usize].push(index),
                    _ => {}
                }
            }
            (traits.ordered[index], traits.hashed[index]) = (ordered, hashed);
            traits.equal[index] = equal;
            traits.copied[index] = match &ty.shape {
                Shape::Values(values) => !values.open,
                Shape::Newtype(newtype) => {
                    matches!(newtype.inner, TypeRef::Boolean | TypeRef::Null)
                        || is_native(&newtype.inner)
                        || matches!(newtype.inner, TypeRef::Float(_))
                        || (newtype.inner == TypeRef::Number && traits.small_numbers)
                }
                Shape::Union(union) => union.arms.iter().all(|arm| traits.may_copy(&arm.ty)),
                Shape::Struct(object) => {
                    let mut fields = object.fields.iter();
                    let is_plain = |it: &Field| it.required.is_some() && traits.may_copy(&it.ty);
                    object.patterns.is_empty()
                        && object.additional == TypeRef::Never
                        && (1..=FEW).contains(&object.fields.len())
                        && fields.all(is_plain)
                }
                Shape::Tuple(tuple) => {
                    let mut positions = tuple.positions.iter();
                    tuple.rest == TypeRef::Never
                        && tuple.required == tuple.positions.len()
                        && (1..=FEW).contains(&tuple.required)
                        && positions.all(|it| traits.may_copy(&it.ty))
                }
                Shape::Foreign(_) => false,
            };
        }
        lose(&users, &mut traits.copied);
        lose(&users, &mut traits.ordered);
        lose(&users, &mut traits.hashed);
        lose(&users, &mut traits.written);
        lose(&users, &mut traits.equal);
        traits
    }

    /// Whether values of a type can hold values of the same type.
    pub(super) fn is_recursive(&self, index: usize) -> bool {
        self.recursive[index]
    }

    /// Whether values of a type can always be written: nothing from elsewhere
    /// is in them but what has a ready name.
    pub(super) fn is_written(&self, index: usize) -> bool {
        self.written[index]
    }

    /// Whether a use of a type is `Copy`.
    pub(super) fn is_copy(&self, ty: &TypeRef) -> bool {
        self.may_copy(ty) && ty.held().is_none_or(|id| self.copied[id.0 as usize])
    }

    /// Whether a use is `Copy` where the named type that it holds is.
    fn may_copy(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Null
            | TypeRef::Boolean
            | TypeRef::Float(_)
            | TypeRef::Never
            | TypeRef::Named(_) => true,
            TypeRef::Integer(_) => is_native(ty),
            TypeRef::Number => self.small_numbers,
            TypeRef::Nullable(inner) => self.may_copy(inner),
            TypeRef::List(inside) => inside.fixed.is_some() && self.may_copy(inside),
            _ => false,
        }
    }

    /// The derives of a type.
    pub(super) fn derives(&self, index: usize) -> TokenStream {
        let copied = self.copied[index].then(|| quote! { Copy, });
        let equal = self.equal[index].then(|| quote! { , Eq });
        let ordered = self.ordered[index].then(|| quote! { , PartialOrd, Ord });
        let hashed = self.hashed[index].then(|| quote! { , Hash });
        quote! {
            Debug, Clone, #copied PartialEq #equal #ordered #hashed
        }
    }
}

/// Takes a trait from all that hold, through however many others, something
/// without it.
fn lose(users: &[Vec<usize>], granted: &mut [bool]) {
    let mut lost: Vec<bool> = granted.iter().map(|is_granted| !is_granted).collect();
    spread(users, &mut lost);
    for (granted, lost) in granted.iter_mut().zip(lost) {
        *granted = !lost;
    }
}

/// Whether a use is one of Rust's own integers.
pub(super) fn is_native(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Integer(integer) if *integer != Integer::Any)
}

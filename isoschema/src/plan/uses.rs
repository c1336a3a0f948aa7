//! What a shape uses of other types.

use super::model::{Field, Position, Shape, Struct, Tuple, TypeId, TypeRef};

impl Shape {
    /// The uses of types in it.
    #[must_use]
    pub fn uses(&self) -> Vec<&TypeRef> {
        match self {
            Self::Newtype(newtype) => vec![&newtype.inner],
            Self::Values(_) | Self::Foreign(_) => Vec::new(),
            Self::Struct(object) => {
                let fields = object.fields.iter().map(|field| &field.ty);
                let bags = object.patterns.iter().map(|bag| &bag.ty);
                fields.chain(bags).chain([&object.additional]).collect()
            }
            Self::Tuple(tuple) => {
                let positions = tuple.positions.iter().map(|position| &position.ty);
                positions.chain([&tuple.rest]).collect()
            }
            Self::Union(union) => union.arms.iter().map(|arm| &arm.ty).collect(),
        }
    }

    /// The named types in it.
    pub fn named(&self) -> impl Iterator<Item = TypeId> {
        let mut named = Vec::new();
        for used in self.uses() {
            named.extend(used.keys());
            if let TypeRef::Named(id) = used.innermost() {
                named.push(*id);
            }
        }
        named.into_iter()
    }
}

impl Struct {
    /// The members that have fields: all but those with one value, and those that must not be there.
    pub fn variable(&self) -> impl Iterator<Item = &Field> {
        let fields = self.fields.iter();
        fields.filter(|field| field.constant.is_none() && !field.is_forbidden())
    }

    /// The members that must not be there.
    pub fn forbidden(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_forbidden())
    }
}

impl Tuple {
    /// The positions that have fields, all but those with one value, each with how many are before it.
    pub fn variable(&self) -> impl Iterator<Item = (usize, &Position)> {
        let positions = self.positions.iter().enumerate();
        positions.filter(|(_, position)| position.constant.is_none())
    }
}

impl Field {
    /// Whether it must not be there: a fact of the type, which has no field for it.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.ty == TypeRef::Never && self.required.is_none()
    }
}

impl TypeRef {
    /// What lists, maps and the like consist of in the end.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        self.content().map_or(self, Self::innermost)
    }

    /// It without the `Box` around it, which nobody has to make.
    #[must_use]
    pub fn unboxed(&self) -> &Self {
        match self {
            Self::Boxed(inner) => inner.unboxed(),
            used => used,
        }
    }

    /// It without the `Option` and the `Box` around it.
    #[must_use]
    pub fn bare(&self) -> &Self {
        match self {
            Self::Nullable(inner) | Self::Boxed(inner) => inner.bare(),
            used => used,
        }
    }

    /// The types of the keys of maps in it.
    fn keys(&self) -> impl Iterator<Item = TypeId> {
        std::iter::successors(Some(self), |used| used.content()).filter_map(|used| match used {
            Self::Map(inside) => inside.key,
            _ => None,
        })
    }

    /// What a list, a map and the like consist of.
    #[must_use]
    pub fn content(&self) -> Option<&Self> {
        match self {
            Self::Nullable(inner) | Self::Boxed(inner) => Some(inner),
            Self::List(inside) | Self::Map(inside) => Some(inside),
            _ => None,
        }
    }
}

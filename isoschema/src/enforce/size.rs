//! How many bytes values of types take on machines of 64 bits, as far as that is known before they are compiled.

use crate::plan::model::{Integer, Model, Shape, TypeId, TypeRef, Union};

/// By so many bytes a variant may be larger than all others before clippy speaks of it.
const LARGE: u64 = 200;

/// What a value takes beside its parts, for the next to begin where it may, or to tell what it is.
const PADDING: u64 = 8;

/// The bytes of a value.
#[derive(Clone, Copy)]
struct Bytes {
    least: u64,
    most: u64,
    /// Whether some that are in them no value has, so that `Option` needs no more.
    is_spare: bool,
}

/// Those of every type of a model.
pub(super) struct Sizes {
    /// None where it has not been asked yet, or is being asked.
    known: Vec<Option<Bytes>>,
}

impl Bytes {
    const NONE: Self = Self::of(0, 0);
    const UNKNOWN: Self = Self::of(0, u64::MAX);
    /// Of `Vec` and `String`, and what is nothing but one.
    const LIST: Self = Self::of(24, 24).spare();

    const fn of(least: u64, most: u64) -> Self {
        Self {
            least,
            most,
            is_spare: false,
        }
    }

    const fn spare(self) -> Self {
        Self {
            is_spare: true,
            ..self
        }
    }

    /// Values beside one another.
    fn and(self, other: Self) -> Self {
        Self {
            least: self.least.saturating_add(other.least),
            most: self.most.saturating_add(other.most),
            is_spare: self.is_spare || other.is_spare,
        }
    }

    /// One value or another, which may be told apart by what neither can be.
    fn or(self, other: Self) -> Self {
        Self {
            least: self.least.max(other.least),
            most: self.most.max(other.most),
            is_spare: true,
        }
    }

    fn padded(self) -> Self {
        self.and(Self::of(0, PADDING))
    }

    fn times(self, count: u64) -> Self {
        Self {
            least: self.least.saturating_mul(count),
            most: self.most.saturating_mul(count),
            ..self
        }
    }

    /// The value, or nothing.
    fn optional(self) -> Self {
        if self.is_spare {
            self
        } else {
            self.padded().spare()
        }
    }
}

impl Sizes {
    pub(super) fn of(model: &Model) -> Self {
        let mut sizes = Self {
            known: vec![None; model.types.len()],
        };
        for id in (0..).map(TypeId).take(model.types.len()) {
            sizes.named(model, id);
        }
        sizes
    }

    /// Whether a variant may be much larger than all others.
    pub(super) fn may_differ(&mut self, model: &Model, union: &Union) -> bool {
        let arms: Vec<Bytes> = union
            .arms
            .iter()
            .map(|arm| self.used(model, &arm.ty))
            .collect();
        let mut each = arms.iter().enumerate();
        arms.len() > 1
            && each.any(|(at, arm)| {
                let others = arms.iter().enumerate().filter(|(other, _)| *other != at);
                let next = others.map(|(_, other)| other.least).max();
                arm.most.saturating_sub(next.unwrap_or(0)) > LARGE
            })
    }

    fn named(&mut self, model: &Model, id: TypeId) -> Bytes {
        let at = id.0 as usize;
        if let Some(known) = self.known[at] {
            return known;
        }
        // No type holds itself by value.
        self.known[at] = Some(Bytes::UNKNOWN);
        let bytes = self.shape(model, &model.types[at].shape);
        self.known[at] = Some(bytes);
        bytes
    }

    fn shape(&mut self, model: &Model, shape: &Shape) -> Bytes {
        match shape {
            Shape::Newtype(newtype) => self.used(model, &newtype.inner),
            Shape::Values(values) if values.open => Bytes::LIST,
            Shape::Values(_) => Bytes::of(0, 2).spare(),
            Shape::Struct(object) => {
                let fields = object.variable().map(|field| {
                    let is_required = field.required.is_some();
                    self.field(model, &field.ty, is_required)
                });
                let bags = object.patterns.iter().map(|_| Bytes::LIST);
                let rest = (object.additional != TypeRef::Never).then_some(Bytes::LIST);
                let all = fields.chain(bags).chain(rest);
                all.fold(Bytes::NONE, Bytes::and).padded()
            }
            Shape::Tuple(tuple) => {
                let fields = tuple.variable().map(|(index, position)| {
                    let is_required = index < tuple.required;
                    self.field(model, &position.ty, is_required)
                });
                let rest = (tuple.rest != TypeRef::Never).then_some(Bytes::LIST);
                fields.chain(rest).fold(Bytes::NONE, Bytes::and).padded()
            }
            Shape::Union(union) => {
                let arms = union.arms.iter().map(|arm| self.used(model, &arm.ty));
                arms.fold(Bytes::NONE, Bytes::or).padded()
            }
            Shape::Foreign(foreign) if foreign.is_known() => Bytes::of(0, 128),
            Shape::Foreign(_) => Bytes::UNKNOWN,
        }
    }

    fn field(&mut self, model: &Model, ty: &TypeRef, is_required: bool) -> Bytes {
        let bytes = self.used(model, ty);
        if is_required { bytes } else { bytes.optional() }
    }

    fn used(&mut self, model: &Model, ty: &TypeRef) -> Bytes {
        match ty {
            TypeRef::Null | TypeRef::Never => Bytes::NONE,
            TypeRef::Boolean => Bytes::of(1, 1).spare(),
            TypeRef::Float(_) => Bytes::of(4, 8),
            TypeRef::Integer(Integer::Any) | TypeRef::Number => Bytes::of(8, 24),
            TypeRef::Integer(Integer::I128) => Bytes::of(16, 24),
            TypeRef::Integer(_) => Bytes::of(1, 8),
            TypeRef::Text | TypeRef::Temporal(_) => Bytes::LIST,
            // `preserve_order` makes larger ones.
            TypeRef::Any => Bytes::of(24, 80),
            TypeRef::Map(_) => Bytes::of(24, 72),
            TypeRef::List(inside) => match inside.length() {
                Some(length) => self.used(model, inside).times(length as u64),
                None => Bytes::LIST,
            },
            TypeRef::Nullable(inner) => self.used(model, inner).optional(),
            TypeRef::Boxed(_) => Bytes::of(8, 8).spare(),
            TypeRef::Named(id) => self.named(model, *id),
        }
    }
}

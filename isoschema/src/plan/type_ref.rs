//! Uses of types.

use crate::formats::widths::Float;
use crate::rules::temporal::Temporal;

use super::check::Place;
use super::native::Integer;

/// The index of a type in [`Model::types`](super::model::Model::types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// A use of a type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TypeRef {
    /// `serde_json::Value`: the schema says nothing.
    Any,
    /// Nothing fits.
    Never,
    /// `()`.
    Null,
    /// `bool`.
    Boolean,
    /// A Rust integer.
    Integer(Integer),
    /// A number, or what [`Model::numbers`](super::model::Model::numbers) says.
    Number,
    /// A float of Rust, which a format names.
    Float(Float),
    /// `String`.
    Text,
    /// `support::DateTime` and its like: a text that converts to a date.
    Temporal(Temporal),
    /// `Option<T>` for a value that may be null.
    Nullable(Box<TypeRef>),
    /// `Vec<T>`, or `[T; N]` where the number of items is fixed.
    List(Inside),
    /// `BTreeMap<String, T>`, or what [`Model::maps`](super::model::Model::maps) says; where the
    /// names are codes, they are values of their enum.
    Map(Inside),
    /// A type of the model.
    Named(TypeId),
    /// `Box<T>`, where a cycle needs it.
    Boxed(Box<TypeRef>),
}

/// What a list or a map consists of, with where that is asked for. Uses of
/// types are equal whatever their places.
#[derive(Debug, Clone)]
pub struct Inside {
    /// The type of the items or values.
    pub ty: Box<TypeRef>,
    /// Where a schema says what they have to be.
    pub place: Place,
    /// The type of a map's keys, where they are codes.
    pub key: Option<TypeId>,
    /// How many items a list has, where that is fixed.
    pub fixed: Option<Fixed>,
}

/// The number of items of a list that has no fewer and no more.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The number.
    pub length: usize,
    /// The keywords that refuse fewer, and more.
    pub ends: [String; 2],
}

impl Inside {
    /// The number of items, where it is fixed.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        self.fixed.as_ref().map(|fixed| fixed.length)
    }

    /// Whatever it is.
    pub(super) fn any() -> Self {
        Self {
            ty: Box::new(TypeRef::Any),
            place: Place::At(String::new()),
            key: None,
            fixed: None,
        }
    }
}

impl PartialEq for Inside {
    fn eq(&self, other: &Self) -> bool {
        self.ty == other.ty && self.key == other.key && self.length() == other.length()
    }
}

impl Eq for Inside {}

impl std::hash::Hash for Inside {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.ty.hash(state);
        self.key.hash(state);
        self.length().hash(state);
    }
}

impl std::ops::Deref for Inside {
    type Target = TypeRef;

    fn deref(&self) -> &TypeRef {
        &self.ty
    }
}

impl std::ops::DerefMut for Inside {
    fn deref_mut(&mut self) -> &mut TypeRef {
        &mut self.ty
    }
}

impl TypeRef {
    /// `Option<T>`, once.
    pub(super) fn nullable(self) -> Self {
        match self {
            Self::Never => Self::Null,
            Self::Nullable(_) | Self::Null => self,
            _ => Self::Nullable(Box::new(self)),
        }
    }

    /// The named type that this use holds by value, if any.
    #[must_use]
    pub fn held(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::Nullable(inner) => inner.held(),
            Self::List(inside) if inside.fixed.is_some() => inside.ty.held(),
            _ => None,
        }
    }
}

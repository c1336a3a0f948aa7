//! The model: every Rust type of a run, with its shape, its constraints and
//! its name settled.
//!
//! The invariants: every [`TypeId`] in a [`Model`] is valid; names are unique
//! Rust identifiers; a shape accepts at least what its rules accept, and
//! together with [`Type::checks`] exactly that; by-value recursion passes
//! through a [`TypeRef::Boxed`].

use crate::config::kinds::{Maps, Numbers};
use crate::diagnostics::Diagnostic;
use crate::formats::ready;
use crate::keywords::table::Assertion;
use crate::load::json::Json;

pub use super::alternatives::{Arm, Dispatch, Member, Union};
pub use super::check::{Check, End, Part, Place};
pub use super::native::{Integer, Native};
pub use super::type_ref::{Fixed, Inside, TypeId, TypeRef};
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::notes::Notes;
use crate::rules::rule::Rules;
pub use crate::rules::temporal::Temporal;

/// Every type of a run.
#[derive(Debug, Default)]
pub struct Model {
    /// The types, in the order in which they were first needed.
    pub types: Vec<Type>,
    /// The root types, in the order of the schemas' names.
    pub roots: Vec<RootType>,
    /// What the values under each rule became, where they have a type.
    pub used: Vec<Option<TypeRef>>,
    /// The type of every [`TypeRef::Map`].
    pub maps: Maps,
    /// The type of every [`TypeRef::Number`].
    pub numbers: Numbers,
    /// Whether readers keep every digit of a number.
    pub every_digit: bool,
    /// What is right, but hardly meant.
    pub warnings: Vec<Diagnostic>,
    /// The rules that the types come of: their predicates ask them.
    pub rules: Rules,
}

impl Model {
    /// The type behind an identifier.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }
}

/// The type that stands for a whole document.
#[derive(Debug, Clone)]
pub struct RootType {
    /// The document's file stem.
    pub schema: String,
    /// Its type.
    pub id: TypeId,
}

/// A named type.
#[derive(Debug, Clone)]
pub struct Type {
    /// Its Rust name.
    pub name: Name,
    /// Where its schema stands.
    pub location: Location,
    /// Where its schema says what its values have to be.
    pub place: Place,
    /// Its documentation.
    pub notes: Notes,
    /// The rules that give it its shape.
    pub rules: Vec<RuleId>,
    /// What it looks like.
    pub shape: Shape,
    /// What the shape alone does not enforce.
    pub checks: Vec<Check>,
}

/// What a named type looks like.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A newtype around another type, with the constraints that are local to
    /// one value.
    Newtype(Newtype),
    /// One value of a given list.
    Values(Values),
    /// An object with declared members.
    Struct(Struct),
    /// An array with positions.
    Tuple(Tuple),
    /// One of several types.
    Union(Union),
    /// A type from elsewhere, which the configuration names.
    Foreign(Foreign),
}

/// A type from elsewhere.
#[derive(Debug, Clone)]
pub struct Foreign {
    /// Its path, as the configuration has it.
    pub path: String,
    /// The rule that it stands for, which is checked before it is read.
    pub rule: RuleId,
    /// Whether it stands for the texts of a format, wherever they are.
    pub of_format: bool,
}

impl Shape {
    /// Whether it is a type that texts of a format are read as.
    #[must_use]
    pub fn is_of_format(&self) -> bool {
        matches!(self, Self::Foreign(foreign) if foreign.of_format)
    }
}

impl Foreign {
    /// Whether it is the runtime's own.
    #[must_use]
    pub fn is_of_runtime(&self) -> bool {
        ready::is_of_runtime(&self.path)
    }

    /// Whether the runtime as a crate knows how it is read.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.of_format && ready::at(&self.path).is_some()
    }
}

/// A newtype.
#[derive(Debug, Clone)]
pub struct Newtype {
    /// What it holds.
    pub inner: TypeRef,
    /// The constraints on it.
    pub limits: Vec<Limit>,
    /// What a text means, where it converts to a date.
    pub temporal: Option<Temporal>,
}

impl Newtype {
    /// A newtype; one of a text that converts to a date does so itself.
    pub(super) fn new(inner: TypeRef, limits: Vec<Limit>) -> Self {
        let (inner, temporal) = match inner {
            TypeRef::Temporal(temporal) => (TypeRef::Text, Some(temporal)),
            inner => (inner, None),
        };
        Self {
            inner,
            limits,
            temporal,
        }
    }
}

/// A constraint that is local to one value.
#[derive(Debug, Clone)]
pub struct Limit {
    /// What is asked.
    pub assertion: Assertion,
    /// The rule that asks it.
    pub rule: RuleId,
    /// The bound as a value of the number's own Rust type, where the two are
    /// compared as such.
    pub native: Option<Native>,
}

/// A closed or opened list of values.
#[derive(Debug, Clone)]
pub struct Values {
    /// The values, each a variant.
    pub variants: Vec<ValueVariant>,
    /// Whether all of them are strings.
    pub text: bool,
    /// Whether other texts are accepted too.
    pub open: bool,
}

/// One value of an `enum` or `const`.
#[derive(Debug, Clone)]
pub struct ValueVariant {
    /// The variant's Rust name.
    pub ident: Name,
    /// The value.
    pub value: Json,
    /// Its documentation.
    pub doc: Option<String>,
}

/// An object type.
#[derive(Debug, Clone)]
pub struct Struct {
    /// The declared members, in the order of the schema.
    pub fields: Vec<Field>,
    /// The bags of members whose names match a pattern.
    pub patterns: Vec<PatternBag>,
    /// What other members may be; `Never` where none is allowed.
    pub additional: TypeRef,
    /// The Rust name of the bag of other members.
    pub additional_ident: Name,
    /// Where it is said what they may be.
    pub additional_place: Place,
}

impl Struct {
    /// Whether one pattern alone says what its members are: others must not be there, or may be anything.
    pub(crate) fn is_map(&self) -> bool {
        let [pattern] = &*self.patterns else {
            return false;
        };
        match self.additional {
            TypeRef::Never => true,
            TypeRef::Any => !matches!(pattern.ty, TypeRef::Any | TypeRef::Never),
            _ => false,
        }
    }
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// The member's name in JSON.
    pub name: String,
    /// The field's name in Rust.
    pub ident: Name,
    /// Its type where it is present.
    pub ty: TypeRef,
    /// The `required` that asks for it, where one does.
    pub required: Option<String>,
    /// Its value, where it has one alone and must be there: a fact of the type, which
    /// has no field for it.
    pub constant: Option<Json>,
    /// Its documentation.
    pub notes: Notes,
    /// Where its schema stands.
    pub location: String,
    /// Where it is said what it has to be.
    pub place: Place,
}

/// The members whose names match one pattern.
#[derive(Debug, Clone)]
pub struct PatternBag {
    /// The pattern.
    pub pattern: String,
    /// The bag's Rust name.
    pub ident: Name,
    /// The word that all the names begin or end with, where it tells the pattern from others.
    pub word: Option<String>,
    /// The members' type.
    pub ty: TypeRef,
    /// Where the pattern stands.
    pub location: String,
    /// Where it is said what the members have to be.
    pub place: Place,
}

/// An array with positions.
#[derive(Debug, Clone)]
pub struct Tuple {
    /// The positions' types.
    pub positions: Vec<Position>,
    /// How many of them must be there.
    pub required: usize,
    /// What may follow; `Never` where nothing may.
    pub rest: TypeRef,
    /// Where it is said what may follow.
    pub rest_place: Place,
    /// `minItems` and `maxItems`.
    pub limits: Vec<Limit>,
}

/// One position of a [`Tuple`].
#[derive(Debug, Clone)]
pub struct Position {
    /// The field's name.
    pub ident: Name,
    /// Its type.
    pub ty: TypeRef,
    /// The one value that it has; such a position has no field.
    pub constant: Option<Json>,
    /// Its documentation.
    pub notes: Notes,
    /// Where its schema stands.
    pub location: String,
    /// Where it is said what it has to be.
    pub place: Place,
}

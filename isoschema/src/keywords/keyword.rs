//! What a keyword is to the engine: all of it, in one trait.
//!
//! Nothing here has a default, so that a keyword which forgets one of its
//! meanings does not compile.

use std::fmt::Debug;

use proc_macro2::TokenStream;

use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::emission::{Emission, Subject};
use super::evaluation::Evaluation;
use super::mending::Mend;
use super::phrase::Phrase;
use super::reading::Reading;
use super::rendering::Rendering;
use super::spelling::Spelling;

/// What one schema object states by one keyword.
pub trait Keyword: Debug {
    /// Goes through the schemas inside it, and what each applies to.
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId));

    /// Whether a value fits: tells every fault.
    fn evaluate(&self, on: &mut Evaluation<'_, '_>);

    /// The statements that refuse a value which does not fit. Empty where
    /// every value does.
    fn emit(&self, code: &mut Emission<'_>) -> TokenStream;

    /// Writes it into a derived schema, as draft 2020-12 spells it; `None`
    /// where no derived schema can repeat it.
    fn render(&self, schema: &mut Rendering<'_>) -> Option<()>;

    /// What a person is told of it, as a phrase: `at least 3 characters`.
    /// `None` where the Rust type says it.
    fn describe(&self) -> Option<Phrase>;
}

/// How a keyword comes out of a schema.
pub trait Read: Keyword + Sized {
    /// What reports call it: the names, where there are several.
    const NAME: &'static str;

    /// The kinds of value on which it can have an opinion.
    const KINDS: Kinds;

    /// What its statements look at.
    const SUBJECT: Subject;

    /// How far it looks into an object by itself.
    const LOOKS: Looks;

    /// How planning takes it.
    const ROLE: Role;

    /// Changes a schema object so that it accepts what this keyword refused.
    /// `None` where that is for a person to decide, or cannot be done.
    const MEND: Mend;

    /// How each draft spells it.
    const SPELLINGS: &'static [Spelling];

    /// What a schema object states by it; more than one thing where several
    /// spellings stand beside one another.
    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self>;
}

/// How far a keyword looks into an object by itself: the schemas inside it are asked for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// At the names of the members alone, if at all.
    Names,
    /// At what the members are.
    Inside,
}

/// How planning takes a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It says of which kinds values are.
    Kinds,
    /// It lists the values themselves.
    Values,
    /// It gives values their shape, or limits it.
    Shape,
    /// What it refers to holds as if it stood here.
    Joined,
    /// Its alternatives can become an enum.
    Union,
    /// What it leaves to others is known once these are.
    Rest,
    /// No shape says it: it is checked.
    Predicate,
}

/// What a schema inside a keyword applies to, and how its verdict counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applies {
    /// The same value, which has to fit.
    Joined,
    /// The same value, which fits one of several.
    Alternative,
    /// The same value, which fits exactly one of several, or has to fit on a
    /// condition.
    Branch,
    /// The same value; whether it fits decides what else holds.
    Condition,
    /// An array's items.
    Item,
    /// An object's members.
    Member,
    /// The names of an object's members.
    Name,
}

impl Applies {
    /// Whether it applies to the value that the keyword stands for, not to
    /// what is inside it.
    #[must_use]
    pub fn in_place(self) -> bool {
        match self {
            Self::Joined | Self::Alternative | Self::Branch | Self::Condition => true,
            Self::Item | Self::Member | Self::Name => false,
        }
    }
}

//! What an enum of several types looks like.

use crate::load::json::Json;
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::notes::Notes;
use crate::rules::rule::Left;

use super::check::{Check, Place};
use super::type_ref::TypeRef;

/// One of several types.
#[derive(Debug, Clone)]
pub struct Union {
    /// The alternatives.
    pub arms: Vec<Arm>,
    /// How a document finds its arm.
    pub dispatch: Dispatch,
    /// The keyword whose alternatives the arms are.
    pub keyword: String,
    /// The rule that states it; none where it gives no alternatives.
    pub rule: Option<RuleId>,
    /// What stands beside the alternatives, and has been merged into them.
    pub beside: Vec<Check>,
    /// The kinds of value that the schema accepts, as far as kinds tell.
    pub kinds: Kinds,
    /// Where it is said what values of those kinds have to be for which no
    /// alternative is left.
    pub strays: Option<Place>,
    /// Whether its arms ask for more than those of its schema, with what stands beside them: what is left over of a
    /// value that fits no other arm.
    pub asks_more: bool,
}

impl Union {
    /// Whether each variant holds a whole value.
    #[must_use]
    pub fn is_of_values(&self) -> bool {
        !self.arms.iter().any(Arm::stands_for_more)
    }
}

/// An alternative of a [`Union`].
#[derive(Debug, Clone)]
pub struct Arm {
    /// The variant's Rust name.
    pub ident: Name,
    /// What it holds; [`TypeRef::Null`] for a variant that holds nothing.
    pub ty: TypeRef,
    /// The kinds of value that it may accept.
    pub kinds: Kinds,
    /// What the arm alone asks.
    pub rule: RuleId,
    /// The values that lead to it, where the union is told apart by a member.
    pub tags: Vec<Json>,
    /// What it is for where no value leads to it.
    pub left: Option<Left>,
    /// The one member of the objects that it stands for, where it holds the
    /// value of that.
    pub member: Option<Member>,
    /// The one value that it, or its member, stands for; none of null.
    pub constant: Option<Json>,
    /// Its documentation.
    pub notes: Notes,
    /// Where its schema stands.
    pub location: String,
    /// Where it is said what it has to be.
    pub place: Place,
}

impl Arm {
    /// Whether it holds no whole value.
    #[must_use]
    pub fn stands_for_more(&self) -> bool {
        self.member.is_some() || self.constant.is_some()
    }
}

/// The one member of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where it is said what its value has to be.
    pub place: Place,
}

/// How a document finds its arm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dispatch {
    /// By the kind of value, then in order.
    Kind,
    /// Objects by the value of one member, and where it leads to no arm, to
    /// those without such values; the rest by kind.
    Tag(String),
    /// To the first arm where the rule holds, else to the second.
    Condition(RuleId),
}

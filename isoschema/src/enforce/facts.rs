//! What is known of the objects that fit a type: the members that they have, and the texts
//! that these are.

use std::collections::{BTreeMap, BTreeSet};

use crate::keywords::enumeration::Enum;
use crate::keywords::not::Not;
use crate::keywords::regex::Pattern;
use crate::keywords::table::Word;
use crate::load::json::Json;
use crate::plan::model::{Arm, Field, Model, Part, Shape, Struct, Type, TypeId, TypeRef, Union};
use crate::rules::kinds::Kinds;

/// Into how many arms of unions in one another it is looked; nothing is known of more.
const MOST: usize = 256;

/// What is known of the objects that fit a type.
#[derive(Clone, Default)]
pub(super) struct Facts<'a> {
    /// Whether the type declares members.
    pub(super) declares: bool,
    /// The members that they have.
    pub(super) required: BTreeSet<&'a str>,
    /// Members of which they have one at least; nothing where it is empty.
    pub(super) some: BTreeSet<&'a str>,
    /// The objects that they are; nothing is known of all where it is empty.
    closed: Vec<Closed<'a>>,
    /// What texts members are, where they are there and are texts.
    pub(super) texts: BTreeMap<&'a str, Texts<'a>>,
}

impl<'a> Facts<'a> {
    /// Whether none of them has a member of this name.
    pub(super) fn bars(&self, name: &str) -> bool {
        !self.closed.is_empty() && !self.closed.iter().any(|closed| closed.allows(name))
    }

    /// Members of which they have one at least, the fewest that are known.
    fn fewest(&self) -> BTreeSet<&'a str> {
        match self.required.first() {
            Some(name) => BTreeSet::from([*name]),
            None => self.some.clone(),
        }
    }
}

/// An object that has no other members than these.
#[derive(Clone, Copy)]
enum Closed<'a> {
    Declared(&'a Struct),
    Sole(&'a str),
}

impl Closed<'_> {
    fn allows(self, name: &str) -> bool {
        match self {
            Self::Declared(object) => {
                let is_declared = object.fields.iter().any(|field| field.name == name);
                let mut patterns = object.patterns.iter().map(|bag| Pattern::new(&bag.pattern));
                is_declared
                    || patterns.any(|pattern| pattern.map_or(true, |it| it.is_found_in(name)))
            }
            Self::Sole(member) => member == name,
        }
    }
}

/// A set of texts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Texts<'a> {
    /// These.
    Only(BTreeSet<&'a str>),
    /// All but these.
    AllBut(BTreeSet<&'a str>),
}

impl<'a> Texts<'a> {
    /// The texts that it names.
    pub(super) fn named(&self) -> impl Iterator<Item = &'a str> {
        let (Self::Only(texts) | Self::AllBut(texts)) = self;
        texts.iter().copied()
    }

    /// Whether it has a text.
    pub(super) fn holds(&self, text: &str) -> bool {
        match self {
            Self::Only(texts) => texts.contains(text),
            Self::AllBut(texts) => !texts.contains(text),
        }
    }

    /// What either has.
    fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(one), Self::Only(two)) => Self::Only(one | two),
            (Self::AllBut(one), Self::AllBut(two)) => Self::AllBut(one & two),
            (Self::Only(only), Self::AllBut(but)) | (Self::AllBut(but), Self::Only(only)) => {
                Self::AllBut(but - only)
            }
        }
    }
}

/// The arms that take objects.
pub(super) fn objects(union: &Union) -> Vec<&Arm> {
    let arms = union.arms.iter();
    arms.filter(|arm| arm.kinds.meets(Kinds::OBJECT)).collect()
}

/// What is known of the objects that fit an arm.
pub(super) fn of_arm<'a>(model: &'a Model, arm: &'a Arm) -> Facts<'a> {
    let mut search = Search {
        model,
        open: Vec::new(),
        left: MOST,
    };
    search.arm(arm).unwrap_or_default()
}

/// A walk through unions that are in one another.
struct Search<'a> {
    model: &'a Model,
    /// The unions around.
    open: Vec<TypeId>,
    /// How many more arms it is looked into.
    left: usize,
}

impl<'a> Search<'a> {
    /// `None` for a union around: what fits it fits another of its arms.
    fn arm(&mut self, arm: &'a Arm) -> Option<Facts<'a>> {
        if let Some(member) = &arm.member {
            return Some(Facts {
                required: BTreeSet::from([member.name.as_str()]),
                closed: vec![Closed::Sole(&member.name)],
                ..Facts::default()
            });
        }
        let TypeRef::Named(id) = arm.ty.unboxed() else {
            return Some(Facts::default());
        };
        match &self.model.get(*id).shape {
            Shape::Struct(object) => Some(of_struct(self.model, object)),
            Shape::Union(_) if self.open.contains(id) => None,
            Shape::Union(union) => {
                self.open.push(*id);
                let facts = self.union(union);
                self.open.pop();
                Some(facts)
            }
            _ => Some(Facts::default()),
        }
    }

    /// What holds of all arms.
    fn union(&mut self, union: &'a Union) -> Facts<'a> {
        let mut all: Option<Facts<'a>> = None;
        for arm in objects(union) {
            let Some(left) = self.left.checked_sub(1) else {
                return Facts::default();
            };
            self.left = left;
            let Some(facts) = self.arm(arm) else {
                continue;
            };
            all = Some(all.map_or_else(|| facts.clone(), |all| all.and(&facts)));
        }
        all.unwrap_or_default()
    }
}

impl Facts<'_> {
    /// What both say.
    fn and(self, other: &Self) -> Self {
        let required = &self.required & &other.required;
        let some = match (self.fewest(), other.fewest()) {
            (one, two) if one.is_empty() || two.is_empty() => BTreeSet::new(),
            (one, two) => &one | &two,
        };
        let is_closed = !self.closed.is_empty() && !other.closed.is_empty();
        let closed = self.closed.iter().chain(&other.closed).copied();
        Self {
            declares: self.declares && other.declares,
            some: if required.is_empty() {
                some
            } else {
                BTreeSet::new()
            },
            required,
            closed: closed.filter(|_| is_closed).collect(),
            texts: self
                .texts
                .into_iter()
                .filter_map(|(name, texts)| Some((name, texts.or(other.texts.get(name)?))))
                .collect(),
        }
    }
}

fn of_struct<'a>(model: &'a Model, object: &'a Struct) -> Facts<'a> {
    let fields = object.fields.iter();
    let required = fields.clone().filter(|field| field.required.is_some());
    let is_closed = object.additional == TypeRef::Never;
    Facts {
        declares: !object.fields.is_empty(),
        required: required.map(|field| field.name.as_str()).collect(),
        some: BTreeSet::new(),
        closed: is_closed
            .then_some(Closed::Declared(object))
            .into_iter()
            .collect(),
        texts: fields
            .filter_map(|field| Some((field.name.as_str(), of_field(model, field)?)))
            .collect(),
    }
}

/// The texts that a member may be, where they are listed, or the others are.
fn of_field<'a>(model: &'a Model, field: &'a Field) -> Option<Texts<'a>> {
    if let Some(constant) = &field.constant {
        let text = constant.as_str()?;
        return Some(Texts::Only(BTreeSet::from([text])));
    }
    let TypeRef::Named(id) = &field.ty else {
        return None;
    };
    let ty = model.get(*id);
    match &ty.shape {
        Shape::Values(values) if values.text && !values.open => {
            let values = values.variants.iter();
            let texts = values.map(|variant| variant.value.as_str());
            texts.collect::<Option<_>>().map(Texts::Only)
        }
        _ => forbidden(model, ty).map(Texts::AllBut),
    }
}

/// The texts that `not` takes from a type.
fn forbidden<'a>(model: &'a Model, ty: &'a Type) -> Option<BTreeSet<&'a str>> {
    let nots = ty
        .checks
        .iter()
        .filter(|check| check.part == Part::Keyword(Word::Not));
    let listed = nots.filter_map(|check| {
        let Not(subschema) = model.rules.get(check.rule).get::<Not>()?;
        let rule = model.rules.get(*subschema);
        // Beside `enum`, nothing else may keep a value from being forbidden.
        let only = rule.assertions().len() == 1;
        rule.get::<Enum>().filter(|_| only)
    });
    let values = listed.flat_map(|listed| &listed.values);
    let texts: BTreeSet<&str> = values.filter_map(|value| value.as_str()).collect();
    (!texts.is_empty()).then_some(texts)
}

/// Whether an arm holds the value as it is.
pub(super) fn is_whole(arm: &Arm) -> bool {
    arm.ty != TypeRef::Null && !arm.stands_for_more()
}

/// Whether an arm holds what the one member of an object does, as it is.
pub(super) fn is_held(arm: &Arm) -> bool {
    arm.member.is_some() && arm.constant.is_none() && arm.ty != TypeRef::Null
}

/// The text that an arm stands for.
pub(super) fn text_of(arm: &Arm) -> Option<&str> {
    let stands = arm.member.is_none() && arm.ty == TypeRef::Null;
    let constant = arm.constant.as_ref().filter(|_| stands);
    constant.and_then(Json::as_str)
}

/// Whether arms hold values that have none inside, as they are, or stand for texts: each can be
/// read from the text, one after another.
pub(super) fn are_short(arms: &[&Arm]) -> bool {
    let inside = Kinds::OBJECT.or(Kinds::ARRAY);
    let mut arms = arms.iter();
    arms.all(|arm| (is_whole(arm) || text_of(arm).is_some()) && !arm.kinds.meets(inside))
}

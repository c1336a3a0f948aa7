//! `Model` → what users of the generated module write down.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::enforce::ty::display;
use crate::keywords::literal::shown;
use crate::plan::model::{Arm, Limit, Model, Shape, Struct, Type};

/// The types of a module, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Api {
    pub(super) types: BTreeMap<String, ApiType>,
}

/// One type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ApiType {
    /// Where its schema stands.
    pub(super) location: String,
    /// `struct`, `enum`, `newtype`, `tuple`.
    pub(super) sort: Sort,
    /// Whether its fields are private.
    pub(super) hidden: bool,
    /// Fields or variants, by name.
    pub(super) members: IndexMap<String, Member>,
    /// What only values feel: limits and predicates.
    pub(super) constraints: Vec<String>,
}

/// What a type looks like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Newtype,
    Enum,
    Struct,
    Tuple,
}

impl Sort {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Newtype => "a newtype",
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Tuple => "a struct of positions",
        }
    }
}

/// A field or a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    /// Its name or value in JSON, by which a renamed one is found.
    pub(super) json: String,
    /// Its Rust type; empty for a variant that holds nothing.
    pub(super) ty: String,
    /// Whether it must be given.
    pub(super) required: bool,
}

impl Api {
    pub(super) fn of(model: &Model) -> Self {
        let types = model.types.iter();
        Self {
            types: types
                .map(|ty| (ty.name.to_string(), api_type(model, ty)))
                .collect(),
        }
    }
}

fn api_type(model: &Model, ty: &Type) -> ApiType {
    let mut out = ApiType {
        location: ty.location.to_string(),
        sort: Sort::Newtype,
        hidden: !ty.checks.is_empty(),
        members: IndexMap::new(),
        constraints: Vec::new(),
    };
    match &ty.shape {
        Shape::Foreign(foreign) => {
            let there = member("", foreign.path.clone(), true);
            out.members.insert("0".to_owned(), there);
        }
        Shape::Newtype(newtype) => {
            out.hidden = true;
            out.members.insert(
                "0".to_owned(),
                member("", display(model, &newtype.inner), true),
            );
            let limits = newtype.limits.iter();
            out.constraints.extend(limits.map(said));
        }
        Shape::Values(values) => {
            out.sort = Sort::Enum;
            out.hidden = false;
            for variant in &values.variants {
                let value = variant.value.to_value().to_string();
                out.members.insert(
                    variant.ident.to_string(),
                    member(&value, String::new(), true),
                );
            }
            if values.open {
                let other = member("another text", "another text".to_owned(), true);
                out.members.insert("(any other code)".to_owned(), other);
            }
        }
        Shape::Struct(object) => members_of(model, object, &mut out),
        Shape::Tuple(tuple) => {
            out.sort = Sort::Tuple;
            for (index, position) in tuple.positions.iter().enumerate() {
                let required = index < tuple.required;
                let ty = match &position.constant {
                    Some(value) => format!("always {}", shown(value)),
                    None => display(model, &position.ty),
                };
                let ty = if required {
                    ty
                } else {
                    format!("Option<{ty}>")
                };
                out.members.insert(
                    position.ident.to_string(),
                    member(&index.to_string(), ty, required),
                );
            }
            let rest = display(model, &tuple.rest);
            if rest != "Never" {
                out.members.insert(
                    "rest".to_owned(),
                    member("(further items)", format!("Vec<{rest}>"), false),
                );
            }
            let limits = tuple.limits.iter();
            out.constraints.extend(limits.map(said));
        }
        Shape::Union(union) => {
            out.sort = Sort::Enum;
            for arm in &union.arms {
                let ty = held(model, arm);
                out.members
                    .insert(arm.ident.to_string(), member(&arm.location, ty, true));
            }
        }
    }
    for check in &ty.checks {
        let location = &model.rules.get(check.rule).location;
        let keyword = check.part.keyword();
        out.constraints.push(format!("{keyword} at {location}"));
    }
    out
}

/// What a variant holds, and of what.
fn held(model: &Model, arm: &Arm) -> String {
    let value = match &arm.constant {
        Some(value) => shown(value),
        None => display(model, &arm.ty),
    };
    match &arm.member {
        Some(member) => format!("{value} of {:?}", member.name),
        None => value,
    }
}

/// The fields of a struct.
fn members_of(model: &Model, object: &Struct, out: &mut ApiType) {
    out.sort = Sort::Struct;
    for field in object.fields.iter().filter(|it| !it.is_forbidden()) {
        let ty = match &field.constant {
            Some(value) => format!("always {}", shown(value)),
            None => display(model, &field.ty),
        };
        let required = field.required.is_some();
        let ty = if required {
            ty
        } else {
            format!("Option<{ty}>")
        };
        out.members
            .insert(field.ident.to_string(), member(&field.name, ty, required));
    }
    for bag in &object.patterns {
        let ty = format!("members of {}", display(model, &bag.ty));
        out.members
            .insert(bag.ident.to_string(), member(&bag.pattern, ty, false));
    }
    let rest = display(model, &object.additional);
    if rest != "Never" {
        let ty = format!("members of {rest}");
        out.members.insert(
            object.additional_ident.to_string(),
            member("(other members)", ty, false),
        );
    }
}

fn member(json: &str, ty: String, required: bool) -> Member {
    Member {
        json: json.to_owned(),
        ty,
        required,
    }
}

/// A limit in words.
fn said(limit: &Limit) -> String {
    let assertion = &limit.assertion;
    let phrase = assertion.keyword().describe();
    phrase.map_or_else(|| assertion.word().name().to_owned(), |it| it.to_string())
}

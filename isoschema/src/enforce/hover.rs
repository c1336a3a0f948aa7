//! What documentation says of values behind the schema's own words, or in
//! their place: the limits, the codes, the members, the forms.

use proc_macro2::TokenStream;

use crate::keywords::literal::shown;
use crate::keywords::phrase::{Phrase, ranged};
use crate::plan::model::{
    Arm, Dispatch, Newtype, Part, Shape, Struct, Tuple, Type, TypeId, TypeRef, Union, Values,
};
use crate::rules::notes::Notes;
use crate::words::{counted, listed};

use super::form::Form;
use super::{Enforcer, doc};

/// So many names are listed; more are counted.
const FEW: usize = 6;

impl Enforcer<'_> {
    /// The documentation of a type.
    pub(super) fn documented(&self, ty: &Type) -> String {
        let limits = self.limits(ty);
        let limited = (!limits.is_empty()).then(|| sentence(&joined(limits.clone())));
        let phrases = std::iter::once(self.shape(ty)).chain(limits).collect();
        let about = sentence(&joined(phrases));
        doc::item(
            &ty.notes,
            &about,
            limited.as_deref(),
            &ty.location.to_string(),
        )
    }

    /// The documentation of a member or a position, which a schema elsewhere may
    /// declare.
    pub(super) fn documented_member(
        &self,
        notes: &Notes,
        name: &str,
        ty: &TypeRef,
        elsewhere: Option<&str>,
    ) -> String {
        let about = self.about_use(ty);
        let about = if matches!(ty.bare(), TypeRef::Named(_)) {
            sentence(&about)
        } else {
            format!("{}: {about}.", doc::code(name))
        };
        doc::member(notes, &about, self.limited_use(ty).as_deref(), elsewhere)
    }

    /// What an alternative is, as a sentence.
    pub(super) fn about_alternative(&self, arm: &Arm, dispatch: &Dispatch) -> String {
        let Dispatch::Condition(condition) = dispatch else {
            return sentence(&self.about_arm(arm));
        };
        let member = || {
            let members = self.model.rules.get(*condition).required();
            members.first().map_or_else(String::new, |it| doc::code(it))
        };
        match arm.ident.as_str() {
            "Then" => "Where the condition holds.".to_owned(),
            "Else" => "Where the condition does not hold.".to_owned(),
            label if label.starts_with("Without") => format!("Where {} is absent.", member()),
            _ => format!("Where {} is present.", member()),
        }
    }

    /// What an alternative is, as a phrase.
    fn about_arm(&self, arm: &Arm) -> String {
        let value = match &arm.constant {
            Some(value) => format!("always {}", doc::code(&shown(value))),
            None => self.about_use(&arm.ty),
        };
        match &arm.member {
            Some(member) => format!("an object with {} alone: {value}", doc::code(&member.name)),
            None => value,
        }
    }

    /// What the values of a use are, as a phrase.
    fn about_use(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::Any => "any value".to_owned(),
            TypeRef::Never => "no value".to_owned(),
            TypeRef::Null => "null".to_owned(),
            TypeRef::Boolean => "true or false".to_owned(),
            TypeRef::Integer(_) => "a whole number".to_owned(),
            TypeRef::Number | TypeRef::Float(_) => "any number".to_owned(),
            TypeRef::Text => "any text".to_owned(),
            TypeRef::Temporal(temporal) => format!("a {}", temporal.meaning()),
            TypeRef::Nullable(inner) => format!("{}, or null", self.about_use(inner)),
            TypeRef::Boxed(inner) => self.about_use(inner),
            TypeRef::List(inside) => match inside.length() {
                Some(length) => format!("a list of {length} {}", self.each(&inside.ty)),
                None => format!("a list of {}", self.each(&inside.ty)),
            },
            TypeRef::Map(inside) => {
                let values = self.each(&inside.ty);
                match inside.key {
                    Some(key) => {
                        let key = self.link(&TypeRef::Named(key), key);
                        format!("an object of {values}, by {key}")
                    }
                    None => format!("an object of {values}"),
                }
            }
            TypeRef::Named(id) => {
                let link = format!("see {}", self.link(ty, *id));
                match self.told(self.model.get(*id)) {
                    Some(told) => format!("{told}, {link}"),
                    None => link,
                }
            }
        }
    }

    /// What several values of a use are.
    fn each(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::Any => "any values".to_owned(),
            TypeRef::Never => "nothing".to_owned(),
            TypeRef::Null => "nulls".to_owned(),
            TypeRef::Boolean => "true and false".to_owned(),
            TypeRef::Integer(_) => "whole numbers".to_owned(),
            TypeRef::Number | TypeRef::Float(_) => "numbers".to_owned(),
            TypeRef::Text => "texts".to_owned(),
            TypeRef::Temporal(temporal) => format!("{}s", temporal.meaning()),
            TypeRef::Nullable(inner) => format!("{}, or null", self.each(inner)),
            TypeRef::Boxed(inner) => self.each(inner),
            TypeRef::List(_) => "lists".to_owned(),
            TypeRef::Map(_) => "objects".to_owned(),
            TypeRef::Named(id) => self.link(ty, *id),
        }
    }

    /// What a use limits, as a sentence; none where its Rust type says it all.
    fn limited_use(&self, ty: &TypeRef) -> Option<String> {
        let used = ty.bare();
        let TypeRef::Named(id) = used else {
            return None;
        };
        let told = self.told(self.model.get(*id))?;
        Some(sentence(&format!("{told}, see {}", self.link(used, *id))))
    }

    /// A link to a type: where it has no borrowing form to the owned one, where
    /// it is somebody else's its path.
    fn link(&self, used: &TypeRef, id: TypeId) -> String {
        let ty = self.model.get(id);
        if let Shape::Foreign(foreign) = &ty.shape {
            return doc::code(&foreign.path);
        }
        let name = &ty.name;
        if self.form == Form::Borrowed && !self.borrows.holds(used) {
            format!("[`{name}`](super::{name})")
        } else {
            doc::to_type(name.plain())
        }
    }

    /// What a type's name does not say of its values.
    fn told(&self, ty: &Type) -> Option<String> {
        let mut phrases = Vec::new();
        if let Shape::Values(values) = &ty.shape {
            phrases.push(codes(values));
        }
        phrases.extend(self.limits(ty));
        (!phrases.is_empty()).then(|| joined(phrases))
    }

    /// The kind of values that a type has.
    fn shape(&self, ty: &Type) -> String {
        match &ty.shape {
            Shape::Newtype(Newtype { inner, limits, .. }) => match inner {
                TypeRef::Text if !limits.is_empty() => "a text".to_owned(),
                TypeRef::Number | TypeRef::Float(_) if !limits.is_empty() => "a number".to_owned(),
                inner => self.about_use(inner),
            },
            Shape::Values(values) => codes(values),
            Shape::Struct(object) => members(object),
            Shape::Tuple(tuple) => positions(tuple),
            Shape::Union(union) => self.alternatives(union),
            Shape::Foreign(foreign) => format!("a {}", doc::code(&foreign.path)),
        }
    }

    /// What is asked of single values, in words.
    fn limits(&self, ty: &Type) -> Vec<String> {
        let limits = match &ty.shape {
            Shape::Newtype(Newtype { limits, .. }) | Shape::Tuple(Tuple { limits, .. }) => {
                &limits[..]
            }
            _ => &[],
        };
        let stated = limits.iter().map(|limit| &limit.assertion);
        let mut phrases: Vec<Phrase> = stated.filter_map(|it| it.keyword().describe()).collect();
        for check in &ty.checks {
            let Part::Keyword(word) = check.part else {
                continue;
            };
            let stated = self.model.rules.get(check.rule).stating(word);
            phrases.extend(stated.filter_map(|it| it.keyword().describe()));
        }
        ranged(phrases).iter().map(safe).collect()
    }

    /// The alternatives of a union.
    fn alternatives(&self, union: &Union) -> String {
        if union.arms.len() > FEW {
            return format!("one of {}", counted(union.arms.len(), "form"));
        }
        let forms = union.arms.iter().map(|arm| match (&arm.ty, &arm.constant) {
            (_, Some(value)) if arm.member.is_none() => doc::code(&shown(value)),
            (named @ TypeRef::Named(id), _) if arm.member.is_none() => self.link(named, *id),
            _ => self.about_arm(arm),
        });
        listed(&forms.collect::<Vec<_>>(), "or")
    }
}

/// The values of a list of them.
fn codes(values: &Values) -> String {
    let shown: Vec<String> = values
        .variants
        .iter()
        .map(|it| doc::code(&shown(&it.value)))
        .collect();
    let unit = if values.text { "code" } else { "value" };
    let all = match &shown[..] {
        [one] => format!("always {one}"),
        few if few.len() <= FEW => format!("one of {}", listed(few, "and")),
        many => format!("one of {}", counted(many.len(), unit)),
    };
    if values.open {
        format!("{all}, or another text")
    } else {
        all
    }
}

/// What is always the same in the values of a struct.
pub(super) fn facts(object: &Struct) -> TokenStream {
    let forbidden = object.forbidden();
    let forbidden = forbidden.map(|field| format!("{} is not allowed.", doc::code(&field.name)));
    let facts: Vec<String> = object
        .fields
        .iter()
        .filter_map(|field| {
            let value = shown(field.constant.as_ref()?);
            Some(format!(
                "{} is always {}.",
                doc::code(&field.name),
                doc::code(&value)
            ))
        })
        .chain(forbidden)
        .collect();
    if facts.is_empty() {
        return TokenStream::new();
    }
    doc::lines(&format!("\n{}", facts.join(" ")))
}

/// What is always the same in a list of positions.
pub(super) fn position_facts(tuple: &Tuple) -> TokenStream {
    let facts = tuple.positions.iter().filter_map(|position| {
        let value = doc::code(&shown(position.constant.as_ref()?));
        let ordinal = position.ident.plain();
        Some(match ordinal.strip_prefix("item_") {
            Some(number) => format!("Item {number} is always {value}."),
            None => format!("The {ordinal} item is always {value}."),
        })
    });
    let facts: Vec<String> = facts.collect();
    if facts.is_empty() {
        return TokenStream::new();
    }
    doc::lines(&format!("\n{}", facts.join(" ")))
}

/// The members of an object.
fn members(object: &Struct) -> String {
    let fields = object.fields.iter().filter(|field| !field.is_forbidden());
    let names = fields.map(|field| doc::code(&field.name));
    match &names.collect::<Vec<_>>()[..] {
        [] => "an object without declared members".to_owned(),
        [one] => format!("an object with the member {one}"),
        few if few.len() <= FEW => format!("an object with {}", listed(few, "and")),
        many => format!("an object of {}", counted(many.len(), "member")),
    }
}

/// The positions of a list.
fn positions(tuple: &Tuple) -> String {
    format!("a list of {}", counted(tuple.positions.len(), "position"))
}

/// A phrase as safe Markdown.
fn safe(phrase: &Phrase) -> String {
    match phrase {
        Phrase::Code(words, code) => format!("{words} {}", doc::code(code)),
        other => doc::markdown(&other.to_string()),
    }
}

/// Phrases of one sentence; a range follows the noun directly.
fn joined(phrases: Vec<String>) -> String {
    let mut out = String::new();
    for phrase in phrases {
        if !out.is_empty() {
            out.push_str(if phrase.starts_with("from ") {
                " "
            } else {
                ", "
            });
        }
        out.push_str(&phrase);
    }
    out
}

/// A phrase with a capital letter and a full stop.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

//! What the configuration adds to each type: derives, attributes, `#[non_exhaustive]`.

use std::collections::HashMap;

use quote::quote;

use crate::config::addition::{Addition, NonExhaustive};
use crate::config::paths::{attribute, derive_path, derived, is_present};
use crate::config::places::Places;
use crate::config::setting::Setting;
use crate::config::settings::Config;
use crate::diagnostics::{Collector, Diagnostics};
use crate::names::nearest::nearest;
use crate::plan::model::{Model, Shape, Type, TypeRef};

/// What is added to one type.
#[derive(Debug, Clone, Default)]
pub struct Added {
    /// The paths of the macros, each once.
    pub(super) derives: Vec<String>,
    pub(super) attributes: Vec<String>,
    /// Whether others cannot exhaust it.
    pub(super) is_open: bool,
}

/// What is added to each type of a model.
///
/// # Errors
///
/// A name that no type has, what is no path or no attribute, and what the type has already.
pub(crate) fn added(
    model: &Model,
    config: &Config,
    has_builders: bool,
) -> Result<Vec<Added>, Diagnostics> {
    let types = &config.types;
    let mut adder = Adder {
        config,
        model,
        has_builders,
        names: HashMap::new(),
        added: vec![Added::default(); model.types.len()],
        problems: Collector::default(),
    };
    for (index, ty) in model.types.iter().enumerate() {
        if !matches!(ty.shape, Shape::Foreign(_)) {
            adder.names.insert(ty.name.as_str(), index);
        }
    }
    for addition in &types.derives {
        adder.derive(addition);
    }
    for addition in &types.attributes {
        adder.attribute(addition);
    }
    for wanted in &types.non_exhaustive {
        adder.open(wanted);
    }
    adder.problems.finish(adder.added)
}

struct Adder<'a> {
    config: &'a Config,
    model: &'a Model,
    has_builders: bool,
    names: HashMap<&'a str, usize>,
    added: Vec<Added>,
    problems: Collector,
}

impl Adder<'_> {
    fn problem(&mut self, setting: &Setting, reason: String, help: Option<String>) {
        let mut problem = Places::problem(self.config, setting, reason);
        problem.help = help;
        self.problems.push(problem);
    }

    /// The type of a name.
    fn named(&mut self, name: &str, setting: &Setting) -> Option<usize> {
        if let Some(index) = self.names.get(name) {
            return Some(*index);
        }
        let near = nearest(name, self.names.keys().copied());
        let help = near.map(|near| format!("did you mean `{near}`?"));
        self.problem(setting, format!("no type is called `{name}`"), help);
        None
    }

    /// The types that something is added to.
    fn targets(&mut self, addition: &Addition) -> Vec<usize> {
        match &addition.to {
            Some(name) => Vec::from_iter(self.named(name, &addition.what)),
            None => (0..self.model.types.len()).collect(),
        }
    }

    fn derive(&mut self, addition: &Addition) {
        let path = match derive_path(&addition.what.value) {
            Ok(path) => path,
            Err(reason) => return self.problem(&addition.what, reason, None),
        };
        let shown = addition.what.value.trim().to_owned();
        if is_present(&shown) {
            return;
        }
        for index in self.targets(addition) {
            self.refuse_own(index, &path, &addition.what);
            let derives = &mut self.added[index].derives;
            if !derives.contains(&shown) {
                derives.push(shown.clone());
            }
        }
    }

    fn attribute(&mut self, addition: &Addition) {
        let attribute = match attribute(&addition.what.value) {
            Ok(attribute) => attribute,
            Err(reason) => return self.problem(&addition.what, reason, None),
        };
        let derived = derived(&attribute.meta);
        let shown = quote! { #attribute }.to_string();
        for index in self.targets(addition) {
            for path in &derived {
                self.refuse_own(index, path, &addition.what);
            }
            let ty = &self.model.types[index];
            // One that is said already says no more.
            let is_said = attribute.path().is_ident("deprecated") && ty.notes.deprecated;
            let attributes = &mut self.added[index].attributes;
            if !is_said && !attributes.contains(&shown) {
                attributes.push(shown.clone());
            }
        }
    }

    fn open(&mut self, wanted: &NonExhaustive) {
        let model = self.model;
        let opens = |ty: &Type| match (wanted, &ty.shape) {
            (NonExhaustive::Enums, shape) => matches!(shape, Shape::Values(_) | Shape::Union(_)),
            (NonExhaustive::Structs, shape) => matches!(shape, Shape::Struct(_)) && is_public(ty),
            (NonExhaustive::Type(_), shape) => match shape {
                Shape::Values(_) | Shape::Union(_) => true,
                Shape::Struct(_) => is_public(ty),
                Shape::Newtype(_) | Shape::Tuple(_) | Shape::Foreign(_) => false,
            },
        };
        if let NonExhaustive::Type(setting) = wanted {
            let Some(index) = self.named(&setting.value, setting) else {
                return;
            };
            if opens(&model.types[index]) {
                self.added[index].is_open = true;
            } else {
                let reason = format!(
                    "`{}` has no variants and no members that others name: nobody can exhaust it",
                    setting.value
                );
                self.problem(setting, reason, None);
            }
            return;
        }
        for (added, ty) in self.added.iter_mut().zip(&model.types) {
            added.is_open |= opens(ty);
        }
    }

    /// Refuses a derive that would implement once more what a type has.
    fn refuse_own(&mut self, index: usize, path: &syn::Path, setting: &Setting) {
        let Some(last) = path.segments.last() else {
            return;
        };
        let ty = &self.model.types[index];
        let last = last.ident.to_string();
        if let Some(own) = implemented(self.model, ty, &last, self.has_builders) {
            let reason = format!(
                "`{}` has {own} already, and `{last}` would implement it once more",
                ty.name
            );
            let help = "derive it for the types that lack it, by name, in [types.derives]";
            self.problem(setting, reason, Some(help.to_owned()));
        }
    }
}

/// Whether what it holds can be set and made without a check.
pub(super) fn is_public(ty: &Type) -> bool {
    ty.checks.is_empty()
}

/// What of a macro's traits and methods a type has already, by what well-known macros are
/// called.
fn implemented(model: &Model, ty: &Type, derive: &str, has_builders: bool) -> Option<&'static str> {
    let is_struct = matches!(ty.shape, Shape::Struct(_));
    let is_union = matches!(ty.shape, Shape::Union(_));
    let (inner, codes) = match &ty.shape {
        Shape::Newtype(newtype) => (Some(&newtype.inner), false),
        Shape::Values(values) => (None, values.text),
        _ => (None, false),
    };
    let is_text = inner == Some(&TypeRef::Text);
    let is_list = matches!(inner, Some(TypeRef::List(_)));
    let is_map = matches!(inner, Some(TypeRef::Map(_)));
    let has = |is: bool, what: &'static str| is.then_some(what);
    match derive {
        "FromStr" | "EnumString" => Some("`FromStr`"),
        "Display" => has(super::shown::is_shown(model, ty), "`Display`"),
        "AsRef" => has(is_text || is_list, "`AsRef`"),
        "AsRefStr" => has(codes, "`AsRef<str>`"),
        "Deref" => has(inner.is_some() || (is_union && !is_public(ty)), "`Deref`"),
        "DerefMut" => has(is_list || is_map, "`DerefMut`"),
        "From" => has(
            inner.is_some() || is_union,
            "`From` or `TryFrom` of what it holds",
        ),
        "Into" => has(inner.is_some(), "the conversion into what it holds"),
        "IntoIterator" => has(is_list || is_map, "`IntoIterator`"),
        "EnumAsInner" => has(is_union, "`as_…` and `into_…`"),
        "Builder" | "TypedBuilder" => has(is_struct && has_builders, "a builder"),
        _ => None,
    }
}

impl Added {
    /// What the borrowing form has of it.
    pub(super) fn borrowed(&self) -> Self {
        Self {
            is_open: self.is_open,
            ..Self::default()
        }
    }
}

//! Names that are shorter than the ways that they are of, and what a type is called where its way is no name.

use std::collections::HashMap;

use super::model::TypeId;
use crate::names::name::Name;

/// What a type is, where its way alone is another type's name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Choice,
    Code,
    List,
    Map,
    Object,
    Tuple,
    Value,
}

impl Kind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Choice => "Choice",
            Self::Code => "Code",
            Self::List => "List",
            Self::Map => "Map",
            Self::Object => "Object",
            Self::Tuple => "Tuple",
            Self::Value => "Value",
        }
    }
}

/// The names that are shorter than the ways that they are of.
#[derive(Debug, Default)]
pub(super) struct Shortened(HashMap<Name, Holder>);

#[derive(Debug)]
struct Holder {
    /// Its longer names, from the shortest on.
    longer: Vec<Name>,
    /// The type, once it is planned.
    ty: Option<TypeId>,
}

impl Shortened {
    /// Notes a name in place of longer ones.
    pub(super) fn put(&mut self, name: &Name, longer: &[Name], ty: Option<TypeId>) {
        if !longer.is_empty() {
            let longer = longer.to_vec();
            self.0.insert(name.clone(), Holder { longer, ty });
        }
    }

    /// The type that has a name in place of longer ones, which are handed out with it.
    pub(super) fn take(&mut self, name: &Name) -> Option<(TypeId, Vec<Name>)> {
        let holder = self.0.remove(name)?;
        Some((holder.ty?, holder.longer))
    }

    /// Notes the type that has a name.
    pub(super) fn held(&mut self, name: &Name, ty: TypeId) {
        if let Some(holder) = self.0.get_mut(name) {
            holder.ty = Some(ty);
        }
    }
}

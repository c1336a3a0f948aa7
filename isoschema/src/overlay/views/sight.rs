//! What a document's schemas are in one view: which have a form of their own, and which members go.

use std::collections::{BTreeSet, HashSet};

use super::named::{Named, Part};
use super::view::View;
use crate::keywords::table::Word;
use crate::load::json::{Json, escape};
use crate::load::uri;
use crate::names::name::Name;
use crate::overlay::schemas;

/// So many references are followed from a member on.
const FOLLOWED: usize = 32;

/// A document in one view.
pub(super) struct Sight<'n> {
    pub(super) view: View,
    named: &'n Named,
    /// The names of the forms, by schema.
    forms: Vec<Option<String>>,
    /// The members that go, by schema.
    gone: Vec<BTreeSet<String>>,
    /// The members that tell alternatives apart, which stay.
    telling: HashSet<String>,
}

impl<'n> Sight<'n> {
    pub(super) fn of(document: &Json, named: &'n Named, view: View) -> Self {
        let mut telling = HashSet::new();
        schemas::visit(document, |json, _| {
            let discriminator = json.get("discriminator");
            let member = discriminator.and_then(|it| it.get("propertyName")?.as_str());
            telling.extend(member.map(str::to_owned));
        });
        let mut sight = Self {
            view,
            named,
            forms: vec![None; named.list.len()],
            gone: vec![BTreeSet::new(); named.list.len()],
            telling,
        };
        let around = sight.close();
        let mut taken: HashSet<String> = HashSet::new();
        for part in &named.list {
            taken.insert(Name::of_type(&part.name).to_string());
        }
        for (index, part) in named.list.iter().enumerate() {
            if !around[index] {
                continue;
            }
            let mut name = format!("{}{}", part.name, view.behind());
            while !taken.insert(Name::of_type(&name).to_string()) {
                name.push_str("Form");
            }
            sight.forms[index] = Some(name);
        }
        sight
    }

    /// Finds the members that go, by schema, and the schemas that have or hold some.
    fn close(&mut self) -> Vec<bool> {
        let count = self.named.list.len();
        let mut has = vec![false; count];
        // By schema: those that refer to it, and those that do so of the same value.
        let mut holders = vec![Vec::new(); count];
        let mut extenders = vec![Vec::new(); count];
        for (index, part) in self
            .named
            .list
            .iter()
            .enumerate()
            .filter(|(_, it)| it.has_forms)
        {
            let mut own = BTreeSet::new();
            schemas::visit(&part.json, |json, at| {
                let hidden = self.hidden(json, at);
                has[index] |= !hidden.is_empty();
                let is_whole = same_value(at).is_empty();
                if is_whole {
                    own.extend(hidden);
                }
                let target = json.get("$ref").and_then(Json::as_str);
                let target = target.filter(|_| !is_extension(at));
                if let Some((target, rest)) = target.and_then(|it| self.named.target(it)) {
                    holders[target].push(index);
                    if is_whole && rest.is_empty() {
                        extenders[target].push(index);
                    }
                }
            });
            self.gone[index] = own;
        }
        let mut open: Vec<usize> = (0..count).filter(|it| has[*it]).collect();
        while let Some(index) = open.pop() {
            for holder in &holders[index] {
                if !has[*holder] {
                    has[*holder] = true;
                    open.push(*holder);
                }
            }
        }
        let mut open: Vec<usize> = (0..count).filter(|it| !self.gone[*it].is_empty()).collect();
        while let Some(index) = open.pop() {
            let own = self.gone[index].clone();
            for extender in &extenders[index] {
                let known = &mut self.gone[*extender];
                let before = known.len();
                known.extend(own.iter().cloned());
                if known.len() > before {
                    open.push(*extender);
                }
            }
        }
        has
    }

    /// The schemas that have a form, and its name.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&Part, &str)> {
        let named = self.named.list.iter().zip(&self.forms);
        named.filter_map(|(part, name)| Some((part, name.as_deref()?)))
    }

    /// What a reference is in this view, where that is another one.
    pub(super) fn renamed(&self, reference: &str) -> Option<String> {
        let (index, rest) = self.named.target(reference)?;
        let name = self.forms[index].as_deref()?;
        let pointer = format!("{}/{}{rest}", self.named.container, escape(name));
        Some(format!("#{}", uri::fragment(&pointer)))
    }

    /// The same of what a discriminator's mapping names.
    pub(super) fn mapped(&self, target: &str) -> Option<String> {
        let by_name = self.named.by_name(target);
        let reference =
            by_name.map(|it| format!("#{}", uri::fragment(&self.named.list[it].pointer)));
        self.renamed(reference.as_deref().unwrap_or(target))
    }

    /// The members of the schema at the other end of a reference that go.
    pub(super) fn gone_of(&self, reference: &str) -> Option<&BTreeSet<String>> {
        let (index, rest) = self.named.target(reference)?;
        Some(&self.gone[index]).filter(|_| rest.is_empty())
    }

    /// The members of a schema that go.
    pub(super) fn hidden(&self, json: &Json, at: &str) -> Vec<String> {
        // Members of members.
        if at.ends_with("/properties") {
            return Vec::new();
        }
        let members = json.get("properties").and_then(Json::as_object);
        let hidden = members.into_iter().flatten().filter(|(name, member)| {
            let tells = || {
                let listed = ["const", "enum"];
                self.telling.contains(*name) && listed.iter().any(|it| member.get(it).is_some())
            };
            self.is_hidden(member) && !tells()
        });
        hidden.map(|(name, _)| name.clone()).collect()
    }

    /// Whether a member goes, as it says itself or what it refers to.
    fn is_hidden(&self, member: &Json) -> bool {
        let mut member = member;
        for _ in 0..FOLLOWED {
            let flag = member.get(self.view.hides());
            if flag.and_then(Json::as_bool) == Some(true) {
                return true;
            }
            let target = member.get("$ref").and_then(Json::as_str);
            match target.and_then(|it| self.named.target(it)) {
                Some((index, rest)) => match self.named.list[index].json.pointer(&rest) {
                    Some(next) => member = next,
                    None => return false,
                },
                None => return false,
            }
        }
        false
    }
}

/// Whether a place is in an extension, which holds no schema.
fn is_extension(at: &str) -> bool {
    let outer = std::iter::once("").chain(at.split('/'));
    let mut places = outer.zip(at.split('/'));
    places.any(|(outer, own)| own.starts_with("x-") && outer != "properties")
}

fn lists_in_place(keyword: &str) -> bool {
    Word::spelled(keyword).is_some_and(Word::lists_in_place)
}

/// The place of the outermost schema that applies to the same value as the one at a place.
pub(super) fn same_value(at: &str) -> &str {
    let mut at = at;
    loop {
        let inner = at.rsplit_once('/').filter(|(_, last)| {
            matches!(*last, "then" | "else") || last.bytes().all(|it| it.is_ascii_digit())
        });
        let Some((around, last)) = inner else {
            return at;
        };
        let outer = match around.rsplit_once('/') {
            _ if matches!(last, "then" | "else") => around,
            Some((outer, keyword)) if lists_in_place(keyword) => outer,
            _ => return at,
        };
        // A member that is called so.
        if outer.ends_with("/properties") {
            return at;
        }
        at = outer;
    }
}

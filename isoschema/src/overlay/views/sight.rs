//! What schemas are in one view: which have a form of their own, and which members go.

use std::collections::{BTreeSet, HashSet};

use super::files::{FOLLOWED, Place, is_extension};
use super::named::{Named, Part, reference};
use super::view::View;
use crate::keywords::table::Word;
use crate::load::json::Json;
use crate::load::uri::split;
use crate::names::name::Name;
use crate::overlay::schemas;

/// The schemas of the documents in one view.
pub(super) struct Sight<'n> {
    pub(super) view: View,
    named: &'n Named<'n>,
    /// The names of the forms, by schema.
    forms: Vec<Option<String>>,
    /// The members that go, by schema.
    gone: Vec<BTreeSet<String>>,
    /// The members that tell alternatives apart, which stay.
    telling: HashSet<String>,
}

impl<'n> Sight<'n> {
    pub(super) fn of(named: &'n Named<'n>, view: View) -> Self {
        let mut telling = HashSet::new();
        for (_, document) in named.files.meant() {
            schemas::visit(&document.json, |json, _| {
                let discriminator = json.get("discriminator");
                let member = discriminator.and_then(|it| it.get("propertyName")?.as_str());
                telling.extend(member.map(str::to_owned));
            });
        }
        let mut sight = Self {
            view,
            named,
            forms: vec![None; named.list.len()],
            gone: vec![BTreeSet::new(); named.list.len()],
            telling,
        };
        let around = sight.close();
        let mut taken: HashSet<(usize, String)> = HashSet::new();
        for part in &named.list {
            taken.insert((part.place.0, Name::of_type(&part.name).to_string()));
        }
        for (index, part) in named.list.iter().enumerate() {
            if !around[index] {
                continue;
            }
            let mut name = format!("{}{}", part.name, view.behind());
            while !taken.insert((part.place.0, Name::of_type(&name).to_string())) {
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
                let hidden = self.hidden(part.place.0, json, at);
                has[index] |= !hidden.is_empty();
                let is_whole = same_value(at).is_empty();
                if is_whole {
                    own.extend(hidden);
                }
                let target = json.get("$ref").and_then(Json::as_str);
                let target = target.filter(|_| !is_extension(at));
                let target = target.and_then(|it| self.named.target(part.place.0, it));
                if let Some(target) = target {
                    holders[target].push(index);
                    if is_whole {
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

    /// What a reference in a document is in this view, where that is another one.
    pub(super) fn renamed(&self, document: usize, target: &str) -> Option<String> {
        let index = self.named.target(document, target)?;
        self.referred(document, index, target)
    }

    /// The same of what a discriminator's mapping names.
    pub(super) fn mapped(&self, document: usize, target: &str) -> Option<String> {
        let place = self.named.mapped(document, target)?;
        self.referred(document, self.named.at(&place)?, target)
    }

    /// The reference to a schema's form, in the place of one to the schema.
    fn referred(&self, document: usize, index: usize, target: &str) -> Option<String> {
        let name = self.forms[index].as_deref()?;
        let (holder, _) = self.named.list[index].place;
        let file = if holder == document {
            ""
        } else {
            split(target).0
        };
        let form = reference(&self.named.form_at(holder, name));
        Some(format!("{file}{form}"))
    }

    /// The members of the schema at the other end of a reference that go.
    pub(super) fn gone_of(&self, document: usize, target: &str) -> Option<&BTreeSet<String>> {
        let index = self.named.target(document, target)?;
        Some(&self.gone[index])
    }

    /// The members of a schema that go.
    pub(super) fn hidden(&self, document: usize, json: &Json, at: &str) -> Vec<String> {
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
            self.is_hidden(document, member) && !tells()
        });
        hidden.map(|(name, _)| name.clone()).collect()
    }

    /// Whether a member goes, as it says itself or what it refers to.
    fn is_hidden(&self, document: usize, member: &Json) -> bool {
        let files = self.named.files;
        let (mut document, mut member) = (document, member);
        for _ in 0..FOLLOWED {
            let flag = member.get(self.view.hides());
            if flag.and_then(Json::as_bool) == Some(true) {
                return true;
            }
            let target = member.get("$ref").and_then(Json::as_str);
            let place: Option<Place> = target.and_then(|it| files.target(document, it));
            let Some((place, next)) = place.and_then(|it| Some((files.json(&it)?, it.0))) else {
                return false;
            };
            (document, member) = (next, place);
        }
        false
    }
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

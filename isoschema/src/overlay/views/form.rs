//! A schema in one view: what changes in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexMap;

use super::named::reference;
use super::sight::{Sight, same_value};
use super::view::View;
use crate::keywords::table::is_annotation;
use crate::load::json::{Json, JsonKind, escape};
use crate::overlay::place::settle;
use crate::overlay::schemas;

/// What is no type of its own, beside annotations.
const PLAIN: [&str; 4] = ["$ref", "format", "nullable", "type"];

/// What changes at a place.
enum Change {
    /// A reference leads there.
    Lead(String),
    /// These members go.
    Hide(Vec<String>),
    /// These names are not required.
    Free(BTreeSet<String>),
    /// The schema is another's, of which this is the reference.
    Share(String),
}

/// A schema in one view.
pub(super) struct Form<'j> {
    schema: &'j Json,
    changes: BTreeMap<String, Change>,
}

impl<'j> Form<'j> {
    /// Finds what changes in a schema of a document; what does not is referred to where the schema stays as it
    /// is at a place.
    pub(super) fn of(
        sight: &Sight<'_>,
        document: usize,
        schema: &'j Json,
        original: Option<&str>,
    ) -> Self {
        let mut changes = BTreeMap::new();
        let mut gone: HashMap<String, BTreeSet<String>> = HashMap::new();
        schemas::visit(schema, |json, at| {
            let hidden = sight.hidden(document, json, at);
            let target = json.get("$ref").and_then(Json::as_str);
            let of_target = target.and_then(|it| sight.gone_of(document, it));
            let all = hidden.iter().chain(of_target.into_iter().flatten());
            let mut all = all.cloned().peekable();
            if all.peek().is_some() {
                let known = gone.entry(same_value(at).to_owned()).or_default();
                known.extend(all);
            }
            if !hidden.is_empty() {
                changes.insert(format!("{at}/properties"), Change::Hide(hidden));
            }
            if let Some(lead) = target.and_then(|it| sight.renamed(document, it)) {
                changes.insert(format!("{at}/$ref"), Change::Lead(lead));
            }
            let mapping = json.get("discriminator").and_then(|it| it.get("mapping"));
            for (value, target) in mapping.and_then(Json::as_object).into_iter().flatten() {
                if let Some(lead) = target.as_str().and_then(|it| sight.mapped(document, it)) {
                    let at = format!("{at}/discriminator/mapping/{}", escape(value));
                    changes.insert(at, Change::Lead(lead));
                }
            }
        });
        schemas::visit(schema, |json, at| {
            let required = json.get("required").and_then(Json::as_array);
            let (Some(required), Some(gone)) = (required, gone.get(same_value(at))) else {
                return;
            };
            let names = required.iter().filter_map(Json::as_str);
            let free: BTreeSet<String> = names
                .filter(|name| gone.contains(*name))
                .map(str::to_owned)
                .collect();
            if !free.is_empty() {
                changes.insert(format!("{at}/required"), Change::Free(free));
            }
        });
        let mut form = Self { schema, changes };
        if let Some(original) = original {
            form.share(original);
        }
        form
    }

    /// Refers to the members of the original that stay as they are and have types of their own.
    fn share(&mut self, original: &str) {
        let mut shared: Vec<String> = Vec::new();
        schemas::visit(self.schema, |json, at| {
            let is_member = at
                .rsplit_once('/')
                .is_some_and(|(around, _)| around.ends_with("/properties"));
            let below = format!("{at}/");
            let is_inside = shared.last().is_some_and(|it| at.starts_with(it.as_str()));
            let mut changed = self.changes.range(below.clone()..);
            let is_changed = changed.next().is_some_and(|(it, _)| it.starts_with(&below));
            if is_member && !is_inside && !is_changed && has_type(json) {
                shared.push(below);
            }
        });
        for below in shared {
            // A member may have no name.
            let at = below.strip_suffix('/').unwrap_or(&below);
            let reference = reference(&format!("{original}{at}"));
            self.changes.insert(at.to_owned(), Change::Share(reference));
        }
    }

    /// Whether it is another schema in this view.
    pub(super) fn changes_anything(&self) -> bool {
        !self.changes.is_empty()
    }

    /// What it is, for those who read the documentation of its type.
    pub(super) fn told(&self, view: View, of: &str) -> String {
        let without = self.without();
        format!("by `views`, what `{of}` is in {}{without}", view.said())
    }

    /// What is done to what an operation carries.
    pub(super) fn said(&self, view: View) -> String {
        let without = self.without();
        format!("by `views`, the form for {}{without}", view.said())
    }

    /// The members that are left out, in words.
    fn without(&self) -> String {
        let hidden = self.changes.values().filter_map(|change| match change {
            Change::Hide(names) => Some(names),
            _ => None,
        });
        let names: BTreeSet<&str> = hidden.flatten().map(String::as_str).collect();
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        match names.as_slice() {
            [] => String::new(),
            names => format!(", without {}", names.join(", ")),
        }
    }

    /// The schema in this view.
    pub(super) fn apply(&self) -> Json {
        let mut json = self.schema.clone();
        for (at, change) in &self.changes {
            // What is in a member that goes may be gone.
            let Some(place) = json.pointer_mut(at) else {
                continue;
            };
            match (change, &mut place.kind) {
                (Change::Lead(lead), JsonKind::String(text)) => text.clone_from(lead),
                (Change::Hide(names), JsonKind::Object(members)) => {
                    members.retain(|name, _| !names.contains(name));
                }
                (Change::Free(free), JsonKind::Array(names)) => {
                    names.retain(|name| name.as_str().is_none_or(|it| !free.contains(it)));
                }
                (Change::Share(reference), _) => {
                    let (span, key) = (place.span, place.key);
                    let text = Json::new(JsonKind::String(reference.clone()));
                    let members = IndexMap::from([("$ref".to_owned(), text)]);
                    *place = Json::new(JsonKind::Object(members));
                    settle(place, span, None);
                    place.key = key;
                }
                _ => {}
            }
        }
        // Draft 4 knows no empty list.
        let emptied = self.changes.iter().filter_map(|(at, change)| {
            let is_free = matches!(change, Change::Free(_));
            at.strip_suffix("/required").filter(|_| is_free)
        });
        for at in emptied {
            if let Some(JsonKind::Object(members)) = json.pointer_mut(at).map(|it| &mut it.kind)
                && members
                    .get("required")
                    .and_then(Json::as_array)
                    .is_some_and(<[_]>::is_empty)
            {
                members.shift_remove("required");
            }
        }
        json
    }
}

/// Whether a schema has a type of its own, rather than be a bare scalar or what it refers to.
fn has_type(schema: &Json) -> bool {
    // The bounds that a format names stand where it does.
    let format = schema.get("format").map(|it| it.span);
    let mut members = schema.as_object().into_iter().flatten();
    members.any(|(name, value)| {
        !PLAIN.contains(&name.as_str()) && !is_annotation(name) && Some(value.span) != format
    })
}

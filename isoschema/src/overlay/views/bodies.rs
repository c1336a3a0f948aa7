//! The schemas of what operations carry, each with the way that it goes.
//!
//! What an API sends by itself, to webhooks and callbacks, comes from those who own it, as its responses do.

use std::collections::{HashSet, VecDeque};

use super::files::{Files, Place};
use super::view::View;
use crate::load::document::Origin;
use crate::load::json::{JsonKind, escape};
use crate::rules::operation::METHODS;

struct Walk<'f> {
    files: &'f Files<'f>,
    found: Vec<(Place, View)>,
    /// The schemas, and the path items, that were met.
    met: HashSet<Place>,
    /// The path items that are still to be gone through.
    items: VecDeque<(Place, View)>,
}

/// The places of the schemas of what operations carry. One that goes both ways counts as going the first.
pub(super) fn bodies(files: &Files<'_>) -> Vec<(Place, View)> {
    let mut walk = Walk {
        files,
        found: Vec::new(),
        met: HashSet::new(),
        items: VecDeque::new(),
    };
    let (there, back) = (View::Request, View::Response);
    let roots = files.meant();
    let roots = roots.filter(|(_, it)| it.origin == Origin::Schemas && !it.is_part);
    let roots: Vec<usize> = roots.map(|(index, _)| index).collect();
    for (items, view) in [
        ("/paths", there),
        ("/webhooks", back),
        // Those that nothing refers to.
        ("/components/pathItems", there),
    ] {
        for root in &roots {
            walk.queue(&(*root, items.to_owned()), view);
        }
        walk.items();
    }
    for root in &roots {
        for callback in walk.inside(&(*root, "/components/callbacks".to_owned())) {
            walk.queue(&callback, back);
        }
    }
    walk.items();
    // Of Swagger 2.0, which has no others there, those of the document.
    for (places, view) in [
        ("/components/parameters", there),
        ("/components/requestBodies", there),
        ("/components/headers", back),
        ("/components/responses", back),
        ("/parameters", there),
        ("/responses", back),
    ] {
        for root in &roots {
            for place in walk.inside(&(*root, places.to_owned())) {
                walk.carried(place, view);
            }
        }
    }
    walk.found
}

fn below((document, at): &Place, key: &str) -> Place {
    (*document, format!("{at}/{key}"))
}

impl Walk<'_> {
    /// The places of all members, extensions left out, or of all items.
    fn inside(&self, at: &Place) -> Vec<Place> {
        match self.files.json(at).map(|it| &it.kind) {
            Some(JsonKind::Object(members)) => {
                let keys = members.keys().filter(|key| !key.starts_with("x-"));
                keys.map(|key| below(at, &escape(key))).collect()
            }
            Some(JsonKind::Array(items)) => (0..items.len())
                .map(|it| below(at, &it.to_string()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The path items in an object of these.
    fn queue(&mut self, around: &Place, view: View) {
        let around = self.files.followed(around.clone());
        let items = self.inside(&around).into_iter();
        self.items.extend(items.map(|it| (it, view)));
    }

    fn items(&mut self) {
        while let Some((item, view)) = self.items.pop_front() {
            let item = self.files.followed(item);
            if self.met.insert(item.clone()) {
                self.item(&item, view);
            }
        }
    }

    fn item(&mut self, at: &Place, view: View) {
        let own = METHODS.iter().map(|method| below(at, method));
        let added = self.inside(&below(at, "additionalOperations"));
        for operation in own.chain(added) {
            self.carried(below(&operation, "requestBody"), view);
            for response in self.inside(&below(&operation, "responses")) {
                self.carried(response, view.other());
            }
            self.parameters(&operation, view);
            for callback in self.inside(&below(&operation, "callbacks")) {
                self.queue(&callback, view.other());
            }
        }
        self.parameters(at, view);
    }

    fn parameters(&mut self, around: &Place, view: View) {
        for parameter in self.inside(&below(around, "parameters")) {
            self.carried(parameter, view);
        }
    }

    /// What stands below `schema`, by media types and in headers.
    fn carried(&mut self, at: Place, view: View) {
        let at = self.files.followed(at);
        let mut places = self.inside(&below(&at, "content"));
        for header in self.inside(&below(&at, "headers")) {
            let header = self.files.followed(header);
            places.extend(self.inside(&below(&header, "content")));
            places.push(header);
        }
        places.insert(0, at);
        for place in places {
            for key in ["schema", "itemSchema"] {
                let schema = below(&place, key);
                if self.files.json(&schema).is_some() && self.met.insert(schema.clone()) {
                    self.found.push((schema, view));
                }
            }
        }
    }
}

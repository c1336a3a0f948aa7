//! The schemas of what operations carry, each with the way that it goes.
//!
//! What an API sends by itself, to webhooks and callbacks, comes from those who own it, as its responses do.

use super::view::View;
use crate::load::json::{Json, JsonKind, escape};
use crate::rules::operation::METHODS;

struct Walk<'d> {
    document: &'d Json,
    found: Vec<(String, View)>,
    /// The path items that are still to be gone through.
    items: Vec<(String, View)>,
}

/// The places of the schemas of what operations carry.
pub(super) fn bodies(document: &Json) -> Vec<(String, View)> {
    let mut walk = Walk {
        document,
        found: Vec::new(),
        items: Vec::new(),
    };
    let (there, back) = (View::Request, View::Response);
    for (items, view) in [
        ("/paths", there),
        ("/components/pathItems", there),
        ("/webhooks", back),
    ] {
        let items = walk.inside(items);
        walk.items.extend(items.into_iter().map(|it| (it, view)));
    }
    for callback in walk.inside("/components/callbacks") {
        let items = walk.inside(&callback);
        walk.items.extend(items.into_iter().map(|it| (it, back)));
    }
    while let Some((item, view)) = walk.items.pop() {
        walk.item(&item, view);
    }
    // Of Swagger 2.0, which has no others there, those of the document.
    for (places, view) in [
        ("/components/parameters", there),
        ("/components/requestBodies", there),
        ("/components/headers", back),
        ("/components/responses", back),
        ("/parameters", there),
        ("/responses", back),
    ] {
        for place in walk.inside(places) {
            walk.carried(&place, view);
        }
    }
    walk.found
}

impl Walk<'_> {
    /// The places of all members, extensions left out, or of all items.
    fn inside(&self, at: &str) -> Vec<String> {
        match self.document.pointer(at).map(|it| &it.kind) {
            Some(JsonKind::Object(members)) => {
                let keys = members.keys().filter(|key| !key.starts_with("x-"));
                keys.map(|key| format!("{at}/{}", escape(key))).collect()
            }
            Some(JsonKind::Array(items)) => {
                (0..items.len()).map(|it| format!("{at}/{it}")).collect()
            }
            _ => Vec::new(),
        }
    }

    fn item(&mut self, at: &str, view: View) {
        let own = METHODS.iter().map(|method| format!("{at}/{method}"));
        let added = self.inside(&format!("{at}/additionalOperations"));
        for operation in own.chain(added) {
            self.carried(&format!("{operation}/requestBody"), view);
            for response in self.inside(&format!("{operation}/responses")) {
                self.carried(&response, view.other());
            }
            self.parameters(&operation, view);
            for callback in self.inside(&format!("{operation}/callbacks")) {
                let items = self.inside(&callback).into_iter();
                self.items.extend(items.map(|it| (it, view.other())));
            }
        }
        self.parameters(at, view);
    }

    fn parameters(&mut self, around: &str, view: View) {
        for parameter in self.inside(&format!("{around}/parameters")) {
            self.carried(&parameter, view);
        }
    }

    /// What stands below `schema`, by media types and in headers.
    fn carried(&mut self, at: &str, view: View) {
        let mut places = vec![at.to_owned()];
        places.extend(self.inside(&format!("{at}/content")));
        for header in self.inside(&format!("{at}/headers")) {
            places.extend(self.inside(&format!("{header}/content")));
            places.push(header);
        }
        for place in places {
            for key in ["schema", "itemSchema"] {
                let schema = format!("{place}/{key}");
                if self.document.pointer(&schema).is_some() {
                    self.found.push((schema, view));
                }
            }
        }
    }
}

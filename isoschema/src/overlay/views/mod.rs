//! `readOnly` and `writeOnly` → forms of the schemas for requests and responses: `views = true`.
//!
//! OpenAPI 3.0.3, "Schema Object": a member that is `readOnly` is no part of a request, one that is
//! `writeOnly` none of a response, and `required` counts only where the member is. A schema that has such
//! members, or holds one that has, gets a form without them beside it, and what operations carry refers
//! to that.

mod bodies;
mod files;
mod form;
mod named;
mod sight;
mod view;

use std::sync::Arc;

use indexmap::IndexMap;

use super::correction::Correction;
use super::place::{find_mut, settle};
use crate::diagnostics::text::Span;
use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::load::document::{Document, Documents};
use crate::load::json::{Json, JsonKind, unescape};
use crate::load::loader::Loader;
use files::{Files, Place};
use form::Form;
use named::Named;
use sight::Sight;
use view::View;

/// What is to stand in a document.
struct Edit {
    /// The document, and what stands there now or is to be there: a form, or what an operation carries.
    place: Place,
    reason: String,
    json: Json,
    is_form: bool,
}

/// Gives the schemas of all documents, and of those that they refer to, their forms.
pub(crate) fn correct(loader: &mut Loader) {
    files::load(loader);
    let edits = edits(&loader.documents, &mut loader.problems);
    for edit in edits {
        let (index, pointer) = edit.place;
        let Some(document) = loader.documents.get_mut(index) else {
            continue;
        };
        let is_done = if edit.is_form {
            stand(&mut document.json, &pointer, edit.json)
        } else {
            let place = find_mut(&mut document.json, &pointer);
            place.map(|place| *place = edit.json).is_ok()
        };
        if is_done {
            note(document, edit.reason, pointer, edit.is_form);
        }
    }
}

fn edits(documents: &Documents, problems: &mut Collector) -> Vec<Edit> {
    let files = Files::of(documents);
    let bodies = bodies::bodies(&files);
    let places: Vec<Place> = bodies.iter().map(|(place, _)| place.clone()).collect();
    let named = Named::of(&files, &places);
    let sights = View::ALL.map(|view| Sight::of(&named, view));
    let mut edits = Vec::new();
    for (place, view) in bodies {
        let schema = files.json(&place);
        let sight = sights.iter().find(|it| it.view == view);
        if let (Some(schema), Some(sight)) = (schema, sight) {
            let form = Form::of(sight, place.0, schema, None);
            if form.changes_anything() {
                edits.push(Edit {
                    place,
                    reason: form.said(view),
                    json: form.apply(),
                    is_form: false,
                });
            }
        }
    }
    for sight in &sights {
        for (part, name) in sight.forms() {
            let (document, pointer) = &part.place;
            let form = Form::of(sight, *document, &part.json, Some(pointer));
            edits.push(Edit {
                place: (*document, named.form_at(*document, name)),
                reason: form.told(sight.view, &part.name),
                json: form.apply(),
                is_form: true,
            });
        }
    }
    for part in named.list.iter().filter(|part| !part.has_forms) {
        if let Some((span, at)) = first_hidden(&part.json) {
            let reason = "`views` gives no forms to a schema with an identifier or an anchor of its own: a \
                          copy would have it twice";
            let text = &files.document(part.place.0).text;
            let told = Diagnostic::at(Kind::Configuration, text, span, reason);
            let told = told.pointer(format!("{}{at}", part.place.1)).warning();
            problems
                .push(told.help("leave the identifier out, and refer to the schema by its place"));
        }
    }
    edits
}

fn note(document: &mut Document, reason: String, pointer: String, is_told: bool) {
    document.corrections.push(Correction {
        overlay: Arc::clone(&document.path),
        reason,
        pointers: vec![pointer],
        is_told,
    });
}

/// Has a schema stand at a place, in an object that may not be there yet.
fn stand(document: &mut Json, pointer: &str, schema: Json) -> bool {
    let span = document.span;
    let mut tokens: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
    let Some(name) = tokens.pop() else {
        return false;
    };
    let mut around = document;
    for token in tokens {
        let JsonKind::Object(members) = &mut around.kind else {
            return false;
        };
        around = members.entry(token).or_insert_with(|| {
            let mut empty = Json::new(JsonKind::Object(IndexMap::new()));
            settle(&mut empty, span, None);
            empty
        });
    }
    let JsonKind::Object(members) = &mut around.kind else {
        return false;
    };
    members.insert(name, schema);
    true
}

/// The first place at which something says that it does not go both ways.
fn first_hidden(json: &Json) -> Option<(Span, String)> {
    let mut first = None;
    super::schemas::visit(json, |json, at| {
        let flags = View::ALL.map(|view| json.get(view.hides()));
        let mut flags = flags.into_iter().flatten();
        if let Some(flag) = flags.find(|it| it.as_bool() == Some(true)) {
            first.get_or_insert_with(|| (flag.span, at.to_owned()));
        }
    });
    first
}

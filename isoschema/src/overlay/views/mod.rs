//! `readOnly` and `writeOnly` → forms of the schemas for requests and responses: `views = true`.
//!
//! OpenAPI 3.0.3, "Schema Object": a member that is `readOnly` is no part of a request, one that is
//! `writeOnly` none of a response, and `required` counts only where the member is. A schema that has such
//! members, or holds one that has, gets a form without them beside it, and what operations carry refers
//! to that.

mod bodies;
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
use crate::load::document::{Document, Format, Origin};
use crate::load::json::{Json, JsonKind, escape};
use form::Form;
use named::Named;
use sight::Sight;
use view::View;

/// Gives the schemas of a document their forms.
pub(super) fn correct(document: &mut Document, problems: &mut Collector) {
    if matches!(document.format, Format::Kubernetes | Format::Lines) {
        return;
    }
    if document.is_part || document.origin != Origin::Schemas {
        return tell_of_part(document, problems);
    }
    let named = Named::of(document);
    let sights: Vec<Sight<'_>> = View::ALL
        .into_iter()
        .map(|view| Sight::of(&document.json, &named, view))
        .collect();
    let sight = |view: View| sights.iter().find(|it| it.view == view);
    let mut made = Vec::new();
    for sight in &sights {
        for (part, name) in sight.forms() {
            let form = Form::of(sight, &part.json, Some(&part.pointer));
            made.push((
                name.to_owned(),
                form.told(sight.view, &part.name),
                form.apply(),
            ));
        }
    }
    let mut inside = Vec::new();
    for (pointer, view) in bodies::bodies(&document.json) {
        let schema = document.json.pointer(&pointer);
        if let (Some(schema), Some(sight)) = (schema, sight(view)) {
            let form = Form::of(sight, schema, None);
            if form.changes_anything() {
                inside.push((pointer, form.said(view), form.apply()));
            }
        }
    }
    for part in named.list.iter().filter(|part| !part.has_forms) {
        if let Some((span, at)) = first_hidden(&part.json) {
            let reason = "`views` gives no forms to a schema with an identifier or an anchor of its own: a \
                          copy would have it twice";
            let told = Diagnostic::at(Kind::Configuration, &document.text, span, reason);
            let told = told.pointer(format!("{}{at}", part.pointer)).warning();
            problems
                .push(told.help("leave the identifier out, and refer to the schema by its place"));
        }
    }
    let container = named.container.clone();
    drop(sights);
    for (pointer, reason, json) in inside {
        if let Ok(place) = find_mut(&mut document.json, &pointer) {
            *place = json;
            note(document, reason, pointer, false);
        }
    }
    for (name, reason, json) in made {
        let pointer = format!("{container}/{}", escape(&name));
        if let Some(members) = members_at(&mut document.json, &container) {
            members.insert(name, json);
            note(document, reason, pointer, true);
        }
    }
}

fn note(document: &mut Document, reason: String, pointer: String, is_told: bool) {
    document.corrections.push(Correction {
        overlay: Arc::clone(&document.path),
        reason,
        pointers: vec![pointer],
        is_told,
    });
}

/// The members of the object that holds the schemas with names, which may not be there yet.
fn members_at<'d>(
    document: &'d mut Json,
    container: &str,
) -> Option<&'d mut IndexMap<String, Json>> {
    if document.pointer(container).is_none() {
        let span = document.span;
        let JsonKind::Object(members) = &mut document.kind else {
            return None;
        };
        let mut empty = Json::new(JsonKind::Object(IndexMap::new()));
        settle(&mut empty, span, None);
        members.insert(container.trim_start_matches('/').to_owned(), empty);
    }
    match &mut find_mut(document, container).ok()?.kind {
        JsonKind::Object(members) => Some(members),
        _ => None,
    }
}

/// Says of a document that another one refers to that its schemas have one form.
fn tell_of_part(document: &Document, problems: &mut Collector) {
    if let Some((span, at)) = first_hidden(&document.json) {
        let reason = "`views` gives forms to the schemas of the document itself: what another file \
                      holds is the same for requests and responses";
        let told = Diagnostic::at(Kind::Configuration, &document.text, span, reason);
        problems.push(
            told.pointer(at)
                .warning()
                .help("put the schema into the document that refers to it"),
        );
    }
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

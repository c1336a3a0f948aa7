//! `discriminator` of OpenAPI → constants in the schemas that it tells apart.
//!
//! OpenAPI 3.1, 4.8.25: the value of the property says which schema an object is
//! of, by the names of the `mapping`, or else by those of the components. The
//! schemas themselves seldom say so. Here they do: the property is required, and
//! has that value. A base that others have in their `allOf` becomes the choice
//! among these, and what it said stands beside it.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::correction::Correction;
use super::elsewhere::{self, Elsewhere};
use super::place::{find_mut, settle};
use super::schemas;
use super::told::{Discriminator, array, object, require, said, text};
use crate::diagnostics::text::Span;
use crate::keywords::table::Word;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, JsonKind, escape, unescape};

/// Reads every discriminator of a document as constants; those of schemas in documents that are not
/// among the `loaded` ones are `waiting` for these.
pub(super) fn correct(
    document: &mut Document,
    loaded: &HashSet<String>,
    waiting: &mut Vec<Elsewhere>,
) {
    let Some(root) = document.format.components() else {
        return;
    };
    let Some(components) = document.json.pointer(root).and_then(Json::as_object) else {
        return;
    };
    let by_extensions = said_by_extensions(components);
    let components: IndexSet<String> = components.keys().cloned().collect();
    let found = discriminators(&document.json, &by_extensions);
    let mut told: IndexMap<(String, String), (IndexSet<String>, Span)> = IndexMap::new();
    let mut corrections = Vec::new();
    let bases: HashSet<String> = found
        .iter()
        .filter_map(|it| it.at.strip_prefix(root)?.strip_prefix('/'))
        .map(unescape)
        .collect();
    for discriminator in &found {
        let mut values = |component: &str, of: &[String]| {
            let key = (component.to_owned(), discriminator.member.clone());
            let (all, _) = told
                .entry(key)
                .or_insert_with(|| (IndexSet::new(), discriminator.span));
            all.extend(of.iter().cloned());
        };
        let Some(schema) = document.json.pointer(&discriminator.at) else {
            continue;
        };
        let arms = Word::names_where(Word::gives_alternatives);
        let arms = arms.filter_map(|keyword| schema.get(keyword)?.as_array());
        let referring = arms.flatten().filter(|arm| arm.get("$ref").is_some());
        let referring: Vec<&Json> = referring.collect();
        if !referring.is_empty() {
            let arms: Vec<String> = referring.into_iter().filter_map(component_of).collect();
            for arm in arms.iter().filter(|arm| components.contains(*arm)) {
                // One that is told apart further has names of its own.
                if !bases.contains(arm) {
                    values(arm, &discriminator.values(arm));
                }
            }
            corrections.extend(elsewhere::arms(document, discriminator, loaded, waiting));
            continue;
        }
        let Some(base) = discriminator.at.strip_prefix(root) else {
            continue;
        };
        let base = unescape(base.trim_start_matches('/'));
        let children = children(&document.json, root, &base, &bases);
        if children.is_empty() {
            continue;
        }
        for (child, further) in &children {
            let mut names = discriminator.values(child);
            names.extend(further.iter().flat_map(|it| discriminator.values(it)));
            if !bases.contains(child) {
                values(child, &names);
            }
        }
        corrections.extend(spread(document, root, discriminator, &base, &children));
    }
    for ((component, member), (values, span)) in told {
        let pointer = format!("{root}/{}", escape(&component));
        let is_old = is_old(document.format);
        let Ok(schema) = find_mut(&mut document.json, &pointer) else {
            continue;
        };
        if require(schema, &member, &values, is_old, span) {
            corrections.push((
                said(&member, &values),
                vec![
                    format!("{pointer}/properties/{}", escape(&member)),
                    format!("{pointer}/required"),
                ],
            ));
        }
    }
    let overlay = Arc::clone(&document.path);
    let corrections = corrections
        .into_iter()
        .map(|(reason, pointers)| Correction {
            overlay: Arc::clone(&overlay),
            reason,
            pointers,
            is_told: true,
        });
    document.corrections.extend(corrections);
}

/// Every schema with a `discriminator`.
fn discriminators(document: &Json, said: &IndexMap<String, Vec<String>>) -> Vec<Discriminator> {
    let mut found = Vec::new();
    schemas::visit(document, |json, at| {
        if let Some(discriminator) = json.get("discriminator")
            && let named = discriminator.get("propertyName").unwrap_or(discriminator)
            && let Some(member) = named.as_str()
        {
            let mut names = said.clone();
            let mapping = discriminator.get("mapping").and_then(Json::as_object);
            for (value, target) in mapping.into_iter().flatten() {
                if let Some(target) = target.as_str() {
                    let own = names.entry(component(target)).or_default();
                    own.push(value.clone());
                }
            }
            found.push(Discriminator {
                at: at.to_owned(),
                member: member.to_owned(),
                names,
                span: discriminator.span,
            });
        }
    });
    found
}

/// The values that extensions of Swagger 2.0 give components: its discriminator is no more than a member's name.
fn said_by_extensions(components: &IndexMap<String, Json>) -> IndexMap<String, Vec<String>> {
    let said = components.iter().filter_map(|(name, schema)| {
        let value = schema.get("x-ms-discriminator-value")?.as_str()?;
        Some((name.clone(), vec![value.to_owned()]))
    });
    said.collect()
}

/// Whether nothing stands beside a reference, and there is no `const`.
fn is_old(format: Format) -> bool {
    matches!(format, Format::OpenApi30 | Format::Swagger2)
}

/// The component that a mapping names, by reference or by name.
fn component(target: &str) -> String {
    referred(target).unwrap_or_else(|| target.to_owned())
}

/// The component that a reference is to.
fn referred(target: &str) -> Option<String> {
    let roots = ["#/components/schemas/", "#/definitions/"];
    roots
        .iter()
        .find_map(|root| target.strip_prefix(root))
        .map(unescape)
}

/// The component that a schema refers to.
fn component_of(schema: &Json) -> Option<String> {
    referred(schema.get("$ref")?.as_str()?)
}

/// The components that have a base in their `allOf`, through others, too, each
/// with those that have it in theirs. What has a discriminator itself tells its
/// own apart.
fn children(
    json: &Json,
    root: &str,
    base: &str,
    bases: &HashSet<String>,
) -> IndexMap<String, IndexSet<String>> {
    let mut direct: IndexMap<String, Vec<String>> = IndexMap::new();
    let components = json.pointer(root).and_then(Json::as_object);
    for (name, schema) in components.into_iter().flatten() {
        let all = schema.get("allOf").and_then(Json::as_array);
        for parent in all.into_iter().flatten().filter_map(component_of) {
            direct.entry(parent).or_default().push(name.clone());
        }
    }
    let below = |start: &str| {
        let mut found: IndexSet<String> = IndexSet::new();
        let mut next = vec![start.to_owned()];
        while let Some(parent) = next.pop() {
            if parent != start && bases.contains(&parent) {
                continue;
            }
            for child in direct.get(&parent).into_iter().flatten() {
                if child != start && found.insert(child.clone()) {
                    next.push(child.clone());
                }
            }
        }
        found
    };
    let all = below(base).into_iter();
    all.map(|child| {
        let further = if bases.contains(&child) {
            IndexSet::new()
        } else {
            below(&child)
        };
        (child, further)
    })
    .collect()
}

/// Makes a base the choice among its children; what it said gets a name of its
/// own, which its children have in their `allOf`.
fn spread(
    document: &mut Document,
    root: &str,
    discriminator: &Discriminator,
    base: &str,
    children: &IndexMap<String, IndexSet<String>>,
) -> Option<(String, Vec<String>)> {
    let span = discriminator.span;
    let is_old = is_old(document.format);
    let components = find_mut(&mut document.json, root).ok()?;
    let JsonKind::Object(components) = &mut components.kind else {
        return None;
    };
    let mut name = format!("{base}Base");
    while components.contains_key(&name) {
        name.push_str("Base");
    }
    let mut own = components.get(base)?.clone();
    let mut choice: IndexMap<String, Json> = IndexMap::new();
    if let JsonKind::Object(members) = &mut own.kind {
        for kept in ["title", "description", "discriminator"] {
            if let Some(value) = members.shift_remove(kept) {
                choice.insert(kept.to_owned(), value);
            }
        }
    }
    let mut arms: Vec<Json> = children
        .iter()
        .map(|(child, further)| {
            let mut arm = reference(root, child);
            if !further.is_empty() {
                // Its own values, and not those of what extends it.
                let values = discriminator.values(child).into_iter().collect();
                arm = object([("allOf", array(vec![arm]))]);
                require(&mut arm, &discriminator.member, &values, is_old, span);
            }
            arm
        })
        .collect();
    if let Some(values) = discriminator.names.get(base) {
        let mut arm = object([("allOf", array(vec![reference(root, &name)]))]);
        let values = values.iter().cloned().collect();
        require(&mut arm, &discriminator.member, &values, is_old, span);
        arms.insert(0, arm);
    }
    choice.insert(Word::OneOf.name().to_owned(), array(arms));
    let mut choice = Json::new(JsonKind::Object(choice));
    settle(&mut choice, span, None);
    choice.key = own.key;
    let mut pointers = vec![format!("{root}/{}/{}", escape(base), Word::OneOf.name())];
    for child in children.keys() {
        let all = components.get_mut(child.as_str()).and_then(|schema| {
            let JsonKind::Object(members) = &mut schema.kind else {
                return None;
            };
            members.get_mut("allOf")
        });
        if let Some(JsonKind::Array(all)) = all.map(|all| &mut all.kind) {
            for part in all.iter_mut() {
                if component_of(part).as_deref() == Some(base) {
                    let (at, key) = (part.span, part.key);
                    *part = reference(root, &name);
                    settle(part, at, key);
                }
            }
        }
    }
    if let Some(old) = components.get_mut(base) {
        *old = choice;
    }
    pointers.push(format!("{root}/{}", escape(&name)));
    components.insert(name.clone(), own);
    let reason = format!(
        "by its `discriminator`, `{base}` is one of what has it in its `allOf`; what it says itself \
         is `{name}`"
    );
    Some((reason, pointers))
}

fn reference(root: &str, component: &str) -> Json {
    let target = format!("#{root}/{}", escape(component));
    object([("$ref", text(&target))])
}

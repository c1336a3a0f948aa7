//! JSON Merge Patch, RFC 7396.

use indexmap::IndexMap;

use super::place::settle;
use crate::diagnostics::text::Span;
use crate::load::json::{Json, JsonKind, escape};

/// Sets what the patch has, removes what is null in it. Gives the pointers of
/// what is another value now.
pub(super) fn merge(root: &mut Json, patch: &Json) -> Vec<String> {
    let mut changed = Vec::new();
    let mut open = vec![(root, patch, String::new())];
    while let Some((target, patch, pointer)) = open.pop() {
        let JsonKind::Object(wanted) = &patch.kind else {
            if !target.same_value(patch) {
                changed.push(pointer);
                replace(target, patch.clone());
            }
            continue;
        };
        if target.as_object().is_none() {
            changed.push(pointer);
            replace(target, without_nulls(patch));
            continue;
        }
        let span = target.key_span();
        let JsonKind::Object(members) = &mut target.kind else {
            continue;
        };
        // First what changes the map itself, then what stays to be descended
        // into, so that the borrows do not meet.
        for (name, patch) in wanted {
            let inner = || format!("{pointer}/{}", escape(name));
            if matches!(patch.kind, JsonKind::Null) {
                if members.shift_remove(name).is_some() {
                    changed.push(inner());
                }
            } else if !members.contains_key(name) {
                changed.push(inner());
                members.insert(name.clone(), settled(without_nulls(patch), span));
            }
        }
        for (name, target) in members.iter_mut() {
            if let Some(patch) = wanted.get(name) {
                open.push((target, patch, format!("{pointer}/{}", escape(name))));
            }
        }
    }
    changed.sort();
    changed
}

fn replace(target: &mut Json, mut value: Json) {
    settle(&mut value, target.span, target.key);
    *target = value;
}

fn settled(mut value: Json, span: Span) -> Json {
    settle(&mut value, span, None);
    value
}

/// What a patch leaves behind where nothing was: its members but for nulls.
fn without_nulls(patch: &Json) -> Json {
    let JsonKind::Object(members) = &patch.kind else {
        return patch.clone();
    };
    let kept: IndexMap<String, Json> = members
        .iter()
        .filter(|(_, value)| !matches!(value.kind, JsonKind::Null))
        .map(|(name, value)| (name.clone(), without_nulls(value)))
        .collect();
    Json {
        span: patch.span,
        key: patch.key,
        kind: JsonKind::Object(kept),
    }
}

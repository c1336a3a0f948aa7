//! What two schemas say themselves → the keywords that changed.

use serde_json::{Map, Value};

use super::Change;

/// What differs between two objects of keywords.
pub(super) fn changes(
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    location: &str,
) -> Vec<Change> {
    let mut keys: Vec<&String> = old.keys().collect();
    keys.extend(new.keys().filter(|key| !old.contains_key(*key)));
    keys.into_iter()
        .filter(|key| old.get(*key) != new.get(*key))
        .map(|key| Change {
            location: location.to_owned(),
            keyword: key.clone(),
            old: old.get(key).cloned(),
            new: new.get(key).cloned(),
        })
        .collect()
}

/// Schemas in the place of what says only that there are some: those that came
/// and went.
pub(super) fn spell_out(change: &mut Change, before: &Value, after: &Value) {
    let (before, after) = (before.get(&change.keyword), after.get(&change.keyword));
    let (Some(old), Some(new)) = (&mut change.old, &mut change.new) else {
        let all = |said: &Option<Value>, all: Option<&Value>| said.as_ref().and(all.cloned());
        change.old = all(&change.old, before);
        change.new = all(&change.new, after);
        return;
    };
    let (Some(before), Some(after)) = (before, after) else {
        return;
    };
    match (&mut *old, &mut *new) {
        (Value::Object(were), Value::Object(are)) => {
            let same: Vec<String> = were
                .iter()
                .filter(|(name, said)| are.get(*name) == Some(said))
                .map(|(name, _)| name.clone())
                .collect();
            for (names, all) in [(were, before), (are, after)] {
                names.retain(|name, _| !same.contains(name));
                for (name, said) in names {
                    if let Some(schema) = all.get(name) {
                        said.clone_from(schema);
                    }
                }
            }
        }
        // Data is what it is, names in their order.
        (Value::Array(_), _) | (_, Value::Array(_)) => {}
        (old, new) => {
            old.clone_from(before);
            new.clone_from(after);
        }
    }
}

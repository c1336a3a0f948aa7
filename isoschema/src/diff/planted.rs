//! A document and one of what is inside of it → both together.

use serde_json::{Value, json};

use crate::keywords::table::Word;
use crate::load::json::{escape, unescape};

/// The documents that are a drawn one with a value where a keyword leads to it, each with
/// the place of that value. `schema` is what the drawn one fits.
pub(super) fn planted(
    suffix: &str,
    part: &Value,
    drawn: Value,
    schema: Option<&Value>,
) -> Vec<(Value, String)> {
    let mut names = suffix.split('/').skip(1).map(unescape);
    let keyword = names.next().unwrap_or_default();
    let name = names.next();
    match Word::spelled(&keyword) {
        Some(Word::Properties) if keyword == Word::Properties.name() => {
            member(drawn, name.as_deref(), part)
        }
        Some(Word::Properties | Word::UnevaluatedProperties) => {
            let declared = schema.and_then(|schema| schema.get(Word::Properties.name()));
            let is_other = |name: &String| declared.is_none_or(|it| it.get(name).is_none());
            let members = drawn.as_object().into_iter().flatten();
            let mut names: Vec<String> = members.map(|(name, _)| name.clone()).collect();
            names.retain(is_other);
            names.push("other".to_owned());
            let planted = names
                .iter()
                .map(|name| member(drawn.clone(), Some(name), part));
            planted.flatten().collect()
        }
        Some(Word::Items | Word::Contains | Word::UnevaluatedItems) => {
            let at = name.and_then(|name| name.parse().ok());
            item(drawn, at, part)
        }
        Some(Word::PropertyNames) => member(drawn, part.as_str(), &Value::Null),
        // What is forbidden, or decides what else holds, fits the other way round.
        Some(Word::Not) => Vec::new(),
        Some(Word::Conditional) if keyword == "if" => Vec::new(),
        _ => together(drawn, part),
    }
}

fn member(drawn: Value, name: Option<&str>, part: &Value) -> Vec<(Value, String)> {
    let Some(name) = name else {
        return Vec::new();
    };
    let mut drawn = match drawn {
        Value::Object(_) => drawn,
        _ => json!({}),
    };
    drawn[name] = part.clone();
    vec![(drawn, format!("/{}", escape(name)))]
}

fn item(drawn: Value, at: Option<usize>, part: &Value) -> Vec<(Value, String)> {
    let mut items = match drawn {
        Value::Array(items) => items,
        _ => Vec::new(),
    };
    // Where one is not enough, or others do not fit: in place of one, or alone.
    let mut out = Vec::new();
    for at in at.into_iter().chain(items.len().checked_sub(1)) {
        let mut items = items.clone();
        if let Some(item) = items.get_mut(at) {
            item.clone_from(part);
            out.push((items.into(), format!("/{at}")));
        }
    }
    out.push((json!([part]), "/0".to_owned()));
    let at = format!("/{}", items.len());
    items.push(part.clone());
    out.push((items.into(), at));
    out
}

/// What holds for the value itself: it, and where both are objects, with what else is
/// asked for.
fn together(drawn: Value, part: &Value) -> Vec<(Value, String)> {
    let mut out = vec![(part.clone(), String::new())];
    if let (Value::Object(mut members), Value::Object(part)) = (drawn, part) {
        members.extend(part.clone());
        out.push((members.into(), String::new()));
    }
    out
}

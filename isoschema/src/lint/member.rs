//! `misspelt-member`: a required member that is not declared, near one that is.

use super::{Finding, Schema};
use crate::load::json::Json;
use crate::names::nearest::nearest_within;

pub(super) fn misspelt(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let required = schema.json.get("required").and_then(Json::as_array);
    let declared = schema.json.get("properties").and_then(Json::as_object);
    let (Some(required), Some(declared)) = (required, declared) else {
        return;
    };
    let names = required.iter().enumerate();
    for (index, name) in names.filter_map(|(index, it)| Some((index, it.as_str()?))) {
        // One that is required, too, is another member.
        let others = declared.keys().map(String::as_str);
        let others = others.filter(|it| required.iter().all(|other| other.as_str() != Some(*it)));
        if declared.contains_key(name) || name.chars().count() < 4 {
            continue;
        }
        // `line2` and `line3` are two names.
        let words = |it: &str| it.replace(|letter: char| letter.is_ascii_digit(), "");
        let others = others.filter(|it| words(it) != words(name));
        if let Some(near) = nearest_within(name, 2, others) {
            found.push(Finding {
                suffix: format!("/required/{index}"),
                reason: format!("the required member `{name}` is not declared"),
                help: format!("did you mean `{near}`?"),
            });
        }
    }
}

//! The ways to read a document agree: the same values, and the same errors,
//! whatever is wrong and wherever.

use dassault_schemas::LeadOpportunityResponse;
use serde_json::{Value, json};

const LEAD: &str = include_str!("../examples/lead.json");

/// Every place in a document.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{position}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(member, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// The document with one place changed in each of several ways.
fn changed(document: &Value, place: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for other in [
        json!(null),
        json!(true),
        json!(7),
        json!(-0.5),
        json!("x"),
        json!(["x"]),
        json!({ "x": 1 }),
    ] {
        let mut copy = document.clone();
        if let Some(value) = copy.pointer_mut(place) {
            *value = other;
        }
        all.push(copy);
    }
    if let Some((parent, name)) = place.rsplit_once('/') {
        let mut copy = document.clone();
        if let Some(Value::Object(members)) = copy.pointer_mut(parent) {
            members.remove(name);
        }
        all.push(copy);
    }
    all
}

/// What each way says: the value as it is written, or the error.
fn said(text: &str) -> [Result<String, String>; 3] {
    let written = |lead: &LeadOpportunityResponse| serde_json::to_string(lead).expect("writes");
    [
        LeadOpportunityResponse::from_json(text)
            .map(|lead| written(&lead))
            .map_err(|error| error.to_string()),
        serde_json::from_str(text)
            .map(|lead| written(&lead))
            .map_err(|error| error.to_string()),
        serde_json::from_str(text)
            .and_then(serde_json::from_value::<LeadOpportunityResponse>)
            .map(|lead| written(&lead))
            .map_err(|error| error.to_string()),
    ]
}

#[test]
fn whatever_is_wrong_is_said_alike() {
    let document: Value = serde_json::from_str(LEAD).expect("is JSON");
    let mut found = Vec::new();
    places(&document, "", &mut found);
    let (mut read, mut refused) = (0, 0);
    for place in &found {
        for copy in changed(&document, place) {
            for text in [copy.to_string(), format!("{copy:#}")] {
                let [direct, by_text, by_value] = said(&text);
                assert_eq!(direct, by_text, "{text}");
                // The order of members decides which of several faults is
                // found first; here there is one.
                assert_eq!(direct, by_value, "{text}");
                match direct {
                    Ok(_) => read += 1,
                    Err(_) => refused += 1,
                }
            }
        }
    }
    assert!(
        read > 200 && refused > 200,
        "{read} read, {refused} refused"
    );
}

#[test]
fn texts_that_are_no_json_are_said_alike() {
    // `serde_json` says it in either case; it has other words where it skips a text.
    let place = |read: Result<String, String>| {
        read.map_err(|error| error.rsplit_once(" at line ").map(|(_, at)| at.to_owned()))
    };
    for end in (0..LEAD.len()).filter(|end| LEAD.is_char_boundary(*end)) {
        let [direct, by_text, _] = said(&LEAD[..end]).map(place);
        assert_eq!(direct, by_text, "{}", &LEAD[..end]);
        assert_ne!(direct, Err(None), "{}", &LEAD[..end]);
    }
}

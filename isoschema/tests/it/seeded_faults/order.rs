//! A schema and its type, right or with one fault that a constant chooses.

#![allow(unreachable_pub)]

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Number, Value, json};

use super::unrepeated::Unrepeated;

pub const NONE: u8 = 0;
pub const DROPPED_PATTERN: u8 = 1;
pub const OPTIONAL_MADE_REQUIRED: u8 = 2;
pub const REQUIRED_MADE_OPTIONAL: u8 = 3;
pub const LOST_NULL: u8 = 4;
pub const DROPPED_UNKNOWN_MEMBER: u8 = 5;
pub const EXTRA_CODE: u8 = 6;
pub const MISSING_CODE: u8 = 7;
pub const SHORTENED_LIMIT: u8 = 8;
pub const WIDENED_LIMIT: u8 = 9;
pub const NUMBER_AS_F32: u8 = 10;
pub const INTEGER_AS_FLOAT: u8 = 11;
pub const DUPLICATE_TAKEN: u8 = 12;
pub const DUPLICATE_TAKEN_INSIDE: u8 = 13;
pub const NULL_TAKEN: u8 = 14;
pub const CLOSED: u8 = 15;
pub const LENGTH_IN_BYTES: u8 = 16;
pub const SCHEMA_FORGETS: u8 = 17;
pub const INTEGER_BY_FORM: u8 = 18;
pub const EMPTY_LIST_LOST: u8 = 19;
pub const ITEMS_REVERSED: u8 = 20;
pub const NUMBER_FROM_TEXT: u8 = 21;
pub const PATTERN_UNANCHORED: u8 = 22;
pub const REPEATED_ITEMS_TAKEN: u8 = 23;
pub const DATE_REWRITTEN: u8 = 24;

pub fn source() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["code", "amount", "lines"],
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "amount": {"type": "number", "minimum": 0},
            "count": {"type": "integer", "minimum": 0, "maximum": 100},
            "note": {"type": ["string", "null"], "maxLength": 20},
            "label": {"type": "string", "minLength": 1},
            "date": {"type": "string", "format": "date"},
            "status": {"type": "string", "enum": ["OPEN", "WON", "LOST"]},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
            "lines": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {
                    "type": "object",
                    "required": ["quantity"],
                    "properties": {"quantity": {"type": "integer", "minimum": 1}}
                }
            }
        }
    })
}

/// The schema's type, with one fault or none.
pub struct Order<const FAULT: u8> {
    code: Option<String>,
    amount: Number,
    count: Option<i64>,
    #[allow(clippy::option_option)]
    note: Option<Option<String>>,
    label: Option<String>,
    date: Option<String>,
    status: Option<String>,
    tags: Option<Vec<String>>,
    lines: Vec<Line>,
    rest: Map<String, Value>,
}

pub struct Line {
    quantity: u64,
    rest: Map<String, Value>,
}

fn text(value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(format!("{other} is not a string")),
    }
}

fn whole<const FAULT: u8>(value: &Value) -> Result<i128, String> {
    if let (Value::String(text), NUMBER_FROM_TEXT) = (value, FAULT) {
        return text.parse().map_err(|_| "not a number".to_owned());
    }
    let number = value.as_number().ok_or("not a number")?;
    if let Some(whole) = number.as_i128() {
        return Ok(whole);
    }
    let double = number.as_f64().unwrap_or(f64::NAN);
    if FAULT == INTEGER_BY_FORM || double.fract() != 0.0 || double.abs() > 9_007_199_254_740_992.0 {
        return Err(format!("{number} is not an integer"));
    }
    format!("{double:.0}")
        .parse()
        .map_err(|_| "not an integer".to_owned())
}

fn list(value: Value) -> Result<Vec<Value>, String> {
    match value {
        Value::Array(items) => Ok(items),
        other => Err(format!("{other} is not an array")),
    }
}

impl<const FAULT: u8> Order<FAULT> {
    #[allow(clippy::too_many_lines)]
    fn read(mut members: Map<String, Value>) -> Result<Self, String> {
        let code = match members.remove("code") {
            Some(code) => Some(text(code)?),
            None if FAULT == REQUIRED_MADE_OPTIONAL => None,
            None => return Err("no code".to_owned()),
        };
        let capitals = |code: &str| {
            let mut chars = code.chars();
            let three = chars
                .by_ref()
                .take(3)
                .filter(char::is_ascii_uppercase)
                .count()
                == 3;
            three && (FAULT == PATTERN_UNANCHORED || chars.next().is_none())
        };
        if FAULT != DROPPED_PATTERN && code.as_deref().is_some_and(|code| !capitals(code)) {
            return Err("not three capitals".to_owned());
        }
        let Some(Value::Number(mut amount)) = members.remove("amount") else {
            return Err("no amount".to_owned());
        };
        if amount.as_f64().is_none_or(|amount| amount < 0.0) {
            return Err("a negative amount".to_owned());
        }
        if FAULT == NUMBER_AS_F32 {
            #[allow(clippy::cast_possible_truncation)]
            let single = amount.as_f64().unwrap_or(0.0).min(1e30) as f32;
            amount = Number::from_f64(f64::from(single)).ok_or("not finite")?;
        }
        let count = members
            .remove("count")
            .map(|count| whole::<FAULT>(&count))
            .transpose()?;
        let most = if FAULT == WIDENED_LIMIT { 101 } else { 100 };
        if count.is_some_and(|count| !(0..=most).contains(&count)) {
            return Err("a count out of bounds".to_owned());
        }
        let note = match members.remove("note") {
            None => None,
            Some(Value::Null) if FAULT == LOST_NULL => None,
            Some(Value::Null) => Some(None),
            Some(note) => Some(Some(text(note)?)),
        };
        let most = if FAULT == SHORTENED_LIMIT { 19 } else { 20 };
        if let Some(Some(note)) = &note {
            let length = if FAULT == LENGTH_IN_BYTES {
                note.len()
            } else {
                note.chars().count()
            };
            if length > most {
                return Err("a note that is too long".to_owned());
            }
        }
        let label = match members.remove("label") {
            None if FAULT == OPTIONAL_MADE_REQUIRED => return Err("no label".to_owned()),
            Some(Value::Null) if FAULT == NULL_TAKEN => None,
            label => label.map(text).transpose()?,
        };
        if label.as_deref() == Some("") {
            return Err("an empty label".to_owned());
        }
        let mut date = members.remove("date").map(text).transpose()?;
        if FAULT == DATE_REWRITTEN {
            date = date.map(|date| date.split('T').next().unwrap_or_default().to_owned());
        }
        let status = members.remove("status").map(text).transpose()?;
        let codes: &[&str] = match FAULT {
            EXTRA_CODE => &["OPEN", "WON", "LOST", "open"],
            MISSING_CODE => &["OPEN", "WON"],
            _ => &["OPEN", "WON", "LOST"],
        };
        if status
            .as_deref()
            .is_some_and(|status| !codes.contains(&status))
        {
            return Err("a code that is not listed".to_owned());
        }
        let mut tags = members
            .remove("tags")
            .map(|tags| {
                list(tags)?
                    .into_iter()
                    .map(text)
                    .collect::<Result<Vec<_>, _>>()
            })
            .transpose()?;
        if let Some(tags) = &tags {
            let mut sorted = tags.clone();
            sorted.sort();
            sorted.dedup();
            if sorted.len() < tags.len() && FAULT != REPEATED_ITEMS_TAKEN {
                return Err("a repeated tag".to_owned());
            }
        }
        if FAULT == EMPTY_LIST_LOST {
            tags = tags.filter(|tags| !tags.is_empty());
        }
        let mut lines = list(members.remove("lines").ok_or("no lines")?)?
            .into_iter()
            .map(|line| match line {
                Value::Object(mut members) => {
                    let quantity =
                        whole::<FAULT>(&members.remove("quantity").ok_or("no quantity")?)?;
                    let quantity = u64::try_from(quantity)
                        .ok()
                        .filter(|quantity| *quantity > 0);
                    Ok(Line {
                        quantity: quantity.ok_or("a quantity out of bounds")?,
                        rest: members,
                    })
                }
                other => Err(format!("{other} is not an object")),
            })
            .collect::<Result<Vec<_>, String>>()?;
        if !(1..=3).contains(&lines.len()) {
            return Err("too few or too many lines".to_owned());
        }
        if FAULT == ITEMS_REVERSED {
            lines.reverse();
        }
        if FAULT == CLOSED && !members.is_empty() {
            return Err("an unknown member".to_owned());
        }
        if FAULT == DROPPED_UNKNOWN_MEMBER {
            for line in &mut lines {
                line.rest.clear();
            }
        }
        let count = count.map(|count| i64::try_from(count).unwrap_or(0));
        Ok(Self {
            code,
            amount,
            count,
            note,
            label,
            date,
            status,
            tags,
            lines,
            rest: members,
        })
    }
}

impl<'de, const FAULT: u8> Deserialize<'de> for Order<FAULT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Map::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<const FAULT: u8> Serialize for Order<FAULT> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(code) = &self.code {
            map.serialize_entry("code", code)?;
        }
        map.serialize_entry("amount", &self.amount)?;
        match self.count {
            #[allow(clippy::cast_precision_loss)]
            Some(count) if FAULT == INTEGER_AS_FLOAT => {
                map.serialize_entry("count", &(count as f64))?;
            }
            Some(count) => map.serialize_entry("count", &count)?,
            None => {}
        }
        for (name, text) in [
            ("label", &self.label),
            ("date", &self.date),
            ("status", &self.status),
        ] {
            if let Some(text) = text {
                map.serialize_entry(name, text)?;
            }
        }
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        if let Some(tags) = &self.tags {
            map.serialize_entry("tags", tags)?;
        }
        map.serialize_entry("lines", &self.lines)?;
        for (name, value) in &self.rest {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("quantity", &self.quantity)?;
        for (name, value) in &self.rest {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// What the type says of itself. A type whose reader is wrong says so, as
/// derived schemas do; where reader and schema part, the fault is in one only.
impl<const FAULT: u8> JsonSchema for Order<FAULT> {
    fn schema_name() -> Cow<'static, str> {
        "Order".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = source();
        let properties = &mut schema["properties"];
        match FAULT {
            DROPPED_PATTERN => properties["code"] = json!({"type": "string"}),
            PATTERN_UNANCHORED => properties["code"]["pattern"] = json!("^[A-Z]{3}"),
            WIDENED_LIMIT => properties["count"]["maximum"] = json!(101),
            SHORTENED_LIMIT => properties["note"]["maxLength"] = json!(19),
            NULL_TAKEN => properties["label"]["type"] = json!(["string", "null"]),
            EXTRA_CODE => properties["status"]["enum"] = json!(["OPEN", "WON", "LOST", "open"]),
            MISSING_CODE => properties["status"]["enum"] = json!(["OPEN", "WON"]),
            REPEATED_ITEMS_TAKEN => properties["tags"]["uniqueItems"] = json!(false),
            SCHEMA_FORGETS => properties["amount"] = json!({"type": "number"}),
            CLOSED => schema["additionalProperties"] = json!(false),
            OPTIONAL_MADE_REQUIRED => {
                schema["required"] = json!(["code", "amount", "lines", "label"]);
            }
            REQUIRED_MADE_OPTIONAL => schema["required"] = json!(["amount", "lines"]),
            _ => {}
        }
        schema.try_into().unwrap_or_default()
    }
}

pub fn rewrite<const FAULT: u8>(text: &str) -> Result<String, String> {
    let wrong = |error: serde_json::Error| error.to_string();
    match FAULT {
        DUPLICATE_TAKEN => {}
        DUPLICATE_TAKEN_INSIDE => {
            serde_json::from_str::<Unrepeated<false>>(text).map_err(wrong)?;
        }
        _ => {
            serde_json::from_str::<Unrepeated<true>>(text).map_err(wrong)?;
        }
    }
    let order: Order<FAULT> = serde_json::from_str(text).map_err(wrong)?;
    serde_json::to_string(&order).map_err(wrong)
}

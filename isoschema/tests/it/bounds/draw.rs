//! Schemas with bounds, and documents around the bounds.

use std::fmt::Write as _;

use isoschema::load::{Json, JsonKind, parse_text};

/// Numbers at which a Rust type ends, and some beyond all of them.
const EDGES: [&str; 38] = [
    "0",
    "1",
    "-1",
    "2.5",
    "-2.5",
    "0.1",
    "7",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "65535",
    "65536",
    "-32769",
    "4294967295",
    "4294967296",
    "-2147483649",
    "9007199254740991",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551614.5",
    "18446744073709551615",
    "18446744073709551616",
    "1e19",
    "-1e19",
    "1e20",
    "-1.5e20",
    "170141183460469231731687303715884105727",
    "170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "1e400",
    "-1e400",
];

/// Divisors, few of them small.
const DIVISORS: [&str; 9] = [
    "1",
    "2",
    "0.5",
    "0.01",
    "3e2",
    "7",
    "0.0000000000000000000000000000000000000001",
    "12345678901234567890123456789012345678",
    "1e40",
];

/// Counts, some beyond `usize`.
const COUNTS: [&str; 9] = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "2.0",
    "4294967296",
    "18446744073709551615",
    "1e30",
];

/// What is drawn from, the same in each run.
pub(crate) struct Draw(fastrand::Rng);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// A schema, of draft 4 now and then.
pub(crate) fn schema(draw: &mut Draw) -> String {
    let is_old = draw.one_in(4);
    let limited = limited(draw, is_old);
    let schema = match draw.below(7) {
        0 => format!(r#""allOf": [{limited}, {}]"#, self::limited(draw, is_old)),
        1 => format!(r#""anyOf": [{limited}, {}]"#, self::limited(draw, is_old)),
        2 => format!(r#""type": "array", "items": {limited}"#),
        3 => format!(
            r#""type": "object", "required": ["a"], "properties": {{"a": {limited}, "b": {}}}"#,
            self::limited(draw, is_old)
        ),
        4 => format!(r#""type": "object", "additionalProperties": {limited}"#),
        _ => limited[1..limited.len() - 1].to_owned(),
    };
    if is_old {
        format!(r#"{{"$schema": "http://json-schema.org/draft-04/schema#", {schema}}}"#)
    } else {
        format!("{{{schema}}}")
    }
}

/// A schema with two limits or more of one kind of value.
fn limited(draw: &mut Draw, is_old: bool) -> String {
    let mut members: Vec<String> = Vec::new();
    let kind = draw.below(8);
    let types = match kind {
        0..=2 => r#""integer""#,
        3 => r#""number""#,
        4 => r#"["integer", "null"]"#,
        5 => r#""string""#,
        6 => r#""array""#,
        _ => r#""object""#,
    };
    if !draw.one_in(6) {
        members.push(format!(r#""type": {types}"#));
    }
    match kind {
        0..=4 => {
            for (bound, exclusive) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                if draw.one_in(5) {
                    continue;
                }
                let edge = draw.of(&EDGES);
                match (draw.one_in(3), is_old) {
                    (false, _) => members.push(format!(r#""{bound}": {edge}"#)),
                    (true, true) => {
                        members.push(format!(r#""{bound}": {edge}, "{exclusive}": true"#));
                    }
                    (true, false) => members.push(format!(r#""{exclusive}": {edge}"#)),
                }
            }
            if draw.one_in(4) {
                members.push(format!(r#""multipleOf": {}"#, draw.of(&DIVISORS)));
            }
        }
        5 => counts(draw, ["minLength", "maxLength"], &mut members),
        6 => {
            counts(draw, ["minItems", "maxItems"], &mut members);
            if draw.one_in(3) && !is_old {
                let prefix = r#""prefixItems": [{"type": "string"}, {"type": "boolean"}]"#;
                members.push(prefix.to_owned());
                if draw.one_in(2) {
                    members.push(r#""items": false"#.to_owned());
                }
            }
        }
        _ => {
            counts(draw, ["minProperties", "maxProperties"], &mut members);
            if draw.one_in(2) {
                members.push(r#""required": ["a", "b"]"#.to_owned());
            }
        }
    }
    format!("{{{}}}", members.join(", "))
}

fn counts(draw: &mut Draw, keywords: [&str; 2], members: &mut Vec<String>) {
    for keyword in keywords {
        if !draw.one_in(5) {
            members.push(format!(r#""{keyword}": {}"#, draw.of(&COUNTS)));
        }
    }
}

/// Documents at the numbers of a schema and beside them, alone and in what the
/// schema puts around them.
pub(crate) fn documents(schema: &str) -> Vec<String> {
    let (json, _) = parse_text("schema", schema).expect("a schema that was drawn");
    let mut values: Vec<String> = [
        "0", "1", "1.0", "-1", "0.5", "null", "true", "1e400", "1e30",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut tokens = Vec::new();
    numbers(&json, &mut tokens);
    for token in tokens {
        values.push(token.clone());
        if let Ok(value) = token.parse::<i128>() {
            for near in [value.checked_sub(1), value.checked_add(1)] {
                values.extend(near.map(|near| near.to_string()));
            }
            values.push(format!("{value}.5"));
            values.push(format!("{value}.0"));
            values.extend(value.checked_mul(2).map(|twice| twice.to_string()));
        } else {
            let whole = token.split(['.', 'e']).next().unwrap_or("0");
            values.push(whole.to_owned());
        }
    }
    for count in 0..5 {
        values.push(format!("{:?}", "é".repeat(count)));
        let (mut items, mut members) = (Vec::new(), String::new());
        for index in 0..count {
            items.push(["\"x\"", "true", "1"][index.min(2)]);
            let comma = if index > 0 { "," } else { "" };
            let _ = write!(
                members,
                "{comma}{:?}:{}",
                ["a", "b", "c", "d"][index],
                index
            );
        }
        values.push(format!("[{}]", items.join(",")));
        values.push(format!("{{{members}}}"));
    }
    values.sort_unstable();
    values.dedup();
    let mut documents = values.clone();
    if json.get("items").is_some() && json.get("prefixItems").is_none() {
        documents.extend(values.iter().map(|value| format!("[{value}]")));
    }
    if json.get("properties").is_some() || json.get("additionalProperties").is_some() {
        documents.extend(values.iter().map(|value| format!(r#"{{"a":{value}}}"#)));
        documents.extend(
            values
                .iter()
                .map(|value| format!(r#"{{"a":1,"b":{value}}}"#)),
        );
    }
    documents
}

/// The number tokens of a schema.
fn numbers(json: &Json, out: &mut Vec<String>) {
    match &json.kind {
        JsonKind::Number(token) => out.push(token.to_string()),
        JsonKind::Array(items) => items.iter().for_each(|item| numbers(item, out)),
        JsonKind::Object(members) => members.values().for_each(|member| numbers(member, out)),
        _ => {}
    }
}

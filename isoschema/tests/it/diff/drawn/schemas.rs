//! Schemas of what people write, small: with definitions that refer to one another.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// What a schema is drawn with.
pub(super) struct Drawing<'r> {
    pub(super) rng: &'r mut Rng,
    /// The definitions that it may refer to.
    pub(super) names: Vec<String>,
}

/// A schema, in most cases with definitions. Each of them is referred to by a step into
/// the value alone, so that every document has an answer.
pub(super) fn document(rng: &mut Rng) -> Value {
    let names: Vec<String> = (0..rng.usize(..4)).map(|at| format!("d{at}")).collect();
    let mut drawing = Drawing { rng, names };
    let mut out = match drawing.rng.u8(..8) {
        0 if !drawing.names.is_empty() => json!({ "allOf": [drawing.reference()] }),
        _ => drawing.schema(2),
    };
    let mut definitions = Map::new();
    for name in drawing.names.clone() {
        // What refers is what is worth a name.
        let definition = match drawing.rng.u8(..5) {
            0 => drawing.schema(1),
            1 => drawing.list(1),
            _ => drawing.object(1),
        };
        definitions.insert(name, definition);
    }
    if let (Value::Object(members), false) = (&mut out, definitions.is_empty()) {
        members.insert("$defs".to_owned(), definitions.into());
    }
    out
}

/// The same as a member of an object that has so much else that it is compared by its
/// parts.
pub(super) fn among_others(schema: &Value) -> Value {
    let mut inner = schema.clone();
    let definitions = inner
        .as_object_mut()
        .and_then(|members| members.remove("$defs"));
    let others = (0..320).map(|at| (format!("other{at}"), json!({ "type": "null" })));
    let others: Map<String, Value> = others.collect();
    json!({
        "type": "object",
        "properties": {
            "a": inner,
            "b": { "type": "object", "properties": others }
        },
        "$defs": definitions.unwrap_or_else(|| json!({}))
    })
}

/// A value of few, so that schemas and documents meet.
pub(super) fn value(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(..if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 | 3 => rng.i64(-2..8).into(),
        4 | 5 => ["", "a", "ab", "abc", "X", "XY", "7", "42"][rng.usize(..8)].into(),
        6 => (0..rng.usize(..4)).map(|_| value(rng, depth - 1)).collect(),
        _ => {
            let mut members = Map::new();
            for _ in 0..rng.usize(..4) {
                members.insert(name(rng), value(rng, depth - 1));
            }
            members.into()
        }
    }
}

pub(super) fn name(rng: &mut Rng) -> String {
    ["a", "b", "c", "ab"][rng.usize(..4)].to_owned()
}

impl Drawing<'_> {
    fn reference(&mut self) -> Value {
        let at = self.rng.usize(..self.names.len());
        json!({ "$ref": format!("#/$defs/{}", self.names[at]) })
    }

    /// What a member or an item is.
    fn inner(&mut self, depth: usize) -> Value {
        if !self.names.is_empty() && self.rng.u8(..5) < 2 {
            return self.reference();
        }
        match self.rng.u8(..16) {
            0 => true.into(),
            1 => false.into(),
            _ => self.schema(depth),
        }
    }

    pub(super) fn schema(&mut self, depth: usize) -> Value {
        let shapes = if depth == 0 { 8 } else { 16 };
        match self.rng.u8(..shapes) {
            0..3 => text(self.rng),
            3..5 => number(self.rng),
            5 => {
                let count = self.rng.usize(1..5);
                let mut codes: Vec<Value> = (0..count).map(|_| value(self.rng, 0)).collect();
                codes.sort_by_key(ToString::to_string);
                codes.dedup();
                json!({ "enum": codes })
            }
            6 => json!({ "const": value(self.rng, 1) }),
            7 => {
                let kinds = [
                    "null", "boolean", "integer", "number", "string", "array", "object",
                ];
                let count = self.rng.usize(1..4);
                json!({ "type": self.rng.choose_multiple(kinds, count) })
            }
            8..10 => self.list(depth - 1),
            10..13 => self.object(depth - 1),
            13 => {
                let keyword = ["anyOf", "oneOf", "allOf"][self.rng.usize(..3)];
                let arms: Vec<Value> = (0..2).map(|_| self.schema(depth - 1)).collect();
                json!({ keyword: arms })
            }
            14 => json!({ "not": self.schema(depth - 1), "type": ["string", "integer", "null"] }),
            _ => json!({
                "if": self.schema(0), "then": self.schema(depth - 1), "else": self.schema(0)
            }),
        }
    }

    fn list(&mut self, depth: usize) -> Value {
        let mut out = json!({ "type": "array", "items": self.inner(depth) });
        if self.rng.bool() {
            out["maxItems"] = self.rng.u8(..4).into();
        }
        if self.rng.u8(..3) == 0 {
            out["minItems"] = self.rng.u8(..3).into();
        }
        if self.rng.u8(..5) == 0 {
            let positions: Vec<Value> = (0..self.rng.usize(1..3)).map(|_| self.inner(0)).collect();
            out["prefixItems"] = positions.into();
        }
        if self.rng.u8(..5) == 0 {
            out["contains"] = self.schema(0);
            for (keyword, least) in [("minContains", 0), ("maxContains", 1)] {
                if self.rng.u8(..3) == 0 {
                    out[keyword] = (least + self.rng.u8(..3)).into();
                }
            }
        }
        if self.rng.u8(..8) == 0 {
            out["uniqueItems"] = true.into();
        }
        out
    }

    fn object(&mut self, depth: usize) -> Value {
        let mut properties = Map::new();
        for _ in 0..self.rng.usize(1..4) {
            properties.insert(name(self.rng), self.inner(depth));
        }
        let names = properties.keys();
        let required: Vec<String> = names.filter(|_| self.rng.bool()).cloned().collect();
        let mut out = json!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            out["required"] = required.into();
        }
        match self.rng.u8(..4) {
            0 => out["additionalProperties"] = false.into(),
            1 => out["additionalProperties"] = self.inner(0),
            2 => out["maxProperties"] = self.rng.u8(..4).into(),
            _ => {}
        }
        match self.rng.u8(..8) {
            0 | 1 => out["patternProperties"] = self.patterns(),
            2 => out["propertyNames"] = text(self.rng),
            3 => out["dependentRequired"] = json!({ name(self.rng): [name(self.rng)] }),
            4 => out["dependentSchemas"] = self.dependent(),
            _ => {}
        }
        out
    }

    fn patterns(&mut self) -> Value {
        let patterns = self.rng.choose_multiple(["", "^a", "b$", "^[bc]$"], 2);
        let patterns = patterns.into_iter();
        let members = patterns.map(|pattern| (pattern.to_owned(), self.inner(0)));
        Value::Object(members.collect())
    }

    /// What holds where there is a member: another one is there, or anything.
    fn dependent(&mut self) -> Value {
        json!({
            name(self.rng): { "required": [name(self.rng)] },
            name(self.rng): self.rng.bool(),
        })
    }
}

fn text(rng: &mut Rng) -> Value {
    let mut out = json!({ "type": "string" });
    if rng.bool() {
        out["minLength"] = rng.u8(..3).into();
    }
    if rng.bool() {
        out["maxLength"] = rng.u8(2..6).into();
    }
    if rng.u8(..3) == 0 {
        let patterns = [
            "^[a-z]+$",
            "^[a-z]*$",
            "^[A-Z]{1,2}$",
            r"^\d+$",
            "b",
            "^(a|ab)$",
        ];
        out["pattern"] = patterns[rng.usize(..patterns.len())].into();
    }
    out
}

fn number(rng: &mut Rng) -> Value {
    let kind = ["integer", "number"][rng.usize(..2)];
    let mut out = json!({ "type": kind });
    for (keyword, least) in [("minimum", -2), ("exclusiveMaximum", 3), ("multipleOf", 1)] {
        if rng.u8(..3) == 0 {
            out[keyword] = (least + rng.i64(0..4)).into();
        }
    }
    out
}

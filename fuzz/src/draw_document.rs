//! Bytes → a document that looks like what a schema asks for, and often is
//! not.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value};

use crate::subjects::Subject;
use crate::write;

/// How far a document and the references of its schema go.
const DEPTH: usize = 6;

/// Draws a document.
pub(crate) fn document(subject: &Subject, bytes: &[u8]) -> Result<String> {
    let mut drawer = Drawer {
        subject,
        bytes: Unstructured::new(bytes),
    };
    let mut out = String::new();
    drawer.value(&[&subject.schema], DEPTH, &mut out)?;
    Ok(out)
}

struct Drawer<'d> {
    subject: &'d Subject,
    bytes: Unstructured<'d>,
}

/// Objects of keywords that speak about one value.
type Views<'d> = Vec<&'d Map<String, Value>>;

impl<'d> Drawer<'d> {
    fn value(&mut self, schemas: &[&'d Value], depth: usize, out: &mut String) -> Result<()> {
        let subject = self.subject;
        let mut views = Views::new();
        for schema in schemas {
            self.view(schema, DEPTH, &mut views);
        }
        if self.bytes.ratio(1_u8, 12)? {
            return write::any(
                &mut self.bytes,
                &subject.vocabulary.names,
                depth.min(2),
                out,
            );
        }
        let codes = codes(&views);
        if !codes.is_empty() && self.bytes.ratio(5_u8, 6)? {
            let code = *self.bytes.choose(&codes)?;
            return self.code(code, out);
        }
        if !subject.vocabulary.values.is_empty() && self.bytes.ratio(1_u8, 16)? {
            let code = self.bytes.choose(&subject.vocabulary.values)?;
            return self.code(code, out);
        }
        let kinds = kinds(&views);
        let mut kind = *self.bytes.choose(&kinds)?;
        if depth == 0 && matches!(kind, "array" | "object") {
            kind = "null";
        }
        match kind {
            "null" => out.push_str("null"),
            "boolean" => out.push_str(if self.bytes.arbitrary()? {
                "true"
            } else {
                "false"
            }),
            "integer" | "number" => self.number(&views, out)?,
            "string" => {
                let text = write::text(&mut self.bytes)?;
                write::string(&mut self.bytes, &text, out)?;
            }
            "array" => self.array(&views, depth, out)?,
            _ => self.object(&views, depth, out)?,
        }
        Ok(())
    }

    /// The schema and what it brings in for the same value.
    fn view(&self, schema: &'d Value, depth: usize, views: &mut Views<'d>) {
        let Some(keywords) = schema.as_object() else {
            return;
        };
        if depth == 0 || views.len() > 24 {
            return;
        }
        views.push(keywords);
        for (keyword, value) in keywords {
            match (keyword.as_str(), value) {
                ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                    for part in parts {
                        self.view(part, depth - 1, views);
                    }
                }
                ("if" | "then" | "else" | "not", part) => self.view(part, depth - 1, views),
                ("dependentSchemas" | "dependencies", Value::Object(parts)) => {
                    for part in parts.values() {
                        self.view(part, depth - 1, views);
                    }
                }
                ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(target)) => {
                    if let Some(target) = self.target(target) {
                        self.view(target, depth - 1, views);
                    }
                }
                _ => {}
            }
        }
    }

    /// What a reference leads to, or the whole schema.
    fn target(&self, reference: &str) -> Option<&'d Value> {
        let schema = &self.subject.schema;
        let pointer = reference.split_once('#').map_or("", |(_, pointer)| pointer);
        if pointer.starts_with('/') {
            return schema.pointer(
                &pointer
                    .replace("%3C", "<")
                    .replace("%7C", "|")
                    .replace("%3E", ">")
                    .replace("%25", "%"),
            );
        }
        match reference {
            "open" => schema.pointer("/$defs/open"),
            _ => Some(schema),
        }
    }

    fn code(&mut self, code: &Value, out: &mut String) -> Result<()> {
        match code {
            Value::Number(number) => write::number_near(&mut self.bytes, &number.to_string(), out),
            Value::String(text) => write::string(&mut self.bytes, text, out),
            code => {
                out.push_str(&code.to_string());
                Ok(())
            }
        }
    }

    fn number(&mut self, views: &Views<'d>, out: &mut String) -> Result<()> {
        let limits: Vec<&Value> = [
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ]
        .iter()
        .flat_map(|keyword| views.iter().filter_map(|view| view.get(*keyword)))
        .filter(|limit| limit.is_number())
        .collect();
        if limits.is_empty() || self.bytes.ratio(1_u8, 3)? {
            return write::number(&mut self.bytes, out);
        }
        let limit = self.bytes.choose(&limits)?.to_string();
        write::number_near(&mut self.bytes, &limit, out)
    }

    fn array(&mut self, views: &Views<'d>, depth: usize, out: &mut String) -> Result<()> {
        out.push('[');
        let mut last: Option<(usize, usize)> = None;
        for index in 0..self.bytes.int_in_range(0..=6_usize)? {
            if index > 0 {
                out.push(',');
            }
            let start = out.len();
            match last {
                // Once more what is there already.
                Some((start, end)) if self.bytes.ratio(1_u8, 8)? => {
                    let same = out[start..end].to_owned();
                    out.push_str(&same);
                }
                _ => {
                    let schemas = of_item(views, index);
                    self.value(&schemas, depth - 1, out)?;
                }
            }
            last = Some((start, out.len()));
        }
        out.push(']');
        Ok(())
    }

    fn object(&mut self, views: &Views<'d>, depth: usize, out: &mut String) -> Result<()> {
        out.push('{');
        let mut names: Vec<&'d str> = Vec::new();
        for view in views {
            if let Some(properties) = view.get("properties").and_then(Value::as_object) {
                for name in properties.keys() {
                    if !names.contains(&name.as_str()) {
                        names.push(name);
                    }
                }
            }
        }
        let mut first = true;
        let mut known = true;
        loop {
            let name = if known {
                let Some(name) = names.pop() else {
                    known = false;
                    continue;
                };
                if !self.bytes.ratio(2_u8, 3)? {
                    continue;
                }
                name.to_owned()
            } else if !self.bytes.is_empty() && self.bytes.ratio(1_u8, 3)? {
                let vocabulary = &self.subject.vocabulary.names;
                if vocabulary.is_empty() || self.bytes.arbitrary()? {
                    write::text(&mut self.bytes)?
                } else {
                    self.bytes.choose(vocabulary)?.clone()
                }
            } else {
                break;
            };
            if !first {
                out.push(',');
            }
            first = false;
            write::string(&mut self.bytes, &name, out)?;
            out.push(':');
            let schemas = self.of_member(views, &name)?;
            self.value(&schemas, depth - 1, out)?;
        }
        out.push('}');
        Ok(())
    }

    /// The schemas that may speak about a member.
    fn of_member(&mut self, views: &Views<'d>, name: &str) -> Result<Vec<&'d Value>> {
        let mut schemas = Vec::new();
        for view in views {
            let property = view.get("properties").and_then(|all| all.get(name));
            schemas.extend(property);
        }
        if schemas.is_empty() {
            for view in views {
                if let Some(Value::Object(patterns)) = view.get("patternProperties") {
                    schemas.extend(patterns.values());
                }
                schemas.extend(view.get("additionalProperties"));
                schemas.extend(view.get("unevaluatedProperties"));
            }
            if schemas.len() > 1 && self.bytes.arbitrary()? {
                schemas = vec![*self.bytes.choose(&schemas)?];
            }
        }
        if schemas.is_empty() {
            let known = self.subject.vocabulary.members.get(name);
            schemas.extend(known.into_iter().flatten());
        }
        Ok(schemas)
    }
}

/// The schemas that may speak about an item.
fn of_item<'d>(views: &Views<'d>, index: usize) -> Vec<&'d Value> {
    let mut schemas = Vec::new();
    for view in views {
        for keyword in ["prefixItems", "items"] {
            match view.get(keyword) {
                Some(Value::Array(positions)) => schemas.extend(positions.get(index)),
                Some(schema) => schemas.push(schema),
                None => {}
            }
        }
        for keyword in ["additionalItems", "unevaluatedItems", "contains"] {
            schemas.extend(view.get(keyword));
        }
    }
    schemas
}

/// What the views name as values.
fn codes<'d>(views: &Views<'d>) -> Vec<&'d Value> {
    let mut codes = Vec::new();
    for view in views {
        codes.extend(view.get("const"));
        for keyword in ["enum", "examples"] {
            codes.extend(
                view.get(keyword)
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten(),
            );
        }
    }
    codes
}

/// The kinds that the views speak about; all where they name none.
fn kinds<'d>(views: &Views<'d>) -> Vec<&'d str> {
    let mut kinds: Vec<&str> = Vec::new();
    for view in views {
        match view.get("type") {
            Some(Value::String(kind)) => kinds.push(kind),
            Some(Value::Array(all)) => kinds.extend(all.iter().filter_map(Value::as_str)),
            _ => {}
        }
        let implied = [
            ("properties", "object"),
            ("required", "object"),
            ("items", "array"),
            ("prefixItems", "array"),
            ("minimum", "number"),
            ("minLength", "string"),
        ];
        for (keyword, kind) in implied {
            if view.contains_key(keyword) {
                kinds.push(kind);
            }
        }
    }
    if kinds.is_empty() {
        kinds = vec!["null", "boolean", "number", "string", "array", "object"];
    }
    kinds
}

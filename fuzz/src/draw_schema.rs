//! Bytes → the text of a schema: keywords with values of mostly the right
//! form, and definitions that lead to one another.

use std::fmt::Write as _;

use arbitrary::{Result, Unstructured};

use crate::write;

/// How deep schemas nest.
const DEPTH: usize = 5;

const NAMES: [&str; 16] = [
    "a", "b", "c", "A", "type", "Self", "r#fn", "", "a b", "a-b", "é", "1", "a/b~", "%25",
    "A<B|C>", "$ref",
];
const PATTERNS: [&str; 16] = [
    "^a",
    "b$",
    "^[a-c]+$",
    "\\d",
    "\\p{L}",
    "^(?!x)",
    "(?<=a)b",
    "(a)\\1",
    ".",
    "",
    "[",
    "^x-",
    "\\cA",
    "[\\d-z]",
    "(?<n>a)\\k<n>",
    "^[^\\S]{2,3}$",
];
const TARGETS: [&str; 20] = [
    "#",
    "#/$defs/a",
    "#/$defs/b",
    "#/$defs/c",
    "#/definitions/a",
    "#/definitions/b",
    "#/properties/a",
    "#/items",
    "#/allOf/0",
    "#a",
    "#b",
    "root.json",
    "root.json#/$defs/a",
    "http://example.com/x",
    "http://example.com/x#a",
    "x",
    "#/$defs/A%3CB%7CC%3E",
    "#/$defs/a~1b~0",
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2020-12/schema",
];
const DIALECTS: [&str; 6] = [
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-07/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
    "http://example.com/x",
];
const TYPES: [&str; 8] = [
    "null", "boolean", "integer", "number", "string", "array", "object", "any",
];
const FORMATS: [&str; 8] = [
    "date",
    "date-time",
    "uuid",
    "int32",
    "regex",
    "uri",
    "idn-hostname",
    "x",
];

/// What follows a keyword.
#[derive(Clone, Copy)]
enum Form {
    Schema,
    Schemas,
    Members,
    Items,
    Types,
    Values,
    Value,
    Number,
    Count,
    Flag,
    Pattern,
    Names,
    NameLists,
    Dependencies,
    Target,
    Identifier,
    Anchor,
    Dialect,
    Format,
    Limit,
}

const KEYWORDS: [(&str, Form); 66] = [
    ("type", Form::Types),
    ("type", Form::Types),
    ("properties", Form::Members),
    ("properties", Form::Members),
    ("required", Form::Names),
    ("required", Form::Names),
    ("items", Form::Items),
    ("prefixItems", Form::Schemas),
    ("enum", Form::Values),
    ("const", Form::Value),
    ("$ref", Form::Target),
    ("$ref", Form::Target),
    ("$defs", Form::Members),
    ("$defs", Form::Members),
    ("definitions", Form::Members),
    ("allOf", Form::Schemas),
    ("allOf", Form::Schemas),
    ("anyOf", Form::Schemas),
    ("anyOf", Form::Schemas),
    ("oneOf", Form::Schemas),
    ("oneOf", Form::Schemas),
    ("not", Form::Schema),
    ("if", Form::Schema),
    ("then", Form::Schema),
    ("else", Form::Schema),
    ("minimum", Form::Number),
    ("maximum", Form::Number),
    ("exclusiveMinimum", Form::Limit),
    ("exclusiveMaximum", Form::Limit),
    ("multipleOf", Form::Number),
    ("minLength", Form::Count),
    ("maxLength", Form::Count),
    ("pattern", Form::Pattern),
    ("minItems", Form::Count),
    ("maxItems", Form::Count),
    ("uniqueItems", Form::Flag),
    ("contains", Form::Schema),
    ("minContains", Form::Count),
    ("maxContains", Form::Count),
    ("additionalItems", Form::Schema),
    ("unevaluatedItems", Form::Schema),
    ("unevaluatedProperties", Form::Schema),
    ("additionalProperties", Form::Schema),
    ("additionalProperties", Form::Schema),
    ("patternProperties", Form::Members),
    ("propertyNames", Form::Schema),
    ("minProperties", Form::Count),
    ("maxProperties", Form::Count),
    ("dependentRequired", Form::NameLists),
    ("dependentSchemas", Form::Members),
    ("dependencies", Form::Dependencies),
    ("$id", Form::Identifier),
    ("id", Form::Identifier),
    ("$anchor", Form::Anchor),
    ("$dynamicAnchor", Form::Anchor),
    ("$dynamicRef", Form::Target),
    ("$recursiveAnchor", Form::Flag),
    ("$recursiveRef", Form::Target),
    ("$schema", Form::Dialect),
    ("format", Form::Format),
    ("default", Form::Value),
    ("title", Form::Anchor),
    ("description", Form::Pattern),
    ("nullable", Form::Flag),
    ("$vocabulary", Form::Value),
    ("x-enumDescriptions", Form::Value),
];

/// Draws a schema.
pub(crate) fn schema(bytes: &[u8]) -> Result<String> {
    let mut drawer = Drawer {
        bytes: Unstructured::new(bytes),
        names: NAMES.map(str::to_owned).to_vec(),
        out: String::new(),
    };
    drawer.schema(DEPTH)?;
    Ok(drawer.out)
}

struct Drawer<'d> {
    bytes: Unstructured<'d>,
    names: Vec<String>,
    out: String,
}

impl Drawer<'_> {
    fn schema(&mut self, depth: usize) -> Result<()> {
        let kind: u8 = self.bytes.int_in_range(0..=15)?;
        if depth == 0 || kind < 2 || self.bytes.is_empty() {
            self.out.push_str(if kind == 0 { "false" } else { "true" });
            return Ok(());
        }
        self.out.push('{');
        let mut used: Vec<&str> = Vec::new();
        for _ in 0..self.bytes.int_in_range(0..=5_u8)? {
            let (keyword, form) = *self.bytes.choose(&KEYWORDS)?;
            // A keyword twice is refused; that is tried in raw texts.
            if used.contains(&keyword) {
                continue;
            }
            if !used.is_empty() {
                self.out.push(',');
            }
            used.push(keyword);
            let _ = write!(self.out, "\"{keyword}\":");
            self.form(form, depth - 1)?;
        }
        self.out.push('}');
        Ok(())
    }

    fn form(&mut self, form: Form, depth: usize) -> Result<()> {
        if !self.bytes.is_empty() && self.bytes.ratio(1_u8, 48)? {
            return self.any();
        }
        match form {
            Form::Schema => self.schema(depth),
            Form::Schemas => self.list(1, 4, |drawer| drawer.schema(depth)),
            Form::Members => self.members(|drawer| drawer.schema(depth)),
            Form::Items => {
                if self.bytes.ratio(1_u8, 4)? {
                    self.form(Form::Schemas, depth)
                } else {
                    self.schema(depth)
                }
            }
            Form::Types => {
                if self.bytes.ratio(1_u8, 3)? {
                    self.list(1, 3, |drawer| drawer.one_of(&TYPES))
                } else {
                    self.one_of(&TYPES[..7])
                }
            }
            Form::Values => self.list(1, 5, Self::any),
            Form::Value => self.any(),
            Form::Number => write::number(&mut self.bytes, &mut self.out),
            Form::Count => {
                if self.bytes.ratio(1_u8, 16)? {
                    return self.form(Form::Number, depth);
                }
                let count = self.bytes.int_in_range(0..=6_u8)?;
                let _ = write!(self.out, "{count}");
                Ok(())
            }
            Form::Flag => {
                let flag: bool = self.bytes.arbitrary()?;
                let _ = write!(self.out, "{flag}");
                Ok(())
            }
            Form::Limit => {
                if self.bytes.ratio(1_u8, 3)? {
                    self.form(Form::Flag, depth)
                } else {
                    self.form(Form::Number, depth)
                }
            }
            Form::Pattern => self.one_of(&PATTERNS),
            Form::Names => self.list(1, 3, |drawer| drawer.one_of(&NAMES)),
            Form::NameLists => self.members(|drawer| drawer.form(Form::Names, depth)),
            Form::Dependencies => self.members(|drawer| {
                if drawer.bytes.arbitrary()? {
                    drawer.schema(depth)
                } else {
                    drawer.form(Form::Names, depth)
                }
            }),
            Form::Target => self.one_of(&TARGETS),
            Form::Identifier => self.one_of(&TARGETS[9..16]),
            Form::Anchor => self.one_of(&NAMES[..4]),
            Form::Dialect => self.one_of(&DIALECTS),
            Form::Format => self.one_of(&FORMATS),
        }
    }

    fn any(&mut self) -> Result<()> {
        write::any(&mut self.bytes, &self.names, 2, &mut self.out)
    }

    fn one_of(&mut self, texts: &[&str]) -> Result<()> {
        let text = self.bytes.choose(texts)?;
        write::string(&mut self.bytes, text, &mut self.out)
    }

    fn list(
        &mut self,
        least: u8,
        most: u8,
        mut item: impl FnMut(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.out.push('[');
        for index in 0..self.bytes.int_in_range(least..=most)? {
            self.out.push_str(if index == 0 { "" } else { "," });
            item(self)?;
        }
        self.out.push(']');
        Ok(())
    }

    fn members(&mut self, mut member: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.out.push('{');
        let mut used: Vec<&str> = Vec::new();
        for _ in 0..self.bytes.int_in_range(1..=4_u8)? {
            let name = if self.bytes.ratio(1_u8, 6)? {
                *self.bytes.choose(&PATTERNS)?
            } else {
                *self.bytes.choose(&NAMES)?
            };
            if used.contains(&name) {
                continue;
            }
            self.out.push_str(if used.is_empty() { "" } else { "," });
            used.push(name);
            write::string(&mut self.bytes, name, &mut self.out)?;
            self.out.push(':');
            member(self)?;
        }
        self.out.push('}');
        Ok(())
    }
}

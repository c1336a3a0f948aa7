//! Keywords that assert only where somebody asks for it.

use jsonschema::paths::Location;
use jsonschema::{Draft, Keyword, ValidationError, Validator};
use serde_json::{Map, Value, json};

/// Which `format`s assert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formats {
    /// None.
    #[default]
    None,
    /// Those of these names.
    Named(&'static [&'static str]),
    /// All that the drafts define.
    All,
}

/// What the types were told to enforce; the rest is an annotation, whatever a
/// draft or a validator makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asserted {
    /// `format`.
    pub formats: Formats,
    /// `contentEncoding` and `contentMediaType`, which no draft before 7 has.
    pub content: bool,
}

const CONTENT: [&str; 2] = ["contentEncoding", "contentMediaType"];

/// The formats that no draft before 6, 7 or 2019-09 has: who asks for them means them in every draft.
const LATER: [&str; 9] = [
    "duration",
    "idn-hostname",
    "iri",
    "iri-reference",
    "json-pointer",
    "relative-json-pointer",
    "uri-reference",
    "uri-template",
    "uuid",
];

impl Asserted {
    /// Whether a keyword is an annotation that a validator may take for an
    /// assertion. `content` says that the draft knows the content keywords.
    pub fn leaves(self, keyword: &str, value: &Value, content: bool) -> bool {
        match (keyword, self.formats, value.as_str()) {
            ("format", Formats::Named(names), Some(format)) => !names.contains(&format),
            _ => CONTENT.contains(&keyword) && !(self.content && content),
        }
    }

    /// A validator that asserts this, in every draft.
    ///
    /// # Errors
    ///
    /// What the validator says about a schema that it cannot compile.
    pub fn validator(self, schema: &Value) -> Result<Validator, String> {
        let mut options =
            jsonschema::options().should_validate_formats(self.formats != Formats::None);
        for format in LATER.into_iter().filter(|_| self.formats != Formats::None) {
            let known = jsonschema::options()
                .should_validate_formats(true)
                .with_draft(Draft::Draft202012)
                .build(&json!({ "format": format }))
                .map_err(|error| error.to_string())?;
            options = options.with_format(format, move |text| known.is_valid(&text.into()));
        }
        if self.content {
            for keyword in CONTENT {
                options = options.with_keyword(keyword, content);
            }
        }
        options
            .build(schema)
            .map_err(|error| format!("{error} at {}", error.instance_path()))
    }
}

/// The content keywords of one schema as draft 7 asserts them, which later
/// drafts leave to whoever reads the value.
struct Content(Validator);

impl<'i> Keyword<'i> for Content {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            Ok(())
        } else {
            Err(ValidationError::custom("not such content"))
        }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.0.is_valid(instance)
    }
}

fn content<'a>(
    schema: &'a Map<String, Value>,
    _: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    let keywords = schema
        .iter()
        .filter(|(name, _)| CONTENT.contains(&name.as_str()));
    let keywords = keywords.map(|(name, value)| (name.clone(), value.clone()));
    let options = jsonschema::options().with_draft(Draft::Draft7);
    match options.build(&Value::Object(keywords.collect())) {
        Ok(validator) => Ok(Box::new(Content(validator))),
        Err(error) => Err(ValidationError::custom(error.to_string())),
    }
}

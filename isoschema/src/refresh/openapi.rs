//! An OpenAPI document → one file for each of its schemas.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::references::is_name;
use crate::diagnostics::text::Text;
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::document::Format;
use crate::load::json::Json;
use crate::resolve::dialect::{Dialect, Draft};
use crate::resolve::plain;

/// The schemas under `components.schemas`, each as it stands in a file of its
/// own. References between them stay as they are: one to
/// `#/components/schemas/NAME` is answered by `NAME.json` beside the file.
pub(super) fn files(
    json: &Json,
    text: &Arc<Text>,
) -> Result<BTreeMap<String, Json>, Box<Diagnostic>> {
    let wrong = |json: &Json, reason: String, help: &str| {
        let problem = Diagnostic::at(Kind::Upstream, text, json.key_span(), reason);
        Err(Box::new(problem.help(help)))
    };
    let version = json.get("openapi").and_then(Json::as_str).unwrap_or("");
    if !version.starts_with("3.") {
        let reason = match json.get("swagger").and_then(Json::as_str) {
            Some(version) => format!("this is Swagger {version}; OpenAPI 3.0 and later are read"),
            None => "this is no OpenAPI document: it says no `openapi: 3…`".to_owned(),
        };
        return wrong(json, reason, "give the URL of an OpenAPI document");
    }
    let schemas = json
        .pointer("/components/schemas")
        .and_then(Json::as_object);
    let Some(schemas) = schemas.filter(|schemas| !schemas.is_empty()) else {
        let reason = "there is no schema under `components.schemas`".to_owned();
        return wrong(json, reason, "give the URL of a document with schemas");
    };
    let mut files = BTreeMap::new();
    for (name, schema) in schemas {
        if !is_name(name) {
            let reason = format!("the schema's name `{name}` cannot be that of a file");
            return wrong(
                schema,
                reason,
                "ask the vendor for letters, digits, `.`, `-` and `_`",
            );
        }
        let mut schema = schema.clone();
        let declared = json.get("jsonSchemaDialect").and_then(Json::as_str);
        let declared = declared.filter(|_| !version.starts_with("3.0"));
        let own = Dialect::of_format(Format::of(text.name(), json), Draft::Draft2020);
        let dialect = declared.and_then(Dialect::known).unwrap_or(own);
        plain::each(&mut schema, dialect, |members, _| {
            plain::translate(members, dialect);
        });
        plain::declare(&mut schema, plain::draft(dialect));
        files.insert(name.clone(), schema);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::parse_text;

    fn one_line(json: &Json) -> String {
        json.to_text().split_whitespace().collect()
    }

    fn of(version: &str, schema: &str) -> Result<String, Box<dyn std::error::Error>> {
        let text = format!(
            r#"{{"openapi": "{version}", "components": {{"schemas": {{"A": {schema}}}}}}}"#
        );
        let (json, text) = parse_text("api.json", &text)?;
        let files = files(&json, &text)?;
        Ok(files.values().map(one_line).collect())
    }

    #[test]
    fn openapi_3_0_in_the_words_of_draft_6() -> Result<(), Box<dyn std::error::Error>> {
        let draft = r#"{"$schema":"http://json-schema.org/draft-06/schema#","#;
        for (schema, wanted) in [
            (
                r#"{"type":"string","nullable":true}"#,
                r#""type":["string","null"]}"#,
            ),
            (r#"{"nullable":true,"title":"T"}"#, r#""title":"T"}"#),
            (
                r#"{"type":"string","nullable":false}"#,
                r#""type":"string"}"#,
            ),
            (
                r#"{"minimum":1.0,"exclusiveMinimum":true,"maximum":2,"exclusiveMaximum":false}"#,
                r#""exclusiveMinimum":1.0,"maximum":2}"#,
            ),
            (
                r#"{"properties":{"nullable":{"items":{"type":"integer","nullable":true}}}}"#,
                r#""properties":{"nullable":{"items":{"type":["integer","null"]}}}}"#,
            ),
            (
                r#"{"default":{"nullable":true,"type":"x"}}"#,
                r#""default":{"nullable":true,"type":"x"}}"#,
            ),
        ] {
            assert_eq!(of("3.0.3", schema)?, format!("{draft}{wanted}"), "{schema}");
        }
        Ok(())
    }

    #[test]
    fn openapi_3_1_as_it_is() -> Result<(), Box<dyn std::error::Error>> {
        assert_eq!(
            of("3.1.0", r#"{"type":["string","null"],"nullable":true}"#)?,
            r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","type":["string","null"],"nullable":true}"#
        );
        Ok(())
    }
}

//! The schemas that schemars derives from the types that are not generated.
use super::*;

/// The names of a bag's members.
pub(super) trait NamePattern {
    /// The ECMA-262 pattern that they match.
    const PATTERN: &'static str;
}

impl ::schemars::JsonSchema for Never {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::std::borrow::Cow<'static, str> {
        "Never".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        false.into()
    }
}

impl<Owner, V: ::schemars::JsonSchema> ::schemars::JsonSchema for AdditionalProperties<Owner, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::std::borrow::Cow<'static, str> {
        "AdditionalProperties".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}

/// A part of a schema that a derived schema repeats as it stands, for what a
/// type enforces without showing it.
pub(super) fn repeated(text: &str) -> ::serde_json::Value {
    ::serde_json::from_str(text).unwrap_or(::serde_json::Value::Bool(false))
}

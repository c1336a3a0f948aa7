//! The schemas that schemars derives from the types that are not generated.
use super::*;

/// The names of a bag's members.
pub trait NamePattern {
    /// The ECMA-262 pattern that they match.
    const PATTERN: &'static str;
}

impl ::schemars::JsonSchema for Never {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "Never".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        false.into()
    }
}

impl ::schemars::JsonSchema for Integer {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "Integer".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({ "type": "integer" })
    }
}

/// How `i32` is described, of which schemars says no bounds.
pub struct Int32;

impl ::schemars::JsonSchema for Int32 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "int32".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({ "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX })
    }
}

/// How `u32` is described, of which schemars says no greatest.
pub struct Uint32;

impl ::schemars::JsonSchema for Uint32 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "uint32".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }
}

impl ::schemars::JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({ "type": "number" })
    }
}

impl ::schemars::JsonSchema for BigNumber {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "BigNumber".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({ "type": "number" })
    }
}

impl<O, V: ::schemars::JsonSchema> ::schemars::JsonSchema for AdditionalProperties<O, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "AdditionalProperties".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}

/// How the bag of a pattern is described.
pub struct PatternProperties<Names, V> {
    of: ::core::marker::PhantomData<(Names, V)>,
}

impl<Names: NamePattern, V: ::schemars::JsonSchema> ::schemars::JsonSchema
    for PatternProperties<Names, V>
{
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "PatternProperties".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        ::schemars::json_schema!({
            "type": "object",
            "patternProperties": { Names::PATTERN: generator.subschema_for::<V>() },
        })
    }
}

/// How a required member that may be null is described; schemars takes an
/// `Option` for a member that may be absent.
pub struct Nullable<T>(::core::marker::PhantomData<T>);

impl<T: ::schemars::JsonSchema> ::schemars::JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
        "Nullable".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        generator.subschema_for::<Option<T>>()
    }
}

/// A part of a schema that a derived schema repeats as it stands, for what a
/// type enforces without showing it. Of a number that this build of `serde_json`
/// cannot hold, the last double before it.
pub fn repeated(text: &str) -> ::serde_json::Value {
    ::serde_json::from_str(text).unwrap_or_else(|_| {
        text.parse::<f64>()
            .map_or(::serde_json::Value::Bool(false), |value| {
                value.clamp(f64::MIN, f64::MAX).into()
            })
    })
}

/// The `properties` of a schema, which begin with it where there are none.
fn properties(
    schema: &mut ::serde_json::Map<String, ::serde_json::Value>,
) -> Option<&mut ::serde_json::Map<String, ::serde_json::Value>> {
    schema
        .entry("properties")
        .or_insert_with(|| ::serde_json::Value::Object(::serde_json::Map::new()))
        .as_object_mut()
}

/// Adds the members that have one value, from their JSON text.
pub fn constants(text: &'static str) -> impl Fn(&mut ::schemars::Schema) {
    move |schema| {
        let ::serde_json::Value::Object(members) = repeated(text) else {
            return;
        };
        let schema = schema.ensure_object();
        let required = schema
            .entry("required")
            .or_insert_with(|| ::serde_json::Value::Array(Vec::new()));
        if let ::serde_json::Value::Array(required) = required {
            required.extend(members.keys().map(|name| name.as_str().into()));
        }
        if let Some(properties) = properties(schema) {
            let constants = members.into_iter();
            properties.extend(
                constants.map(|(name, value)| {
                    (name, ::serde_json::Value::from_iter([("const", value)]))
                }),
            );
        }
    }
}

/// Adds the members that must not be there, from the JSON text of their names.
pub fn forbidden(text: &'static str) -> impl Fn(&mut ::schemars::Schema) {
    move |schema| {
        let ::serde_json::Value::Array(names) = repeated(text) else {
            return;
        };
        if let Some(properties) = properties(schema.ensure_object()) {
            let names = names.iter().filter_map(::serde_json::Value::as_str);
            properties.extend(names.map(|name| (name.to_owned(), false.into())));
        }
    }
}

/// Takes members out of those that are required, from the JSON text of their names.
pub fn optional(text: &'static str) -> impl Fn(&mut ::schemars::Schema) {
    move |schema| {
        let ::serde_json::Value::Array(names) = repeated(text) else {
            return;
        };
        let required = schema.ensure_object().get_mut("required");
        if let Some(::serde_json::Value::Array(required)) = required {
            required.retain(|name| !names.contains(name));
        }
    }
}

/// Adds schemas, or a second value of a keyword, to those that apply as well.
pub fn also(schema: &mut ::schemars::Schema, value: ::serde_json::Value) {
    let all = schema
        .ensure_object()
        .entry("allOf")
        .or_insert_with(|| ::serde_json::Value::Array(Vec::new()));
    if let ::serde_json::Value::Array(all) = all {
        match value {
            ::serde_json::Value::Array(mut values) => all.append(&mut values),
            other => all.push(other),
        }
    }
}

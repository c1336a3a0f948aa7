//! Sets of JSON kinds, as bits.

use serde_json::Value;

/// `null`.
pub const NULL: u8 = 1;
/// `true` and `false`.
pub const BOOLEAN: u8 = 2;
/// Whole numbers.
pub const INTEGER: u8 = 4;
/// Other numbers.
pub const FRACTION: u8 = 8;
/// Strings.
pub const STRING: u8 = 16;
/// Arrays.
pub const ARRAY: u8 = 32;
/// Objects.
pub const OBJECT: u8 = 64;
/// Every kind.
pub const ALL: u8 = 127;

/// The kinds that `type` names.
pub fn of_type(value: &Value) -> u8 {
    match value {
        Value::String(name) => match name.as_str() {
            "null" => NULL,
            "boolean" => BOOLEAN,
            "integer" => INTEGER,
            "number" => INTEGER | FRACTION,
            "string" => STRING,
            "array" => ARRAY,
            "object" => OBJECT,
            _ => 0,
        },
        Value::Array(names) => names.iter().map(of_type).fold(0, |all, one| all | one),
        _ => ALL,
    }
}

/// The kind of a value.
pub fn of_value(value: &Value) -> u8 {
    match value {
        Value::Null => NULL,
        Value::Bool(_) => BOOLEAN,
        Value::Number(_) => INTEGER | FRACTION,
        Value::String(_) => STRING,
        Value::Array(_) => ARRAY,
        Value::Object(_) => OBJECT,
    }
}

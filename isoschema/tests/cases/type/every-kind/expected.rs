// The types of schema.json, without what is implemented for them.

pub enum BooleanOrNumberOrStringOrArrayOrObject {
    Boolean(bool),
    Integer(i128),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct Root(pub Option<BooleanOrNumberOrStringOrArrayOrObject>);

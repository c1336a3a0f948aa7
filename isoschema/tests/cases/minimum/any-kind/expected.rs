// The types of schema.json, without what is implemented for them.

pub enum Root {
    Null,
    Boolean(bool),
    Number(RootNumber),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootNumber(::serde_json::Number);

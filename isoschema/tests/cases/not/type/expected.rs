// The types of schema.json, without what is implemented for them.

pub enum Root {
    Boolean(bool),
    Number(RootNumber),
    String(RootString),
    Array(RootArray),
    Object(RootObject),
}
pub struct RootNumber(::serde_json::Number);
pub struct RootString(String);
pub struct RootArray(Vec<::serde_json::Value>);
pub struct RootObject(::std::collections::BTreeMap<String, ::serde_json::Value>);

// The types of schema.json, without what is implemented for them.

pub enum Root {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(RootString),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootString(String);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    b: Option<::serde_json::Value>,
    pattern_properties: support::AdditionalProperties<RootNames, RootPattern1>,
}
pub enum RootPattern1 {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(RootPattern1String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootPattern1String(String);

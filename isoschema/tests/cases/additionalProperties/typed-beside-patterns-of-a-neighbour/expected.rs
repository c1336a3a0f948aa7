// The types of schema.json, without what is implemented for them.

pub struct Root {
    pattern_properties_1: support::AdditionalProperties<RootNames, ::serde_json::Number>,
    pattern_properties_2: support::AdditionalProperties<RootNames2, RootPattern2>,
    additional_properties: support::AdditionalProperties<Root, String>,
}
pub enum RootPattern2 {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(RootPattern2String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootPattern2String(String);

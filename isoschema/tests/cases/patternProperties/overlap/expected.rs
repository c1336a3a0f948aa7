// The types of schema.json, without what is implemented for them.

pub struct Root {
    abc: Option<RootAbc>,
    pattern_properties_1: support::AdditionalProperties<RootNames, RootPattern1>,
    pattern_properties_2: support::AdditionalProperties<RootNames2, RootPattern2>,
    additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootAbc(u8);
pub struct RootPattern1(i64);
pub enum RootPattern2 {
    Null,
    Boolean(bool),
    Number(RootPattern2Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootPattern2Number(::serde_json::Number);

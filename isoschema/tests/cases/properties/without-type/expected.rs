// The types of schema.json, without what is implemented for them.

pub enum Root {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(RootObject),
}
pub struct RootObject {
    pub a: i128,
    pub additional_properties: support::AdditionalProperties<RootObject>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub bottles: Option<support::Never>,
    pub litres: Option<support::Never>,
    pub glasses: Option<Option<BooleanOrStringOrArrayOrObject>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum BooleanOrStringOrArrayOrObject {
    Boolean(bool),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub above: Option<support::Never>,
    pub required: Option<support::Never>,
    pub closed: Option<support::Never>,
    pub endless: Option<support::Never>,
    pub open: Option<RootOpen>,
    pub merged: Option<support::Never>,
    pub any_kind: Option<Option<BooleanOrNumberOrStringOrArray>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootOpen(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub enum BooleanOrNumberOrStringOrArray {
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
}

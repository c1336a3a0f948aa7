// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub above: Option<support::Never>,
    pub endless: Option<support::Never>,
    pub open: Option<RootOpen>,
    pub long: Option<RootLong>,
    pub merged: Option<support::Never>,
    pub any_kind: Option<Option<BooleanOrNumberOrArrayOrObject>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootOpen(String);
pub struct RootLong(String);
pub enum BooleanOrNumberOrArrayOrObject {
    Boolean(bool),
    Number(::serde_json::Number),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}

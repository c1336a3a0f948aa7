// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub above: Option<support::Never>,
    pub closed: Option<support::Never>,
    pub endless: Option<support::Never>,
    pub endless_pair: Option<support::Never>,
    pub open: Option<Vec<::serde_json::Value>>,
    pub open_pair: Option<RootOpenPair>,
    pub merged: Option<support::Never>,
    pub matches: Option<support::Never>,
    pub matches_of_few: Option<support::Never>,
    pub any_kind: Option<Option<BooleanOrNumberOrStringOrObject>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootOpenPair {
    first: Option<String>,
    rest: Vec<::serde_json::Value>,
}
pub enum BooleanOrNumberOrStringOrObject {
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}

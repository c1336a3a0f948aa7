// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub below_zero: Option<support::Never>,
    pub beyond_a_byte: Option<support::Never>,
    pub between: Option<support::Never>,
    pub fractions: Option<support::Never>,
    pub merged: Option<support::Never>,
    pub far: Option<support::Never>,
    pub number: Option<support::Never>,
    pub text_or_number: Option<String>,
    pub any_kind: Option<Option<BooleanOrStringOrArrayOrObject>>,
    pub arms: Option<bool>,
    pub list: Option<Vec<support::Never>>,
    pub map: Option<::std::collections::BTreeMap<String, support::Never>>,
    pub required: Option<RootRequired>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum BooleanOrStringOrArrayOrObject {
    Boolean(bool),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootRequired {
    pub never: support::Never,
    pub additional_properties: support::AdditionalProperties<RootRequired>,
}

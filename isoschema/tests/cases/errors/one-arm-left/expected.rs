// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub count: Option<RootCount>,
    pub either: Option<()>,
    pub closed: Option<RootClosed>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootCount(i64);
pub enum RootClosed {
    Variant2(Option<BooleanOrStringOrArray>),
}
pub enum BooleanOrStringOrArray {
    Boolean(bool),
    String(String),
    Array(Vec<::serde_json::Value>),
}

// The types of schema.json, without what is implemented for them.

pub enum Root {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(RootArray),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootArray(Vec<RootArrayItem>);
pub enum RootArrayItem {
    Integer(RootArrayItemInteger),
    Other(::serde_json::Value),
}
pub enum RootArrayItemInteger {
    N1,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub at: Option<RootAt>,
    pub day: Option<RootDay>,
    pub id: Option<RootId>,
    pub ip: Option<RootIp>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootAt(String);
pub struct RootDay(String);
pub struct RootId(String);
pub enum RootIp {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(RootIpString),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootIpString(String);

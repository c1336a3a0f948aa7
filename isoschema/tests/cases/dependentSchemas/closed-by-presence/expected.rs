// The types of schema.json, without what is implemented for them.

pub enum Root {
    WithA(RootWithA),
    WithoutA(RootWithoutA),
}
pub struct RootWithA {
    pub b: i128,
    pub a: ::serde_json::Value,
    pub additional_properties: support::AdditionalProperties<RootWithA>,
}
pub struct RootWithoutA(::std::collections::BTreeMap<String, ::serde_json::Value>);

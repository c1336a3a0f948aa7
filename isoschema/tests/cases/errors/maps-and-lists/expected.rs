// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub names: Option<::std::collections::BTreeMap<String, String>>,
    pub grid: Option<Vec<Vec<Option<i128>>>>,
    pub few: Option<RootFew>,
    pub by: Option<RootBy>,
    pub maybe: Option<Option<Vec<String>>>,
    pub keys: Option<RootKeys>,
    pub set: Option<RootSet>,
    pub additional_properties: support::AdditionalProperties<Root, Vec<String>>,
}
pub struct RootFew(Vec<::std::collections::BTreeMap<String, Vec<bool>>>);
pub struct RootBy {
    pub pattern_properties: support::AdditionalProperties<
        RootByNames,
        ::serde_json::Number,
    >,
}
pub struct RootKeys(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct RootSet(Vec<RootSetItem>);
pub enum RootSetItem {
    Integer(RootSetItemInteger),
    Other(::serde_json::Value),
}
pub enum RootSetItemInteger {
    N1,
}

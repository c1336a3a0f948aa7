// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub count: i128,
    pub small: Option<Option<RootSmall>>,
    pub list: Option<Vec<i128>>,
    pub map: Option<::std::collections::BTreeMap<String, i128>>,
    pub either: Option<NumberOrString>,
    pub first: Option<RootFirst>,
    pub code: Option<RootCode>,
    pub any: Option<::serde_json::Value>,
    pub number: Option<::serde_json::Number>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootSmall(u8);
pub enum NumberOrString {
    Integer(i128),
    String(String),
}
pub enum RootFirst {
    Integer(i128),
    Number(RootFirstNumber),
}
pub struct RootFirstNumber(::serde_json::Number);
pub enum RootCode {
    N1,
    N2,
}

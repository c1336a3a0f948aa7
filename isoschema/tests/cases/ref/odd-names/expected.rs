// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: Option<MapStringNumber>,
    pub b: Option<ABC>,
    pub c: Option<PerPercentCent>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum NumberOrString {
    Number(::serde_json::Number),
    String(String),
}
pub struct MapStringNumber(pub ::std::collections::BTreeMap<String, NumberOrString>);
pub struct ABC(pub bool);
pub struct PerPercentCent(pub ::serde_json::Number);

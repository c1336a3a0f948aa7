// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub group: Option<Option<Group>>,
    pub settings: Option<Option<Settings>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Group {
    pub children: Option<::std::collections::BTreeMap<String, Option<Group>>>,
    pub additional_properties: support::AdditionalProperties<Group>,
}
pub enum Settings {
    String(String),
    Array(Vec<Option<Settings>>),
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub id: Option<i128>,
    pub pattern_properties: support::AdditionalProperties<RootNames, String>,
}

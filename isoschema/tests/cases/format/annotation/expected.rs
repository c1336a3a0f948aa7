// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub at: Option<String>,
    pub id: Option<String>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

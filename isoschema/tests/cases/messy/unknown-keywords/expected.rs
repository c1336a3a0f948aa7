// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: Option<String>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

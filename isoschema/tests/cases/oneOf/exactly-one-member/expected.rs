// The types of schema.json, without what is implemented for them.

pub struct Root {
    id: Option<i128>,
    name: Option<String>,
    additional_properties: support::AdditionalProperties<Root>,
}

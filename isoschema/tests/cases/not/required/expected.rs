// The types of schema.json, without what is implemented for them.

pub struct Root {
    a: Option<String>,
    additional_properties: support::AdditionalProperties<Root>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    a: Option<i128>,
    b: Option<i128>,
    additional_properties: support::AdditionalProperties<Root>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub name: Option<String>,
    pub additional_properties: support::AdditionalProperties<Root, i128>,
}

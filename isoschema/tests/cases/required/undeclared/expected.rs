// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: ::serde_json::Value,
    pub b: ::serde_json::Value,
    pub additional_properties: support::AdditionalProperties<Root>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub next: Option<Box<Root>>,
    pub value: i128,
    pub additional_properties: support::AdditionalProperties<Root>,
}

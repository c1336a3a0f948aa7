// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub never: Option<support::Never>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

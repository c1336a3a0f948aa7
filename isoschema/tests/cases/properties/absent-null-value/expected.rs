// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub both: Option<Option<i128>>,
    pub list: Option<Vec<String>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

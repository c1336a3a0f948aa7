// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub n: Option<i128>,
    pub s: Option<String>,
    pub bad: Option<bool>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub no: Option<support::Never>,
    pub any: Option<::serde_json::Value>,
    pub additional_properties: support::AdditionalProperties<Root>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    mail: Option<String>,
    phone: Option<String>,
    additional_properties: support::AdditionalProperties<Root>,
}

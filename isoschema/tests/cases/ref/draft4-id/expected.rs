// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub v: Option<I>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct I(pub i128);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: Option<B>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum B {
    X,
}

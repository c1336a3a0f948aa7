// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: RootA,
    pub b: Option<i128>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootA(String);

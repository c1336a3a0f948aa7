// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub never: Option<RootNever>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootNever(u8);

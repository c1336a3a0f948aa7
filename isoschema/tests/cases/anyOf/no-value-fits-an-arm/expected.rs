// The types of schema.json, without what is implemented for them.

pub enum Root {
    Variant1(RootVariant1),
    Variant2(RootVariant2),
}
pub struct RootVariant1 {
    pub name: Option<String>,
    pub gone: support::Never,
    pub additional_properties: support::AdditionalProperties<RootVariant1>,
}
pub struct RootVariant2 {
    pub kept: String,
    pub additional_properties: support::AdditionalProperties<RootVariant2>,
}

// The types of schema.json, without what is implemented for them.

pub enum Root {
    Variant1(RootVariant1),
    Variant2(RootVariant2),
    Variant3(RootVariant3),
}
pub struct RootVariant1 {
    pub c: Option<Box<Root>>,
    pub k: RootVariant1K,
    pub additional_properties: support::AdditionalProperties<RootVariant1>,
}
pub enum RootVariant1K {
    A,
}
pub struct RootVariant2 {
    pub c: Option<Box<Root>>,
    pub k: Option<String>,
    pub z: ::serde_json::Value,
    pub additional_properties: support::AdditionalProperties<RootVariant2>,
}
pub struct RootVariant3 {
    c: Option<Box<Root>>,
    additional_properties: support::AdditionalProperties<RootVariant3>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub a: Option<RootA>,
    pub b: Option<RootB>,
    pub c: Option<RootC>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootA {
    pub options: Option<RootAOptions>,
    pub additional_properties: support::AdditionalProperties<RootA>,
}
pub struct RootAOptions {
    pub x: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootAOptions>,
}
pub enum RootB {
    X,
    Y,
}
pub struct RootC {
    pub root: Option<String>,
    pub additional_properties: support::AdditionalProperties<RootC>,
}

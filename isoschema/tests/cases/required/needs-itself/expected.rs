// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub name: Option<String>,
    pub link: Option<Endless>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Endless {
    pub name: Option<Option<String>>,
    pub link: Box<Endless>,
    pub additional_properties: support::AdditionalProperties<Endless>,
}

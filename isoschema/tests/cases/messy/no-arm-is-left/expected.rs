// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub task: Option<RootTask>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootTask {}

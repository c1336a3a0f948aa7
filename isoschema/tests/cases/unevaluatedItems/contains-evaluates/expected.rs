// The types of schema.json, without what is implemented for them.

pub struct Root(Vec<RootItem>);
pub enum RootItem {
    String(String),
    Other(::serde_json::Value),
}

// The types of schema.json, without what is implemented for them.

pub struct Root(Vec<RootItem>);
pub enum RootItem {
    Integer(RootItemInteger),
    Other(::serde_json::Value),
}
pub enum RootItemInteger {
    N1,
}

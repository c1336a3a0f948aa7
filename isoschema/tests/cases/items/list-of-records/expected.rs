// The types of schema.json, without what is implemented for them.

pub struct RootItem {
    pub id: i128,
}
pub struct Root(pub Vec<RootItem>);

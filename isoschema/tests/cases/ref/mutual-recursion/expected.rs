// The types of schema.json, without what is implemented for them.

pub struct Tree {
    pub name: String,
    pub branches: Option<Forest>,
}
pub struct Forest(pub Vec<Tree>);
pub struct Root(pub Tree);

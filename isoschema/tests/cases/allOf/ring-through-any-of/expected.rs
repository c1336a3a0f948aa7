// The types of schema.json, without what is implemented for them.

pub enum Node {
    Integer(NodeInteger),
    String(NodeString),
}
pub struct NodeInteger(i128);
pub struct NodeString(String);
pub struct Root(pub Option<Node>);
pub enum Narrow {
    Integer(NarrowInteger),
    String(NarrowString),
}
pub struct NarrowInteger(i64);
pub struct NarrowString(String);

// The types of schema.json, without what is implemented for them.

pub enum Root {
    String(RootString),
    Integer(i128),
    Array(Vec<bool>),
}
pub struct RootString(String);

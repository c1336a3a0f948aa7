// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub args: Option<RootArgs>,
}
pub enum RootArgs {
    String(RootArgsString),
    Array(Vec<String>),
}
pub struct RootArgsString(String);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    first: Option<String>,
    second: Option<RootItem2>,
}
pub struct RootItem2(::serde_json::Number);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    first: String,
    second: Option<::serde_json::Number>,
    rest: Vec<::serde_json::Value>,
}

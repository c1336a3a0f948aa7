// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub c: Option<::serde_json::Value>,
    pub b: Option<String>,
    pub a: Option<i128>,
}

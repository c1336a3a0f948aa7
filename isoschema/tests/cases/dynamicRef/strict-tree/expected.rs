// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub data: Option<::serde_json::Value>,
    pub children: Option<Vec<Root>>,
}

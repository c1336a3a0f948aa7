// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub first: ::serde_json::Number,
    pub second: ::serde_json::Number,
}

// The types of schema.json, without what is implemented for them.

pub enum Root {
    String(String),
    Variant2(::serde_json::Value),
}

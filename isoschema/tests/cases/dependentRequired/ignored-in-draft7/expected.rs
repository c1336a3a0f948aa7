// The types of schema.json, without what is implemented for them.

pub struct Root(pub ::std::collections::BTreeMap<String, ::serde_json::Value>);

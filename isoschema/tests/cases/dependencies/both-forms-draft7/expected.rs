// The types of schema.json, without what is implemented for them.

pub enum Root {
    WithE(support::Never),
    WithoutE(RootWithoutE),
}
pub struct RootWithoutE(::std::collections::BTreeMap<String, ::serde_json::Value>);

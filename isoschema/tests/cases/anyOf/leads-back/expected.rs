// The types of schema.json, without what is implemented for them.

pub enum One {
    Null,
    Boolean(bool),
    Number(OneNumber),
    String(OneString),
    Array(OneArray),
    Object(OneObject),
}
pub struct OneNumber(::serde_json::Number);
pub struct OneString(String);
pub struct OneArray(Vec<::serde_json::Value>);
pub struct OneObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Root(pub One);
pub enum Other {
    Null,
    Boolean(bool),
    Number(OtherNumber),
    String(OtherString),
    Array(OtherArray),
    Object(OtherObject),
}
pub struct OtherNumber(::serde_json::Number);
pub struct OtherString(String);
pub struct OtherArray(Vec<::serde_json::Value>);
pub struct OtherObject(::std::collections::BTreeMap<String, ::serde_json::Value>);

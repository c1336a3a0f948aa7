// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub thing: Option<First>,
    pub text: Option<Text>,
    pub code: Option<Option<Code>>,
}
pub enum First {
    String(FirstString),
    Object(FirstObject),
}
pub struct FirstString(String);
pub struct FirstObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct Text(String);
pub struct Code(i128);
pub enum Second {
    Null,
    Boolean(bool),
    Number(SecondNumber),
    String(SecondString),
    Array(SecondArray),
    Object(SecondObject),
}
pub struct SecondNumber(::serde_json::Number);
pub struct SecondString(String);
pub struct SecondArray(Vec<::serde_json::Value>);
pub struct SecondObject {
    a: ::serde_json::Value,
    additional_properties: support::AdditionalProperties<SecondObject>,
}
pub enum Third {
    String(ThirdString),
    Object(ThirdObject),
}
pub struct ThirdString(String);
pub struct ThirdObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub enum Unused {
    Null,
    Boolean(bool),
    Number(UnusedNumber),
    String(UnusedString),
    Array(UnusedArray),
    Object(UnusedObject),
}
pub struct UnusedNumber(::serde_json::Number);
pub struct UnusedString(String);
pub struct UnusedArray(Vec<::serde_json::Value>);
pub struct UnusedObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub enum UnusedToo {
    Null,
    Boolean(bool),
    Number(UnusedTooNumber),
    String(UnusedTooString),
    Array(UnusedTooArray),
    Object(UnusedTooObject),
}
pub struct UnusedTooNumber(::serde_json::Number);
pub struct UnusedTooString(String);
pub struct UnusedTooArray(Vec<::serde_json::Value>);
pub struct UnusedTooObject(::std::collections::BTreeMap<String, ::serde_json::Value>);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    size: Option<RootSize>,
    short: Option<RootShort>,
    r#box: Option<RootBox>,
    wide: Option<Wide>,
    both: Option<String>,
    neither: Option<support::Never>,
    none: Option<support::Never>,
    shut: Option<RootShut>,
    agreed: Option<RootAgreed>,
    maker: Option<Option<RootMaker>>,
    fixed: Option<RootFixed>,
    pair: Option<RootPair>,
    first: Option<OpenObject>,
    second: Option<OpenObject>,
    additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootSize {
    M,
    L,
}
pub enum RootShort {
    No,
    Yes,
}
pub struct RootBox {
    pub width: ::serde_json::Number,
    pub lid: String,
    pub additional_properties: support::AdditionalProperties<RootBox>,
}
pub struct Wide {
    pub width: WideWidth,
    pub lid: Option<String>,
    pub additional_properties: support::AdditionalProperties<Wide>,
}
pub struct WideWidth(::serde_json::Number);
pub enum RootShut {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(RootShutObject),
}
pub struct RootShutObject {
    pub a: Option<support::Never>,
}
pub enum RootAgreed {
    True,
}
pub enum RootMaker {
    InHouse,
}
pub enum RootFixed {
    Lid,
}
pub enum RootPair {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(RootPairArray),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootPairArray {
    pub first: String,
    pub second: i128,
}
pub enum Open {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(OpenObject),
}
pub struct OpenObject {
    pub x: Option<i128>,
    pub additional_properties: support::AdditionalProperties<OpenObject>,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub joined: Option<RootJoined>,
    pub parts: Option<RootParts>,
    pub beside: Option<RootBeside>,
    pub either: Option<RootEither>,
    pub any_kind: Option<RootAnyKind>,
    pub repeated: Option<RootRepeated>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootJoined(i128);
pub struct RootParts(::serde_json::Number);
pub struct RootBeside(i128);
pub struct RootEither(i128);
pub enum RootAnyKind {
    Null,
    Boolean(bool),
    Number(RootAnyKindNumber),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootAnyKindNumber(::serde_json::Number);
pub struct RootRepeated(i128);

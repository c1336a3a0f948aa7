// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub unsigned: Option<u64>,
    pub one_above: Option<u64>,
    pub all: Option<i128>,
    pub one_inside: Option<RootOneInside>,
    pub wide: Option<RootWide>,
    pub any_kind: Option<RootAnyKind>,
    pub number: Option<RootNumber>,
    pub never: Option<support::Never>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootOneInside(i128);
pub struct RootWide(i128);
pub enum RootAnyKind {
    Null,
    Boolean(bool),
    Number(RootAnyKindNumber),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootAnyKindNumber(::serde_json::Number);
pub struct RootNumber(::serde_json::Number);

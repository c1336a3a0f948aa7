// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub size: Option<RootSize>,
    pub one: Option<RootOne>,
    pub stated_as_fraction: Option<RootStatedAsFraction>,
    pub nullable: Option<Option<RootNullable>>,
    pub or_text: Option<RootOrText>,
    pub mixed: Option<RootMixed>,
    pub list: Option<RootList>,
    pub merged: Option<RootMerged>,
    pub arms: Option<RootArms>,
    pub referred: Option<Level>,
    pub not: Option<RootNot>,
    pub exactly: Option<RootExactly>,
    pub of_any_kind: Option<RootOfAnyKind>,
    pub of_numbers: Option<RootOfNumbers>,
    pub all_different: Option<RootAllDifferent>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootSize {
    N10,
    N20,
}
pub enum RootOne {
    N7,
}
pub enum RootStatedAsFraction {
    N40,
    N5,
}
pub enum RootNullable {
    N1,
}
pub enum RootOrText {
    Integer(RootOrTextInteger),
    String(String),
}
pub enum RootOrTextInteger {
    N3,
}
pub enum RootMixed {
    N1,
    V1,
}
pub struct RootList(Vec<RootListItem>);
pub enum RootListItem {
    N1,
    N2,
}
pub enum RootMerged {
    N8,
    N9,
}
pub enum RootArms {
    Variant1(RootArmsVariant1),
    Variant2(RootArmsVariant2),
}
pub enum RootArmsVariant1 {
    N30,
}
pub enum RootArmsVariant2 {
    N40,
    N50,
}
pub enum Level {
    N100,
    N200,
}
pub enum RootNot {
    Null,
    Boolean(bool),
    Number(RootNotNumber),
    String(RootNotString),
    Array(RootNotArray),
    Object(RootNotObject),
}
pub struct RootNotNumber(::serde_json::Number);
pub struct RootNotString(String);
pub struct RootNotArray(Vec<::serde_json::Value>);
pub struct RootNotObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct RootExactly(RootExactlyForm);
pub enum RootExactlyForm {
    Variant1(RootExactlyVariant1),
    Variant2(RootExactlyVariant2),
}
pub enum RootExactlyVariant1 {
    N2,
}
pub enum RootExactlyVariant2 {
    N2,
    N3,
}
pub enum RootOfAnyKind {
    N1,
    A,
}
pub enum RootOfNumbers {
    N1,
    N15,
}
pub struct RootAllDifferent(Vec<::serde_json::Value>);

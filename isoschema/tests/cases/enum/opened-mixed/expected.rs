// The types of schema.json, without what is implemented for them.

pub enum RootValue {
    Boolean(RootValueBoolean),
    Number(RootValueNumber),
    String(RootValueString),
    Array(RootValueArray),
    Object(RootValueObject),
}
pub enum RootValueBoolean {
    True,
}
pub enum RootValueNumber {
    N3,
    N25,
}
pub enum RootValueString {
    None,
    All,
    Other(RootValueStringOther),
}
pub struct RootValueStringOther(String);
pub enum RootValueArray {
    Array1,
}
pub enum RootValueObject {
    Object1,
    Object2,
}
pub struct Root(pub Option<RootValue>);

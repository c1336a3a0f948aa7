// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub value: Option<RootValue>,
    pub shape: Option<RootShape>,
    pub beside: Option<RootBeside>,
    pub single: Option<RootSingle>,
    pub several: Option<RootSeveral>,
    pub told: Option<RootTold>,
    pub when: Option<RootWhen>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootValue {
    String(RootValueString),
    Integer(i128),
    Array(Vec<String>),
}
pub struct RootValueString(String);
pub enum RootShape {
    Circle(Circle),
    Square(Square),
}
pub struct Circle {
    pub kind: CircleKind,
    pub radius: ::serde_json::Number,
    pub additional_properties: support::AdditionalProperties<Circle>,
}
pub enum CircleKind {
    Circle,
}
pub struct Square {
    pub kind: SquareKind,
    pub side: ::serde_json::Number,
    pub additional_properties: support::AdditionalProperties<Square>,
}
pub enum SquareKind {
    Square,
}
pub enum RootBeside {
    Variant1(RootBesideVariant1),
    Variant2(RootBesideVariant2),
}
pub enum RootBesideVariant1 {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(RootBesideVariant1Object),
}
pub struct RootBesideVariant1Object {
    pub id: i128,
    pub a: String,
    pub additional_properties: support::AdditionalProperties<RootBesideVariant1Object>,
}
pub enum RootBesideVariant2 {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(String),
    Array(Vec<::serde_json::Value>),
    Object(RootBesideVariant2Object),
}
pub struct RootBesideVariant2Object {
    pub id: i128,
    pub b: String,
    pub additional_properties: support::AdditionalProperties<RootBesideVariant2Object>,
}
pub struct RootSingle {
    pub x: i128,
    pub additional_properties: support::AdditionalProperties<RootSingle>,
}
pub struct RootSeveral(i128);
pub struct RootTold(RootToldForm);
pub enum RootToldForm {
    Variant1(RootToldVariant1),
    Variant2(RootToldVariant2),
}
pub struct RootToldVariant1 {
    pub kind: RootToldVariant1Kind,
    pub p: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootToldVariant1>,
}
pub enum RootToldVariant1Kind {
    P,
}
pub struct RootToldVariant2 {
    pub kind: RootToldVariant2Kind,
    pub q: Option<i128>,
    pub additional_properties: support::AdditionalProperties<RootToldVariant2>,
}
pub enum RootToldVariant2Kind {
    Q,
}
pub enum RootWhen {
    Then(RootWhenThen),
    Else(RootWhenElse),
}
pub struct RootWhenThen {
    pub is: RootWhenThenIs,
    pub why: String,
    pub additional_properties: support::AdditionalProperties<RootWhenThen>,
}
pub enum RootWhenThenIs {
    True,
}
pub struct RootWhenElse {
    is: Option<bool>,
    why: Option<support::Never>,
    additional_properties: support::AdditionalProperties<RootWhenElse>,
}

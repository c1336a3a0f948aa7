// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub closed: Option<support::Never>,
    pub kinds: Option<support::Never>,
    pub merged: Option<support::Never>,
    pub bounds: Option<support::Never>,
    pub codes: Option<support::Never>,
    pub fixed: Option<support::Never>,
    pub not: Option<RootNot>,
    pub not_a_type: Option<RootNotAType>,
    pub arms: Option<support::Never>,
    pub one: Option<support::Never>,
    pub arm_beside: Option<support::Never>,
    pub chain: Option<Chain>,
    pub two: Option<Left>,
    pub refused: Option<support::Never>,
    pub list: Option<support::Never>,
    pub list_of: Option<Vec<support::Never>>,
    pub tuple: Option<RootTuple>,
    pub closed_tuple: Option<RootClosedTuple>,
    pub map: Option<::std::collections::BTreeMap<String, support::Never>>,
    pub patterns: Option<RootPatterns>,
    pub names: Option<RootNames>,
    pub needs: Option<RootNeeds>,
    pub depends: Option<RootDepends>,
    pub condition: Option<RootCondition>,
    pub both: Option<support::Never>,
    pub nullable: Option<()>,
}
pub enum RootNot {
    Number(RootNotNumber),
    String(RootNotString),
    Array(RootNotArray),
    Object(RootNotObject),
}
pub struct RootNotNumber(::serde_json::Number);
pub struct RootNotString(String);
pub struct RootNotArray(Vec<::serde_json::Value>);
pub struct RootNotObject(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct RootNotAType(String);
pub struct Chain {
    pub next: Box<Chain>,
    pub additional_properties: support::AdditionalProperties<Chain>,
}
pub struct Left {
    pub right: Right,
    pub additional_properties: support::AdditionalProperties<Left>,
}
pub struct Right {
    pub left: Box<Left>,
    pub additional_properties: support::AdditionalProperties<Right>,
}
pub struct RootTuple {
    first: Option<bool>,
    second: Option<support::Never>,
    rest: Vec<::serde_json::Value>,
}
pub struct RootClosedTuple {
    pub first: Option<bool>,
}
pub struct RootPatterns {
    pub pattern_properties: support::AdditionalProperties<
        RootPatternsNames,
        support::Never,
    >,
    pub additional_properties: support::AdditionalProperties<RootPatterns, String>,
}
pub struct RootNames(::std::collections::BTreeMap<String, ::serde_json::Value>);
pub struct RootNeeds {
    pub a: support::Never,
    pub additional_properties: support::AdditionalProperties<RootNeeds>,
}
pub enum RootDepends {
    WithA(support::Never),
    WithoutA(RootDependsWithoutA),
}
pub struct RootDependsWithoutA {
    a: Option<String>,
    additional_properties: support::AdditionalProperties<RootDependsWithoutA>,
}
pub enum RootCondition {
    Then(support::Never),
    Else(RootConditionElse),
}
pub struct RootConditionElse {
    a: Option<String>,
    additional_properties: support::AdditionalProperties<RootConditionElse>,
}

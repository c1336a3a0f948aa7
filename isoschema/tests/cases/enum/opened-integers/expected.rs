// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub level: Option<RootLevel>,
    pub rate: Option<Option<RootRate>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootLevel {
    Integer(RootLevelInteger),
    String(String),
}
pub enum RootLevelInteger {
    N10,
    N20,
    N30,
}
pub enum RootRate {
    Number(RootRateNumber),
    String(String),
}
pub enum RootRateNumber {
    N05,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub currency: Option<RootCurrency>,
    pub date: Option<RootDate>,
    pub day: Option<RootDay>,
    pub version: Option<RootVersion>,
    pub again: Option<RootAgain>,
    pub range: Option<RootRange>,
    pub pattern_properties: support::AdditionalProperties<RootNames, String>,
}
pub struct RootCurrency(String);
pub struct RootDate(String);
pub struct RootDay(String);
pub struct RootVersion(String);
pub struct RootAgain(String);
pub struct RootRange(String);

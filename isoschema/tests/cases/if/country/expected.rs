// The types of schema.json, without what is implemented for them.

pub enum Root {
    Then(RootThen),
    Else(RootElse),
}
pub struct RootThen {
    pub country: RootThenCountry,
    pub zip: RootThenZip,
    pub additional_properties: support::AdditionalProperties<RootThen>,
}
pub enum RootThenCountry {
    Fr,
}
pub struct RootThenZip(String);
pub struct RootElse {
    country: String,
    zip: Option<RootElseZip>,
    additional_properties: support::AdditionalProperties<RootElse>,
}
pub struct RootElseZip(String);

// The types of schema.json, without what is implemented for them.

pub enum Root {
    WithCity(RootWithCity),
    WithoutCity(RootWithoutCity),
}
pub enum RootWithCity {
    WithNever(support::Never),
    WithoutNever(RootWithCityWithoutNever),
}
pub struct RootWithCityWithoutNever {
    street: Option<String>,
    list: Option<RootWithCityWithoutNeverList>,
    sure: Option<Sure>,
    country: RootWithCityWithoutNeverCountry,
    city: ::serde_json::Value,
    additional_properties: support::AdditionalProperties<RootWithCityWithoutNever>,
}
pub struct RootWithCityWithoutNeverList {
    pub first: Option<String>,
}
pub enum Sure {
    True,
}
pub enum RootWithCityWithoutNeverCountry {
    Null,
    Boolean(bool),
    Number(::serde_json::Number),
    String(RootWithCityWithoutNeverCountryString),
    Array(Vec<::serde_json::Value>),
    Object(::std::collections::BTreeMap<String, ::serde_json::Value>),
}
pub struct RootWithCityWithoutNeverCountryString(String);
pub enum RootWithoutCity {
    WithNever(support::Never),
    WithoutNever(RootWithoutCityWithoutNever),
}
pub struct RootWithoutCityWithoutNever {
    street: Option<String>,
    list: Option<RootWithCityWithoutNeverList>,
    sure: Option<Sure>,
    additional_properties: support::AdditionalProperties<RootWithoutCityWithoutNever>,
}

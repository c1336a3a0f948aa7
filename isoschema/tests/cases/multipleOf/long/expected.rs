// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub places: Option<RootPlaces>,
    pub digits: Option<RootDigits>,
    pub whole: Option<RootWhole>,
    pub zeros: Option<RootZeros>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootPlaces(::serde_json::Number);
pub struct RootDigits(::serde_json::Number);
pub struct RootWhole(i128);
pub struct RootZeros(::serde_json::Number);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub byte: Option<u8>,
    pub open: Option<i8>,
    pub count: Option<u64>,
    pub some: Option<RootSome>,
    pub few: Option<RootFew>,
    pub list: Option<Vec<u16>>,
    pub maybe: Option<Option<u8>>,
    pub share: Option<RootShare>,
    pub both: Option<i128>,
    pub steps: Option<RootSteps>,
    pub far: Option<RootFar>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootSome(u8);
pub struct RootFew(u8);
pub struct RootShare(::serde_json::Number);
pub struct RootSteps(i128);
pub struct RootFar(i128);

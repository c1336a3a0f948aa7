// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub d: Option<RootD>,
    pub w: Option<RootW>,
    pub s: Option<RootS>,
    pub letter: Option<RootLetter>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootD(String);
pub struct RootW(String);
pub struct RootS(String);
pub struct RootLetter(String);

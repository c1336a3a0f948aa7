// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub count: Option<RootCount>,
    pub small: Option<Option<RootSmall>>,
    pub list: Option<Vec<RootListItem>>,
    pub either: Option<RootEither>,
    pub code: Option<RootCode>,
    pub arms: Option<RootArms>,
    pub number: Option<::serde_json::Number>,
    pub later: Option<Later>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct RootCount(i128);
pub struct RootSmall(u8);
pub struct RootListItem(i128);
pub enum RootEither {
    Integer(RootEitherInteger),
    String(String),
}
pub struct RootEitherInteger(i128);
pub enum RootCode {
    N1,
    N2,
}
pub enum RootArms {
    Variant1(RootArmsVariant1),
    Variant2(RootArmsVariant2),
}
pub enum RootArmsVariant1 {
    N5,
}
pub struct RootArmsVariant2(u64);
pub struct Later {
    pub count: Option<i128>,
    pub code: Option<LaterCode>,
    pub additional_properties: support::AdditionalProperties<Later>,
}
pub enum LaterCode {
    N1,
    N2,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub state: Option<Option<RootState>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootState {
    On,
    Off,
}

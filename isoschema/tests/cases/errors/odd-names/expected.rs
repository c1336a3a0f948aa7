// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub line_end: Option<i128>,
    pub rightleft: Option<i128>,
    pub slash_tilde: Option<i128>,
    pub percent_percent_25: Option<i128>,
    pub zero: Option<RootZero>,
    pub pattern_properties: support::AdditionalProperties<RootNames, bool>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub enum RootZero {
    A,
}

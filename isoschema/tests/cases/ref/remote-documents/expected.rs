// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub p: Option<Point>,
    pub k: Option<Kind>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Point {
    pub x: i128,
    pub kind: Option<Kind>,
    pub additional_properties: support::AdditionalProperties<Point>,
}
pub enum Kind {
    Near,
    Far,
}

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub at: Option<Option<Point>>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Point {
    pub x: ::serde_json::Number,
    pub additional_properties: support::AdditionalProperties<Point>,
}

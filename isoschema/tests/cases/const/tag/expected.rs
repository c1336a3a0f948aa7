// The types of schema.json, without what is implemented for them.

pub enum Root {
    Circle(RootCircle),
    Square(RootSquare),
}
pub struct RootCircle {
    pub kind: RootCircleKind,
    pub radius: RootCircleRadius,
    pub additional_properties: support::AdditionalProperties<RootCircle>,
}
pub enum RootCircleKind {
    Circle,
}
pub struct RootCircleRadius(::serde_json::Number);
pub struct RootSquare {
    pub kind: RootSquareKind,
    pub side: ::serde_json::Number,
    pub additional_properties: support::AdditionalProperties<RootSquare>,
}
pub enum RootSquareKind {
    Square,
}

// The types of schema.json, without what is implemented for them.

pub enum Root {
    A(RootA),
    B(RootB),
}
pub struct RootA {
    kind: RootAKind,
    x: Option<i128>,
    additional_properties: support::AdditionalProperties<RootA>,
}
pub enum RootAKind {
    A,
}
pub struct RootB {
    kind: RootBKind,
    y: Option<i128>,
    additional_properties: support::AdditionalProperties<RootB>,
}
pub enum RootBKind {
    B,
}

// The types of schema.json, without what is implemented for them.

pub enum RootValue {
    True,
    N0,
    V0,
    Array1,
    Object1,
    N15,
}
pub struct Root(pub Option<RootValue>);

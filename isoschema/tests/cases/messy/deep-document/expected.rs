// The types of schema.json, without what is implemented for them.

pub struct NValue(Vec<N2>);
pub struct N2(pub Option<NValue>);
pub struct N(pub N2);
pub struct Root(pub N2);

// The types of schema.json, without what is implemented for them.

pub struct N(Vec<N>);
pub struct N(pub Option<N>);
pub struct Root(pub N);

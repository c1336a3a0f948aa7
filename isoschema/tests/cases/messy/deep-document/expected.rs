// The types of schema.json, without what is implemented for them.

pub struct N(Vec<Option<N2>>);
pub struct N2(pub N);
pub struct Root(pub Option<N2>);

// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub tape: Option<Tape>,
    pub read: Option<Read>,
    pub scanner: Option<Scanner>,
    pub cow: Option<Cow>,
    pub d: Option<D>,
    pub m: Option<M>,
    pub s: Option<S>,
    pub additional_properties: support::AdditionalProperties<Root>,
}
pub struct Tape {
    pub turns: Option<i128>,
    pub additional_properties: support::AdditionalProperties<Tape>,
}
pub struct Read {
    pub by: Option<String>,
    pub additional_properties: support::AdditionalProperties<Read>,
}
pub enum Scanner {
    Flat,
    Hand,
}
pub struct Cow(String);
pub struct D {
    pub m: Option<M>,
    pub s: Option<S>,
    pub additional_properties: support::AdditionalProperties<D>,
}
pub struct M(pub Vec<Read>);
pub struct S(String);
